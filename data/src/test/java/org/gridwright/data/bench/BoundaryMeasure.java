package org.gridwright.data.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.ReadOptions;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Measures a boundary file by the overlay of JTS alone, whoever wrote it. Shares nothing with the
 * check and the repair but the reading of files. Degrees become metres by one scale for the whole
 * map, which keeps straight what is straight; areas are corrected for their own latitude.
 */
public final class BoundaryMeasure {

  private static final double METRES_PER_DEGREE = 111_195;
  private static final double SQUARE_METRE = 1;
  private static final double THIN = 0.1;

  private final Map<String, Geometry> units = new LinkedHashMap<>();
  private final double latitude;
  private int invalid;

  private BoundaryMeasure(Map<String, List<Geometry>> parts, double latitude) {
    this.latitude = latitude;
    AffineTransformation toMetres =
        AffineTransformation.scaleInstance(METRES_PER_DEGREE * cosine(latitude), METRES_PER_DEGREE);
    GeometryFactory factory = new GeometryFactory();
    parts.forEach(
        (code, geometries) -> {
          List<Polygon> polygons = new ArrayList<>();
          for (Geometry geometry : geometries) {
            Geometry metres = toMetres.transform(geometry);
            invalid += metres.isValid() ? 0 : 1;
            PolygonExtracter.getPolygons(GeometryFixer.fix(metres), polygons);
          }
          units.put(code, OverlayNGRobust.union(factory.buildGeometry(polygons)));
        });
  }

