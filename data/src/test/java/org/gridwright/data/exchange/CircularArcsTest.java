package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineSegment;

/** CircularArcs drawn with straight pieces, in metres. */
class CircularArcsTest {

  private static final double TOLERANCE = 0.01;
  private static final int RUNS = 2_000;

  private final Random random = new Random(12);

  private static List<Coordinate> drawn(Coordinate from, Coordinate through, Coordinate to) {
    CurveLine line = new CurveLine();
    line.add(from.x, from.y);
    new CircularArcs(TOLERANCE, () -> 1).append(line, through.x, through.y, to.x, to.y);
    return points(line.sequence());
  }

  private static List<Coordinate> points(CoordinateSequence sequence) {
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i < sequence.size(); i++) {
      points.add(new Coordinate(sequence.getX(i), sequence.getY(i)));
    }
    return points;
  }

  /** A circle somewhere in a city, with the angle at which an arc begins and the one it spans. */
  private record Arc(double x, double y, double radius, double start, double span) {

    Coordinate at(double share) {
      double angle = start + share * span;
      return new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }

    List<Coordinate> drawnThrough(double share) {
      return drawn(at(0), at(share), at(1));
    }
  }

  private Arc arc() {
    double span = (0.001 + 6.2 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
    return new Arc(
        500_000 + 10_000 * random.nextDouble(),
        3_380_000 + 10_000 * random.nextDouble(),
        Math.pow(10, 4 * random.nextDouble()),
        2 * Math.PI * random.nextDouble(),
        span);
  }

  @Test
  void theSameArcHasTheSameVerticesFromEitherEnd() {
    for (int i = 0; i < RUNS; i++) {
      Arc arc = arc();
      List<Coordinate> back = drawn(arc.at(1), arc.at(0.4), arc.at(0));
      Collections.reverse(back);
      assertThat(back).isEqualTo(arc.drawnThrough(0.4));
    }
  }

  @Test
  void theSameArcHasTheSameVerticesByWhicheverPointItIsGiven() {
    for (int i = 0; i < RUNS; i++) {
      Arc arc = arc();
      List<Coordinate> one = arc.drawnThrough(0.5);
      List<Coordinate> other = arc.drawnThrough(0.3);
      assertThat(other).hasSameSizeAs(one);
      for (int k = 0; k < one.size(); k++) {
        assertThat(other.get(k).distance(one.get(k))).isLessThan(TOLERANCE / 10);
      }
    }
  }

  @Test
  void everyPieceLiesWithinTheToleranceOfTheArc() {
    for (int i = 0; i < RUNS; i++) {
      Arc arc = arc();
      List<Coordinate> pieces = arc.drawnThrough(0.5);
      for (int k = 1; k < pieces.size(); k++) {
        Coordinate middle = new LineSegment(pieces.get(k - 1), pieces.get(k)).midPoint();
        double off = Math.abs(middle.distance(new Coordinate(arc.x(), arc.y())) - arc.radius());
        assertThat(off).isLessThan(TOLERANCE * 1.001);
      }
      assertThat(pieces.get(0)).isEqualTo(arc.at(0));
      assertThat(pieces.get(pieces.size() - 1)).isEqualTo(arc.at(1));
    }
  }

  @Test
  void noVertexComesSoNearToAnEndThatTheLatticeWouldJoinThem() {
    for (int i = 0; i < RUNS; i++) {
      Arc arc = arc();
      List<Coordinate> pieces = arc.drawnThrough(0.5);
      for (int k = 1; k < pieces.size() && pieces.size() > 2; k++) {
        assertThat(pieces.get(k).distance(pieces.get(k - 1))).isGreaterThan(0.0499);
      }
    }
  }

  @Test
  void anArcThatANeighbourDividesHasItsVertices() {
    Arc whole = new Arc(500_000, 3_380_000, 50, 0.1, 3);
    Arc first = new Arc(500_000, 3_380_000, 50, 0.1, 1.2);
    Arc second = new Arc(500_000, 3_380_000, 50, 1.3, 1.8);
    Set<String> of = new HashSet<>();
    first.drawnThrough(0.5).forEach(point -> of.add(rounded(point)));
    second.drawnThrough(0.5).forEach(point -> of.add(rounded(point)));

    List<Coordinate> apart =
        whole.drawnThrough(0.5).stream()
            .filter(point -> point.distance(first.at(1)) > 0.05)
            .toList();
    assertThat(apart).hasSizeGreaterThan(50);
    assertThat(apart.stream().map(CircularArcsTest::rounded)).isSubsetOf(of);
  }

  private static String rounded(Coordinate point) {
    return Math.round(point.x * 1e4) + " " + Math.round(point.y * 1e4);
  }

  @Test
  void threePointsOnALineAreALine() {
    assertThat(drawn(new Coordinate(0, 0), new Coordinate(3, 1), new Coordinate(9, 3)))
        .containsExactly(new Coordinate(0, 0), new Coordinate(9, 3));
    assertThat(drawn(new Coordinate(0, 0), new Coordinate(9, 0), new Coordinate(3, 0)))
        .containsExactly(new Coordinate(0, 0), new Coordinate(9, 0), new Coordinate(3, 0));
  }

  @Test
  void endsThatAreTheSameMakeACircle() {
    List<Coordinate> circle =
        drawn(new Coordinate(10, 0), new Coordinate(-10, 0), new Coordinate(10, 0));
    assertThat(circle.get(circle.size() - 1)).isEqualTo(circle.get(0));
    assertThat(circle)
        .hasSizeGreaterThan(64)
        .allMatch(p -> Math.abs(p.distance(ORIGIN) - 10) < 1e-9);
  }

  private static final Coordinate ORIGIN = new Coordinate(0, 0);

  @Test
  void anArcNearlyAsFlatAsALineStaysNearIt() {
    List<Coordinate> flat =
        drawn(new Coordinate(0, 0), new Coordinate(500, 1e-5), new Coordinate(1000, 0));
    assertThat(flat).allMatch(point -> Math.abs(point.y) <= TOLERANCE);
    assertThat(flat.get(flat.size() - 1).x).isEqualTo(1000, within(0.0));
  }

  @Test
  void aGeometryThatWouldHaveMillionsOfVerticesIsRefused() {
    CircularArcs arcs = new CircularArcs(1e-9, () -> 1);
    CurveLine line = new CurveLine();
    line.add(1e6, 0);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                arcs.append(line, -1e6, 0, 1e6, 0);
              }
            })
        .isInstanceOf(IllegalArgumentException.class);
  }
}
