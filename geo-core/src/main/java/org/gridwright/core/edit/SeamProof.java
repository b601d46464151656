package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.area.RingFaults;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;

/**
 * Proves that an edit broke nothing: among the grids around it there is no overlap, gap, mismatched
 * edge or invalid ring afterwards that does not touch one of the same kind from before.
 */
final class SeamProof {

  private static final int MARGIN = 2;

  /** Where something is wrong, and what. */
  private record Fault(Refusal kind, LatticeEnvelope box, LatticeMultiPolygon place) {

    boolean wasThere(List<Fault> before) {
      LatticeEnvelope wide =
          new LatticeEnvelope(
              box.minX() - MARGIN, box.minY() - MARGIN, box.maxX() + MARGIN, box.maxY() + MARGIN);
      return before.stream().anyMatch(old -> old.kind == kind && old.box.intersects(wide));
    }
  }

  private final Map<String, LatticeMultiPolygon> before;
  private final Map<String, LatticeMultiPolygon> after;

  SeamProof(Patch patch) {
    this.before = patch.before();
    this.after = patch.now();
  }

  /**
   * @throws EditRefusedException {@code ring-invalid}, {@code overlap}, {@code gap} or {@code
   *     edges-do-not-match}
   */
  void require() {
    require(Progress.NONE);
  }

  /** As {@link #require()}, watched. */
  void require(Progress progress) {
    requireRings(progress.part(0, 0.3));
    List<Fault> faults = faults(List.copyOf(after.values()), progress.part(0.3, 0.6));
    if (faults.isEmpty()) {
      return;
    }
    List<Fault> old = faults(List.copyOf(before.values()), progress.part(0.6, 1));
    for (Fault fault : faults) {
      if (!fault.wasThere(old)) {
        throw EditRefusedException.at(fault.place, fault.kind, place(fault.box));
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  private void requireRings(Progress progress) {
    List<String> changed = new ArrayList<>();
    after.forEach(
        (code, area) -> {
          if (before.get(code) != area) {
            changed.add(code);
          }
        });
    RingFaults now = RingFaults.of(changed.stream().map(after::get).toList(), progress);
    now.byGrid()
        .forEach(
            (grid, error) -> {
              String code = changed.get(grid);
              boolean wasInvalid =
                  before.containsKey(code)
                      && !RingFaults.of(List.of(before.get(code))).byGrid().isEmpty();
              if (!wasInvalid) {
                LatticePoint place =
                    new LatticePoint(
                        (int) Math.round(error.getCoordinate().x),
                        (int) Math.round(error.getCoordinate().y));
                throw EditRefusedException.at(place, Refusal.RING_INVALID, code, place(place));
              }
            });
  }

  private static List<Fault> faults(List<LatticeMultiPolygon> areas, Progress progress) {
    BitSet invalid = RingFaults.of(areas, progress.part(0, 0.5)).grids();
    Arrangement arrangement = Arrangement.of(areas, invalid, progress.part(0.5, 1));
    List<Fault> faults = new ArrayList<>();
    for (int face = 1; face < arrangement.faceCount(); face++) {
      if (arrangement.depth(face) != 1) {
        faults.add(
            new Fault(
                arrangement.depth(face) == 0 ? Refusal.GAP : Refusal.OVERLAP,
                box(arrangement, face),
                arrangement.area(face).orElseThrow()));
      }
    }
    for (int edge = 0; edge < arrangement.edgeCount(); edge++) {
      int left = arrangement.face(2 * edge);
      int right = arrangement.face(2 * edge + 1);
      if (arrangement.isUnmatched(edge)
          && left != Arrangement.OUTSIDE
          && right != Arrangement.OUTSIDE
          && arrangement.depth(left) == 1
          && arrangement.depth(right) == 1) {
        faults.add(
            new Fault(
                Refusal.EDGES_DO_NOT_MATCH,
                around(arrangement, edge),
                arrangement.area(left).orElseThrow()));
      }
    }
    return faults;
  }

  private static LatticeEnvelope box(Arrangement arrangement, int face) {
    LatticeEnvelope[] box = {LatticeEnvelope.EMPTY};
    arrangement.forEachHalf(face, half -> box[0] = box[0].union(around(arrangement, half >> 1)));
    return box[0];
  }

  private static LatticeEnvelope around(Arrangement arrangement, int edge) {
    int x1 = arrangement.x(2 * edge);
    int y1 = arrangement.y(2 * edge);
    int x2 = arrangement.x(2 * edge + 1);
    int y2 = arrangement.y(2 * edge + 1);
    return new LatticeEnvelope(
        Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }

  private static String place(LatticeEnvelope box) {
    return place(
        new LatticePoint(
            (int) (((long) box.minX() + box.maxX()) / 2),
            (int) (((long) box.minY() + box.maxY()) / 2)));
  }

  private static String place(LatticePoint at) {
    return Units.words(at);
  }
}