  /** Reads a file in WGS 84; features of one code are parts of one unit. */
  public static BoundaryMeasure of(Path file, String codeField) {
    Map<String, List<Geometry>> parts = new LinkedHashMap<>();
    Envelope box = new Envelope();
    try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
      while (reader.hasNext()) {
        Feature feature = reader.next();
        Geometry geometry = feature.geometry();
        if (geometry != null) {
          box.expandToInclude(geometry.getEnvelopeInternal());
          parts.computeIfAbsent(feature.required(codeField), it -> new ArrayList<>()).add(geometry);
        }
      }
    }
    return new BoundaryMeasure(parts, box.centre().y);
  }

  /**
   * Prints a line for the original and one for each outcome.
   *
   * @param arguments field of the code, original, outcomes
   */
  public static void main(String[] arguments) {
    BoundaryMeasure original = of(Path.of(arguments[1]), arguments[0]);
    print("original", original.units.size(), original.faults(), null);
    for (String outcome : Arrays.asList(arguments).subList(2, arguments.length)) {
      BoundaryMeasure measured = of(Path.of(outcome), arguments[0]);
      print(outcome, measured.units.size(), measured.faults(), original.changesTo(measured));
    }
  }

  private static void print(String name, int units, Faults faults, @Nullable Changes changes) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d units, %d invalid; %d overlaps, %.0f m2; %d holes, %d thin, %d below 30 m, %.0f m2%n",
        name,
        units,
        faults.invalid(),
        faults.overlaps(),
        faults.overlapSquareMetres(),
        faults.holes(),
        faults.thinHoles(),
        faults.narrowHoles(),
        faults.holeSquareMetres());
    if (changes != null) {
      System.out.printf(
          Locale.ROOT,
          "  lost %s; %d changed; %.0f m2 moved; at most %.2f %% of a unit; farthest vertex %.2f m%n",
          changes.lost(),
          changes.changed(),
          changes.movedSquareMetres(),
          100 * changes.mostMovedShare(),
          changes.farthestVertexMetres());
    }
  }

  /**
   * What does not fit together; pieces of at most 1 m² are left out.
   *
   * @param invalid features that are no valid polygons
   * @param overlaps pairs of units
   * @param holes holes of the union of all units
   * @param thinHoles of these, those with 4πA/P² below 0.1
   * @param narrowHoles of these, those narrower than 30 m
   */
  public record Faults(
      int invalid,
      int overlaps,
      double overlapSquareMetres,
      int holes,
      int thinHoles,
      int narrowHoles,
      double holeSquareMetres) {}

  /** What does not fit together in the file. */
  public Faults faults() {
    double[] overlaps = overlaps();
    int holes = 0;
    int thin = 0;
    int narrow = 0;
    double holeArea = 0;
    for (Polygon hole : holes()) {
      double area = squareMetres(hole);
      if (area > SQUARE_METRE) {
        holes++;
        holeArea += area;
        thin += 4 * Math.PI * hole.getArea() / Math.pow(hole.getLength(), 2) < THIN ? 1 : 0;
        narrow += 2 * MaximumInscribedCircle.getRadiusLine(hole, 0.05).getLength() < 30 ? 1 : 0;
      }
    }
    return new Faults(invalid, (int) overlaps[0], overlaps[1], holes, thin, narrow, holeArea);
  }

  /**
   * How an outcome differs from this file.
   *
   * @param lost codes that the outcome lacks, or that have no area there
   * @param changed units whose ground differs by more than 0.1 m²
   * @param movedSquareMetres ground that is in one of the two, summed over units
   * @param mostMovedShare greatest share of a unit's former area that it gained or lost
   * @param farthestVertexMetres greatest distance from a vertex of the outcome to the nearest line
   *     of the original
   */
  public record Changes(
      List<String> lost,
      int changed,
      double movedSquareMetres,
      double mostMovedShare,
      double farthestVertexMetres) {}

  /** How an outcome differs from this file. */
  public Changes changesTo(BoundaryMeasure outcome) {
    List<String> lost = new ArrayList<>();
    int changed = 0;
    double moved = 0;
    double mostShare = 0;
    for (Map.Entry<String, Geometry> unit : units.entrySet()) {
      Geometry after = scaledAs(outcome, unit.getKey());
      if (after == null || after.isEmpty()) {
        lost.add(unit.getKey());
        continue;
      }
      double difference =
          squareMetres(OverlayNGRobust.overlay(unit.getValue(), after, OverlayNG.SYMDIFFERENCE));
      changed += difference > 0.1 ? 1 : 0;
      moved += difference;
      mostShare = Math.max(mostShare, difference / squareMetres(unit.getValue()));
    }
    return new Changes(lost, changed, moved, mostShare, farthestVertex(outcome));
  }

  private double[] overlaps() {
    List<Geometry> all = List.copyOf(units.values());
    STRtree index = new STRtree();
    for (int i = 0; i < all.size(); i++) {
      index.insert(all.get(i).getEnvelopeInternal(), i);
    }
    double[] countAndArea = new double[2];
    for (int i = 0; i < all.size(); i++) {
      for (Object near : index.query(all.get(i).getEnvelopeInternal())) {
        if ((Integer) near > i) {
          double area =
              squareMetres(
                  OverlayNGRobust.overlay(
                      all.get(i), all.get((Integer) near), OverlayNG.INTERSECTION));
          countAndArea[0] += area > SQUARE_METRE ? 1 : 0;
          countAndArea[1] += area > SQUARE_METRE ? area : 0;
        }
      }
    }
    return countAndArea;
  }

  private List<Polygon> holes() {
    GeometryFactory factory = new GeometryFactory();
    Geometry union = OverlayNGRobust.union(factory.buildGeometry(units.values()));
    List<Polygon> holes = new ArrayList<>();
    for (Object part : PolygonExtracter.getPolygons(union)) {
      Polygon polygon = (Polygon) part;
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        holes.add(factory.createPolygon(polygon.getInteriorRingN(i)));
      }
    }
    return holes;
  }

  /** A unit of another file in the metres of this one; null where it is not there. */
  private @Nullable Geometry scaledAs(BoundaryMeasure other, String code) {
    Geometry unit = other.units.get(code);
    double scale = cosine(latitude) / cosine(other.latitude);
    return unit == null ? null : AffineTransformation.scaleInstance(scale, 1).transform(unit);
  }

  private double farthestVertex(BoundaryMeasure outcome) {
    STRtree lines = new STRtree();
    for (Geometry unit : units.values()) {
      for (Object line : LinearComponentExtracter.getLines(unit)) {
        Coordinate[] points = ((LineString) line).getCoordinates();
        for (int i = 1; i < points.length; i++) {
          LineSegment segment = new LineSegment(points[i - 1], points[i]);
          lines.insert(new Envelope(points[i - 1], points[i]), segment);
        }
      }
    }
    return outcome.units.keySet().stream()
        .map(code -> scaledAs(outcome, code))
        .filter(Objects::nonNull)
        .flatMap(unit -> Arrays.stream(unit.getCoordinates()))
        .mapToDouble(point -> distance(point, lines))
        .max()
        .orElse(0);
  }

  private static double distance(Coordinate point, STRtree lines) {
    for (double reach = 10; ; reach *= 10) {
      Envelope around = new Envelope(point);
      around.expandBy(reach);
      double nearest = Double.POSITIVE_INFINITY;
      for (Object segment : lines.query(around)) {
        nearest = Math.min(nearest, ((LineSegment) segment).distance(point));
      }
      if (nearest <= reach) {
        return nearest;
      }
    }
  }

  private double squareMetres(Geometry scaled) {
    double sum = 0;
    for (Object part : PolygonExtracter.getPolygons(scaled)) {
      Polygon polygon = (Polygon) part;
      if (!polygon.isEmpty()) {
        double middle = polygon.getCoordinate().y / METRES_PER_DEGREE;
        sum += polygon.getArea() * cosine(middle) / cosine(latitude);
      }
    }
    return sum;
  }

  private static double cosine(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }
}
