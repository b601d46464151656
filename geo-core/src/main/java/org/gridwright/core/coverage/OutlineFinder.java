package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.measure.LocalMetric;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
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
 * not say it again.
 */
final class OutlineFinder {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Plan plan;
  private final CoverageRules rules;
  private final VoidGround voids;
  private final Map<OfficialOutline, Geometry> covered = new LinkedHashMap<>();

  OutlineFinder(Plan plan, CoverageRules rules, VoidGround voids) {
    this.plan = plan;
    this.rules = rules;
    this.voids = voids;
    for (OfficialOutline outline : rules.outlines()) {
      covered.put(outline, covered(outline));
    }
  }

  List<Finding> findings() {
    return covered.entrySet().parallelStream()
        .flatMap(it -> findings(it.getKey(), it.getValue()).stream())
        .toList();
  }

  /** The drawn area of the unit, else what its grids cover; empty where there is no such unit. */
  private Geometry covered(OfficialOutline outline) {
    Optional<Unit> unit = plan.unit(outline.depth(), outline.code());
    if (unit.isEmpty()) {
      return FACTORY.createPolygon();
    }
    if (unit.get().area() != null) {
      return VoidGround.valid(LatticeJts.toSteps(unit.get().drawnArea()));
    }
    int index = plan.indexOf(outline.depth(), outline.code());
    int[] ancestors = plan.ancestorsOfGrids(outline.depth());
    List<Geometry> grids =
        IntStream.range(0, ancestors.length)
            .filter(grid -> ancestors[grid] == index)
            .mapToObj(
                grid -> VoidGround.valid(LatticeJts.toSteps(plan.grids().get(grid).drawnArea())))
            .toList();
    Geometry union = UnaryUnionOp.union(grids);
    return union == null ? FACTORY.createPolygon() : union;
  }

  private List<Finding> findings(OfficialOutline outline, Geometry area) {
    Geometry official = VoidGround.valid(LatticeJts.toSteps(outline.area()));
    Geometry missing = voids.without(difference(official, area));
    for (Map.Entry<OfficialOutline, Geometry> other : covered.entrySet()) {
      if (other.getKey() != outline
          && other.getKey().depth() == outline.depth()
          && missing.getEnvelopeInternal().intersects(other.getValue().getEnvelopeInternal())) {
        missing = difference(missing, other.getValue());
      }
    }
    List<Finding> findings = new ArrayList<>();
    add(Finding.Kind.GAP_IN_OUTLINE, outline, missing, findings);
    add(Finding.Kind.SPILL_FROM_OUTLINE, outline, difference(area, official), findings);
    return findings;
  }

  private static Geometry difference(Geometry from, Geometry what) {
    return OverlayNG.overlay(from, what, OverlayNG.DIFFERENCE, VoidGround.LATTICE);
  }

  /** One finding for each set of grids along the pieces that are wide enough. */
  private void add(
      Finding.Kind kind, OfficialOutline outline, Geometry steps, List<Finding> findings) {
    Map<String, List<Polygon>> byUnits = new TreeMap<>();
    Map<String, List<String>> units = new TreeMap<>();
    for (int i = 0; i < steps.getNumGeometries(); i++) {
      if (steps.getGeometryN(i) instanceof Polygon piece && isWide(piece)) {
        List<String> codes = unitsAt(piece, kind);
        String key = String.join("\n", codes);
        units.put(key, codes);
        byUnits.computeIfAbsent(key, it -> new ArrayList<>()).add(piece);
      }
    }
    byUnits.forEach(
        (key, pieces) ->
            findings.add(
                finding(
                    kind,
                    outline,
                    units.getOrDefault(key, List.of()),
                    Pieces.of(
                        FACTORY.createMultiPolygon(pieces.toArray(Polygon[]::new)),
                        rules.smallestSquareMetres()))));
  }

  private boolean isWide(Polygon piece) {
    if (piece.isEmpty()) {
      return false;
    }
    LocalMetric metric = LocalMetric.around(piece);
    double area = metric.squareMetres(piece);
    double roundest = 2 * Math.sqrt(area / Math.PI);
    return area >= rules.smallestSquareMetres()
        && roundest >= rules.outlineMetres()
        && metric.widthMetres(piece) >= rules.outlineMetres();
  }

  /** Grids over a piece that spills; grids over or beside one that is missing. */
  private List<String> unitsAt(Polygon piece, Finding.Kind kind) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(piece);
    return NearUnits.of(
            plan,
            piece.getEnvelopeInternal(),
            grid ->
                prepared.intersects(grid)
                    && (kind == Finding.Kind.GAP_IN_OUTLINE || hasInCommon(piece, grid)),
            null)
        .codes();
  }

  private static boolean hasInCommon(Polygon piece, Geometry grid) {
    return OverlayNG.overlay(
                piece, VoidGround.valid(grid), OverlayNG.INTERSECTION, VoidGround.LATTICE)
            .getArea()
        > 0;
  }

  private Finding finding(
      Finding.Kind kind, OfficialOutline outline, List<String> units, Pieces pieces) {
    double width = pieces.widthMetres();
    String level = plan.theme().levels().get(outline.depth()).name();
    return FindingMaker.make(
        kind,
        Severity.WARNING,
        pieces.place(),
        pieces.squareMetres(),
        width,
        units,
        Message.core(
            "coverage." + kind.id(),
            level,
            outline.code(),
            Wording.codes(units),
            Wording.figure(pieces.squareMetres()),
            Wording.figure(width)));
  }
}
