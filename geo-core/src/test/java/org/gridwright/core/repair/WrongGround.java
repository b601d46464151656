package org.gridwright.core.repair;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.LocalMetric;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How much of the ground that a faulty map leaves in question (covered by several units, or by none
 * and enclosed) an outcome gives to another unit than the true map, by the overlay of JTS. Ground
 * that one wrong unit covers alone no repair can know about; it is told apart.
 */
final class WrongGround {

  /**
   * What is wrong with an outcome.
   *
   * @param wrong square metres
   * @param worstUnit square metres of the unit that has most of them
   * @param lostCorners corners of the faulty map that no outline of the outcome has
   */
  record Score(double wrong, double worstUnit, int lostCorners) {}

  private record Piece(Geometry steps, int[] owners, double nobodys) {}

  private static final GeometryFactory FLOATING = new GeometryFactory();

  private static final Map<Unit, Geometry> CACHE = Collections.synchronizedMap(new WeakHashMap<>());

  private final List<Unit> truth;
  private final Plan faulty;
  private final List<Piece> pieces;

  WrongGround(Plan truth, Plan faulty) {
    this.truth = truth.grids();
    this.faulty = faulty;
    STRtree index = new STRtree();
    for (int unit = 0; unit < this.truth.size(); unit++) {
      Geometry steps = steps(this.truth.get(unit));
      index.insert(steps.getEnvelopeInternal(), unit);
    }
    index.build();
    List<LatticeMultiPolygon> areas = faulty.grids().stream().map(Unit::drawnArea).toList();
    Arrangement arrangement = Arrangement.of(areas, new BitSet());
    this.pieces =
        IntStream.range(1, arrangement.faceCount())
            .filter(face -> arrangement.depth(face) != 1)
            .parallel()
            .mapToObj(
                face ->
                    piece(
                        FLOATING.createGeometry(
                            LatticeJts.toSteps(arrangement.area(face).orElseThrow())),
                        arrangement.owners(face),
                        index))
            .toList();
  }

  private Piece piece(Geometry steps, int[] owners, STRtree index) {
    int[] near =
        ((List<?>) index.query(steps.getEnvelopeInternal()))
            .stream().mapToInt(it -> (Integer) it).sorted().toArray();
    double nobodys = squareMetres(steps);
    for (int unit : near) {
      nobodys -= common(steps, steps(truth.get(unit)));
    }
    return new Piece(steps, owners, nobodys);
  }

  double inQuestion() {
    return pieces.stream().mapToDouble(it -> squareMetres(it.steps())).sum();
  }

  /** Ground that one unit covers alone in the faulty map, and another one in the true map. */
  double wrongAlone() {
    double wrong =
        IntStream.range(0, truth.size())
            .parallel()
            .mapToDouble(
                unit ->
                    squareMetres(
                        OverlayNGRobust.overlay(
                            steps(faulty.grids().get(unit)),
                            steps(truth.get(unit)),
                            OverlayNG.DIFFERENCE)))
            .sum();
    return wrong
        - pieces.parallelStream()
            .mapToDouble(
                piece ->
                    IntStream.of(piece.owners())
                        .mapToDouble(
                            unit ->
                                squareMetres(piece.steps())
                                    - common(piece.steps(), steps(truth.get(unit))))
                        .sum())
            .sum();
  }

  /** As the faulty map would be served: the smallest code where several cover, nobody in gaps. */
  Score asServed() {
    double[] byUnit = new double[truth.size()];
    double wrong = 0;
    for (Piece piece : pieces) {
      double area = squareMetres(piece.steps());
      if (piece.owners().length == 0) {
        wrong += area - piece.nobodys();
      } else {
        int served = piece.owners()[0];
        double off = area - common(piece.steps(), steps(truth.get(served)));
        byUnit[served] += off;
        wrong += off;
      }
    }
    return new Score(
        wrong, IntStream.range(0, byUnit.length).mapToDouble(i -> byUnit[i]).max().orElse(0), 0);
  }

  /** Of an outcome with the same units. */
  Score of(Plan outcome) {
    STRtree index = new STRtree();
    List<Unit> units = outcome.grids();
    for (int unit = 0; unit < units.size(); unit++) {
      index.insert(steps(units.get(unit)).getEnvelopeInternal(), unit);
    }
    index.build();
    Map<Integer, Double> byUnit = new ConcurrentHashMap<>();
    double wrong =
        pieces.parallelStream()
            .mapToDouble(
                piece -> {
                  double given = 0;
                  double right = 0;
                  for (Object near : index.query(piece.steps().getEnvelopeInternal())) {
                    int unit = (Integer) near;
                    Geometry part = overlay(piece.steps(), steps(units.get(unit)));
                    double mine = squareMetres(part);
                    if (mine > 0) {
                      double good = common(part, steps(truth.get(unit)));
                      given += mine;
                      right += good;
                      byUnit.merge(unit, mine - good, Double::sum);
                    }
                  }
                  double left = squareMetres(piece.steps()) - given;
                  return given - right + Math.max(0, left - Math.max(0, piece.nobodys()));
                })
            .sum();
    return new Score(
        wrong,
        byUnit.values().stream().mapToDouble(Double::doubleValue).max().orElse(0),
        lostCorners(outcome));
  }

  private int lostCorners(Plan outcome) {
    Set<Coordinate> drawn = new HashSet<>();
    faulty.grids().forEach(unit -> drawn.addAll(List.of(steps(unit).getCoordinates())));
    Set<Coordinate> now = new HashSet<>();
    outcome.grids().forEach(unit -> now.addAll(List.of(steps(unit).getCoordinates())));
    drawn.removeAll(now);
    return drawn.size();
  }

  private static Geometry steps(Unit unit) {
    return CACHE.computeIfAbsent(
        unit, it -> FLOATING.createGeometry(LatticeJts.toSteps(it.drawnArea())));
  }

  private static Geometry overlay(Geometry a, Geometry b) {
    Geometry common = OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
    return FLOATING.buildGeometry(PolygonExtracter.getPolygons(common));
  }

  private static double common(Geometry a, Geometry b) {
    return a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())
        ? squareMetres(overlay(a, b))
        : 0;
  }

  private static double squareMetres(Geometry steps) {
    return steps.isEmpty() ? 0 : LocalMetric.around(steps).squareMetres(steps);
  }
}
