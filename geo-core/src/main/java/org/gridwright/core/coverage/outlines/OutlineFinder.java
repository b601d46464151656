package org.gridwright.core.coverage.outlines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gridwright.core.coverage.area.VoidGround;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.coverage.seams.PlanSeams;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.ground.ValidArea;
import org.gridwright.core.measure.LocalMetric;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Compares what upper units cover with their official outlines. Outlines are references from
 * another survey, so differences warn, and those narrower than a width are passed over. Ground that
 * a unit covers beyond its own outline is said once, as spilling; the outline that it lies in does
 * not say it again. Thread-safe; what units cover is worked out once, when it is needed.
 */
final class OutlineFinder {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final PlanSeams seams;
  private final Progress progress;
  private final Map<OfficialOutline, Geometry> covered = new ConcurrentHashMap<>();

  OutlineFinder(PlanSeams seams, Progress progress) {
    this.seams = seams;
    this.progress = progress;
  }

  /**
   * A piece in which an outline and what its unit covers differ.
   *
   * @param steps wide enough to be told, in lattice steps
   * @param units grids over a piece that spills; grids over or beside one that is missing
   */
  record Piece(Finding.Kind kind, Polygon steps, NearUnits units) {}

  /** What a unit covers: its drawn area, else that of its grids; empty where there is no unit. */
  Geometry covered(OfficialOutline outline) {
    return covered.computeIfAbsent(outline, this::area);
  }

  private Geometry area(OfficialOutline outline) {
    Plan plan = seams.plan();
    Optional<Unit> unit = plan.unit(outline.depth(), outline.code());
    if (unit.isEmpty()) {
      return FACTORY.createPolygon();
    }
    if (unit.get().area() != null) {
      return ValidArea.steps(unit.get().drawnArea());
    }
    int index = plan.indexOf(outline.depth(), outline.code());
    int[] ancestors = plan.ancestorsOfGrids(outline.depth());
    List<Geometry> grids =
        IntStream.range(0, ancestors.length)
            .filter(grid -> ancestors[grid] == index)
            .mapToObj(
                grid -> {
                  progress.checkpoint();
                  return ValidArea.steps(plan.grids().get(grid).drawnArea());
                })
            .toList();
    Geometry union = UnaryUnionOp.union(grids);
    return union == null ? FACTORY.createPolygon() : union;
  }

  /** Where an outline and its unit differ. */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  List<Piece> pieces(OfficialOutline outline) {
    Geometry area = covered(outline);
    Geometry official = ValidArea.steps(outline.area());
    Geometry missing = seams.voids().without(difference(official, area));
    for (OfficialOutline other : seams.rules().outlines()) {
      progress.checkpoint();
      if (other != outline
          && other.depth() == outline.depth()
          && missing.getEnvelopeInternal().intersects(covered(other).getEnvelopeInternal())) {
        missing = difference(missing, covered(other));
      }
    }
    List<Piece> pieces = new ArrayList<>();
    add(Finding.Kind.GAP_IN_OUTLINE, missing, pieces);
    add(Finding.Kind.SPILL_FROM_OUTLINE, difference(area, official), pieces);
    return pieces;
  }

  private static Geometry difference(Geometry from, Geometry what) {
    return OverlayNG.overlay(from, what, OverlayNG.DIFFERENCE, VoidGround.LATTICE);
  }

  private void add(Finding.Kind kind, Geometry steps, List<Piece> pieces) {
    for (int i = 0; i < steps.getNumGeometries(); i++) {
      progress.checkpoint();
      if (steps.getGeometryN(i) instanceof Polygon piece && isWide(piece)) {
        pieces.add(new Piece(kind, piece, unitsAt(kind, piece, null)));
      }
    }
  }

  private boolean isWide(Polygon piece) {
    if (piece.isEmpty()) {
      return false;
    }
    double least = seams.rules().outlineMetres();
    LocalMetric metric = LocalMetric.around(piece);
    double area = metric.squareMetres(piece);
    double roundest = 2 * Math.sqrt(area / Math.PI);
    return area >= seams.rules().smallestSquareMetres()
        && roundest >= least
        && metric.widthMetres(piece) >= least;
  }

  /** The same piece with the grids that are there now. */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  Piece again(Piece piece) {
    NearUnits units = unitsAt(piece.kind(), piece.steps(), piece.units());
    return units == piece.units() ? piece : new Piece(piece.kind(), piece.steps(), units);
  }

  private NearUnits unitsAt(Finding.Kind kind, Polygon piece, @Nullable NearUnits earlier) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(piece);
    Predicate<Geometry> concerns =
        grid ->
            prepared.intersects(grid)
                && (kind == Finding.Kind.GAP_IN_OUTLINE || hasInCommon(piece, grid));
    return NearUnits.of(seams, piece.getEnvelopeInternal(), concerns, earlier);
  }

  private static boolean hasInCommon(Polygon piece, Geometry grid) {
    return OverlayNG.overlay(
                piece, ValidArea.steps(grid), OverlayNG.INTERSECTION, VoidGround.LATTICE)
            .getArea()
        > 0;
  }
}
