package org.gridwright.core.coverage.outlines;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.coverage.area.Pieces;
import org.gridwright.core.coverage.outlines.OutlineFinder.Piece;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.coverage.seams.PlanSeams;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Where upper units differ from their official outlines, and what is needed to look again only at
 * what an edit can have changed: an outline is compared anew when what its unit covers is another
 * area than before, or what another unit of the level covers near by; and the grids of a piece are
 * looked up anew when a changed grid reaches its rectangle. Immutable.
 */
final class OutlineFindings {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * An outline and where its unit differs from it.
   *
   * @param covered rectangle around what the unit covers
   */
  private record Seen(
      OfficialOutline outline, Envelope covered, List<Piece> pieces, List<Finding> findings) {}

  private final List<Seen> seen;

  private OutlineFindings(List<Seen> seen) {
    this.seen = seen;
  }

  static OutlineFindings of(PlanSeams seams, Progress progress) {
    OutlineFinder finder = new OutlineFinder(seams, progress);
    Steps outlines = progress.steps(seams.rules().outlines().size());
    return new OutlineFindings(
        seams.rules().outlines().parallelStream()
            .map(
                outline -> {
                  outlines.done();
                  return seen(seams, finder, outline);
                })
            .toList());
  }

  /**
   * The findings after an edit.
   *
   * @param before the plan before it, with the same voids
   * @param windows rectangles around the grids that changed, as they were and as they are
   */
  OutlineFindings after(PlanSeams now, Plan before, PlanChange change, List<Envelope> windows) {
    OutlineFinder finder = new OutlineFinder(now, Progress.NONE);
    Set<OfficialOutline> moved = moved(now.plan(), before, change);
    List<Seen> after = new ArrayList<>();
    for (Seen each : seen) {
      after.add(
          moved.contains(each.outline()) || isNear(each, moved, finder)
              ? seen(now, finder, each.outline())
              : again(now, finder, each, windows));
    }
    return new OutlineFindings(after);
  }

  /** In no particular order. */
  List<Finding> findings() {
    return seen.stream().flatMap(each -> each.findings().stream()).toList();
  }

  /** The outlines whose units cover something else now. */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  private Set<OfficialOutline> moved(Plan now, Plan before, PlanChange change) {
    Set<String> concerned = new HashSet<>();
    for (UnitChange unit : change.units()) {
      addPath(before, unit.before(), concerned);
      addPath(now, unit.after(), concerned);
    }
    Set<OfficialOutline> moved = new HashSet<>();
    for (Seen each : seen) {
      OfficialOutline outline = each.outline();
      if (concerned.contains(key(outline.depth(), outline.code()))) {
        Unit was = before.unit(outline.depth(), outline.code()).orElse(null);
        Unit is = now.unit(outline.depth(), outline.code()).orElse(null);
        boolean sameDrawing =
            was != null && is != null && was.area() != null && was.area() == is.area();
        if (!sameDrawing) {
          moved.add(outline);
        }
      }
    }
    return moved;
  }

  private static void addPath(Plan plan, @Nullable Unit unit, Set<String> keys) {
    if (unit != null) {
      plan.path(unit).forEach(above -> keys.add(key(above.depth(), above.code())));
    }
  }

  private static String key(int depth, String code) {
    return depth + " " + code;
  }

  /** Whether what another unit covered or covers now reaches into an outline. */
  private boolean isNear(Seen each, Set<OfficialOutline> moved, OutlineFinder finder) {
    Envelope official = box(each.outline());
    for (Seen other : seen) {
      if (other.outline().depth() == each.outline().depth()
          && moved.contains(other.outline())
          && (official.intersects(other.covered())
              || official.intersects(finder.covered(other.outline()).getEnvelopeInternal()))) {
        return true;
      }
    }
    return false;
  }

  private static Envelope box(OfficialOutline outline) {
    LatticeEnvelope box = outline.area().envelope();
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }

  private static Seen again(
      PlanSeams now, OutlineFinder finder, Seen each, List<Envelope> windows) {
    List<Piece> pieces =
        each.pieces().stream().map(piece -> again(finder, piece, windows)).toList();
    return pieces.equals(each.pieces())
        ? each
        : new Seen(each.outline(), each.covered(), pieces, findings(now, each.outline(), pieces));
  }

  private static Piece again(OutlineFinder finder, Piece piece, List<Envelope> windows) {
    Envelope box = piece.steps().getEnvelopeInternal();
    return windows.stream().anyMatch(box::intersects) ? finder.again(piece) : piece;
  }

  private static Seen seen(PlanSeams seams, OutlineFinder finder, OfficialOutline outline) {
    List<Piece> pieces = finder.pieces(outline);
    return new Seen(
        outline,
        finder.covered(outline).getEnvelopeInternal(),
        pieces,
        findings(seams, outline, pieces));
  }

  /** One finding for each kind and set of grids. */
  private static List<Finding> findings(
      PlanSeams seams, OfficialOutline outline, List<Piece> pieces) {
    Map<String, List<Piece>> together = new TreeMap<>();
    for (Piece piece : pieces) {
      String key = piece.kind() + "\n" + String.join("\n", piece.units().codes());
      together.computeIfAbsent(key, it -> new ArrayList<>()).add(piece);
    }
    return together.values().stream().map(some -> finding(seams, outline, some)).toList();
  }

  private static Finding finding(PlanSeams seams, OfficialOutline outline, List<Piece> some) {
    Finding.Kind kind = some.get(0).kind();
    List<String> units = some.get(0).units().codes();
    Polygon[] polygons = some.stream().map(Piece::steps).toArray(Polygon[]::new);
    Pieces pieces =
        Pieces.of(FACTORY.createMultiPolygon(polygons), seams.rules().smallestSquareMetres());
    double width = pieces.widthMetres();
    String level = seams.plan().theme().levels().get(outline.depth()).name();
    return FindingMaker.make(
        kind,
        Severity.WARNING,
        pieces.place(),
        pieces.squareMetres(),
        width,
        units,
        kind.says(
            level,
            outline.code(),
            Wording.codes(units),
            Wording.figure(pieces.squareMetres()),
            Wording.figure(width)));
  }
}
