package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.measure.LocalFrame;
import org.jspecify.annotations.Nullable;

/**
 * Areas with vertices moved and edges led through further points.
 *
 * @param vertexMetres how far the farthest vertex of each area was moved
 */
record SnappedAreas(List<LatticeMultiPolygon> areas, double[] vertexMetres) {

  /**
   * @param target where vertices move
   * @param through points that an edge between two unmoved vertices, the lower {@link Packed} one
   *     first, is led through, in any order
   */
  static SnappedAreas of(
      List<LatticeMultiPolygon> areas,
      Map<Long, Long> target,
      Map<List<Long>, List<Long>> through) {
    List<LatticeMultiPolygon> snapped = new ArrayList<>();
    double[] metres = new double[areas.size()];
    for (int unit = 0; unit < areas.size(); unit++) {
      List<LatticePolygon> polygons = new ArrayList<>();
      boolean changed = false;
      for (LatticePolygon polygon : areas.get(unit).polygons()) {
        Ring shell = Ring.of(polygon.shell(), target, through);
        metres[unit] = Math.max(metres[unit], shell.metres());
        changed |= shell.changed();
        List<LatticeRing> holes = new ArrayList<>();
        for (LatticeRing hole : polygon.holes()) {
          Ring snappedHole = Ring.of(hole, target, through);
          metres[unit] = Math.max(metres[unit], snappedHole.metres());
          changed |= snappedHole.changed();
          if (snappedHole.ring() != null) {
            holes.add(snappedHole.ring());
          }
        }
        if (shell.ring() != null) {
          polygons.add(new LatticePolygon(shell.ring(), holes));
        }
      }
      boolean stays = !changed || polygons.isEmpty();
      metres[unit] = stays ? 0 : metres[unit];
      snapped.add(stays ? areas.get(unit) : new LatticeMultiPolygon(polygons));
    }
    return new SnappedAreas(List.copyOf(snapped), metres);
  }

  /** A ring after snapping; null where fewer than three points remain. */
  private record Ring(@Nullable LatticeRing ring, double metres, boolean changed) {

    static Ring of(LatticeRing ring, Map<Long, Long> target, Map<List<Long>, List<Long>> through) {
      List<Long> points = new ArrayList<>();
      double metres = 0;
      boolean changed = false;
      for (int i = 0; i < ring.size(); i++) {
        long point = Packed.of(ring.x(i), ring.y(i));
        long moved = target.getOrDefault(point, point);
        if (moved != point) {
          changed = true;
          metres =
              Math.max(
                  metres, Geodesy.metres(ring.x(i), ring.y(i), Packed.x(moved), Packed.y(moved)));
        }
        if (i > 0) {
          long before = Packed.of(ring.x(i - 1), ring.y(i - 1));
          List<Long> led = through.get(List.of(Math.min(before, point), Math.max(before, point)));
          if (led != null) {
            changed = true;
            LocalFrame frame = LocalFrame.at(points.get(points.size() - 1));
            led.stream()
                .sorted(
                    Comparator.comparingDouble((Long it) -> projection(frame, moved, it))
                        .thenComparing(it -> it))
                .forEach(points::add);
          }
        }
        points.add(moved);
      }
      return new Ring(changed ? rebuilt(points) : ring, metres, changed);
    }

    /** How far along the way from the frame's origin to an end a point lies. */
    private static double projection(LocalFrame frame, long end, long point) {
      return frame.x(end) * frame.x(point) + frame.y(end) * frame.y(point);
    }

    private static @Nullable LatticeRing rebuilt(List<Long> points) {
      List<Long> kept = new ArrayList<>();
      for (long point : points) {
        if (kept.isEmpty() || kept.get(kept.size() - 1) != point) {
          kept.add(point);
        }
      }
      if (kept.size() < 4) {
        return null;
      }
      int[] xy = new int[2 * kept.size()];
      for (int i = 0; i < kept.size(); i++) {
        xy[2 * i] = Packed.x(kept.get(i));
        xy[2 * i + 1] = Packed.y(kept.get(i));
      }
      return LatticeRing.of(xy);
    }
  }
}
