package org.gridwright.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticeJts;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;

/**
 * The oracle is the maximum inscribed circle of JTS, and figures whose answer is known. On pieces
 * thousands of times longer than wide that of JTS stops early with too small a circle; whether a
 * larger one fits is then asked of erosion (JTS's buffer inwards).
 */
class InscribedCircleTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Test
  void figuresWithAKnownCircle() {
    assertThat(radius(0, 0, 3, 0, 0, 4)).as("a triangle of 3, 4 and 5").isCloseTo(1, within(0.01));
    assertThat(radius(0, 0, 100, 0, 100, 20, 0, 20)).isCloseTo(10, within(0.1));
    for (double length : new double[] {10, 1_000, 50_000}) {
      assertThat(radius(0, 0, length, 0, length, 1.5, 0, 1.5))
          .as("a strip of %.0f m", length)
          .isCloseTo(0.75, within(0.0075));
      assertThat(radius(0, 0, length, length, length, length + 0.1, 0, 0.1))
          .as("a slanted strip of %.0f m", length)
          .isCloseTo(0.1 / Math.sqrt(2) / 2, within(0.01 * 0.036));
    }
  }

  private static double radius(double... xy) {
    Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < ring.length; i++) {
      int at = 2 * i % xy.length;
      ring[i] = new Coordinate(xy[at], xy[at + 1]);
    }
    return InscribedCircle.radius(FACTORY.createPolygon(ring));
  }

  @Test
  void randomSliversWithinOnePercentOfJts() {
    for (int seed = 0; seed < SeededRuns.of(60); seed++) {
      Polygon sliver = sliver(new Random(seed));
      assertThat(InscribedCircle.radius(sliver))
          .as("seed %d", seed)
          .isCloseTo(jts(sliver), within(0.01 * jts(sliver)));
    }
  }

  /** A band of changing width around a walk, or a star, with a hole now and then. */
  private static Polygon sliver(Random random) {
    while (true) {
      Coordinate[] walk = new Coordinate[3 + random.nextInt(10)];
      double x = 0;
      double y = 0;
      for (int i = 0; i < walk.length; i++) {
        walk[i] = new Coordinate(x, y);
        x += 5 + 40 * random.nextDouble();
        y += 30 * (random.nextDouble() - 0.5);
      }
      Geometry band =
          BufferOp.bufferOp(FACTORY.createLineString(walk), 0.2 + 3 * random.nextDouble(), 2)
              .union(FACTORY.createPoint(walk[1]).buffer(4 * random.nextDouble(), 3));
      if (random.nextBoolean()) {
        band = band.difference(FACTORY.createPoint(walk[1]).buffer(random.nextDouble(), 2));
      }
      if (band instanceof Polygon polygon) {
        return polygon;
      }
    }
  }

  private static double jts(Polygon polygon) {
    double least = polygon.getArea() / polygon.getLength();
    return new MaximumInscribedCircle(polygon, least / 500).getRadiusLine().getLength();
  }

  /** Each fifth finding; all of them in long runs, because the oracle takes its time. */
  @Test
  void widthsOfRealFindingsWithinOnePercentOfJts() {
    int step = SeededRuns.areLong() ? 1 : 5;
    for (String map : List.of("new_haven name", "durham name", "nyc_pediacities neighborhood")) {
      String[] words = map.split(" ", 2);
      Path file = RealData.file("defects/" + words[0] + ".geojson.gz");
      List<Finding> wide =
          CoverageCheck.standard().check(RealFeatures.plan(file, words[1])).stream()
              .filter(it -> it.widthMetres() > 0)
              .toList();
      int early = 0;
      int compared = 0;
      for (int i = 0; i < wide.size(); i += step) {
        early += agrees(wide.get(i)) ? 0 : 1;
        compared++;
      }
      System.out.printf(
          "%s: %d widths within 1 %% of JTS, %d of them by erosion%n", words[0], compared, early);
    }
  }

  /** Whether the circle of JTS has the width that is told; else a wider one fits, by erosion. */
  private static boolean agrees(Finding finding) {
    Geometry steps = LatticeJts.toSteps(LatticeJts.fromDegrees(finding.place()));
    Geometry metres = LocalMetric.around(steps).toMetres(steps);
    double widest = 0;
    for (int i = 0; i < metres.getNumGeometries(); i++) {
      widest = Math.max(widest, 2 * jts((Polygon) metres.getGeometryN(i)));
    }
    double told = finding.widthMetres();
    assertThat(told).as(finding.toString()).isGreaterThan(0.99 * widest);
    if (told <= 1.01 * widest) {
      return true;
    }
    assertThat(metres.buffer(-0.99 * told / 2, 64).isEmpty())
        .as("%s, by erosion", finding)
        .isFalse();
    return false;
  }
}
