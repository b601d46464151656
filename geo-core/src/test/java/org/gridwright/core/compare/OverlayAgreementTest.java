package org.gridwright.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.measure.LocalMetric;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The overlap matrix agrees with JTS OverlayNG, pair by pair, in floating point. */
class OverlayAgreementTest {

  /** Rounding on the lattice moves a border by up to half a centimetre. */
  private static final double BORDER_METRES = 0.01;

  @Test
  void realWards() {
    agree(
        RealFeatures.plan(RealData.file("redraw/northumbria_wards_2013.geojson.gz"), "ward"),
        RealFeatures.plan(RealData.file("redraw/northumbria_wards_later.geojson.gz"), "ward"));
  }

  @Test
  void realWardsOfWashington() {
    agree(
        RealFeatures.plan(RealData.file("dc/ward_2002.geojson.gz"), "ward"),
        RealFeatures.plan(RealData.file("dc/ward_2012.geojson.gz"), "ward"));
  }

  @Test
  void citiesThatFitNowhere() {
    agree(RandomPartitions.city(60, 1), RandomPartitions.city(40, 2));
  }

  @Test
  void plansFullOfHardPlaces() {
    for (int seed = 0; seed < SeededRuns.of(300); seed++) {
      Plan from = RandomPartitions.hard(new Random(seed));
      Plan to = RandomPartitions.hard(new Random(seed + 1_000));
      Comparison comparison =
          Comparison.of(from, 0, to, 0, CompareOptions.DEFAULT.withCodes(false).withWidth(0));
      double ofUnits = comparison.totalSquareMetresFrom();
      double ofPieces =
          comparison.overlaps().stream()
              .filter(overlap -> overlap.from() != Overlap.NOBODY)
              .mapToDouble(Overlap::squareMetres)
              .sum();
      assertThat(ofPieces).as("seed %d", seed).isCloseTo(ofUnits, within(ofUnits * .1));
    }
  }

  private static void agree(Plan from, Plan to) {
    int depth = from.theme().gridLevel().depth();
    Comparison comparison = Comparison.of(from, depth, to, depth, CompareOptions.DEFAULT);
    Map<String, Overlap> ours = new HashMap<>();
    comparison.overlaps().forEach(it -> ours.put(it.from() + " " + it.to(), it));
    List<Geometry> before = geometries(comparison.from());
    List<Geometry> after = geometries(comparison.to());
    for (int i = 0; i < before.size(); i++) {
      for (int j = 0; j < after.size(); j++) {
        Geometry a = before.get(i);
        Geometry b = after.get(j);
        if (a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
          agree(ours.remove(i + " " + j), common(a, b), Math.min(squareMetres(a), squareMetres(b)));
        }
      }
      ours.remove(i + " " + Overlap.NOBODY);
    }
    assertThat(ours.values()).allMatch(overlap -> overlap.from() == Overlap.NOBODY);
  }

  private static void agree(@Nullable Overlap overlap, Geometry common, double smaller) {
    if (common.isEmpty() || common.getArea() == 0) {
      assertThat(overlap == null || overlap.squareMetres() < 1).isTrue();
      return;
    }
    LocalMetric metric = LocalMetric.around(common);
    double expected = metric.squareMetres(common);
    double rounding = BORDER_METRES * metric.toMetres(common).getLength();
    assertThat(overlap == null ? 0 : overlap.squareMetres())
        .isCloseTo(expected, within(rounding + expected * 1e-4));
    double width = metric.widthMetres(common);
    if (overlap != null && overlap.noise()) {
      assertThat(width).isLessThan(12);
    } else if (overlap != null && width < 8) {
      assertThat(overlap.squareMetres()).isGreaterThan(0.4 * smaller);
    }
  }

  private static double squareMetres(Geometry area) {
    return LocalMetric.around(area).squareMetres(area);
  }

  private static Geometry common(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
  }

  private static List<Geometry> geometries(List<Unit> units) {
    return units.stream()
        .map(unit -> (Geometry) LatticeJts.toSteps(unit.drawnArea()))
        .map(area -> area.isValid() ? area : GeometryFixer.fix(area))
        .toList();
  }
}
