package org.gridwright.data.hotspot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gridwright.core.hotspot.weights.Adjacency;
import org.gridwright.core.hotspot.weights.DistanceWeights;
import org.gridwright.core.hotspot.weights.GeodesicPoints;
import org.gridwright.core.hotspot.weights.HigherOrder;
import org.gridwright.core.hotspot.weights.PlacePoints;
import org.gridwright.core.hotspot.weights.PlanarPoints;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.hotspot.weights.TouchingAreas;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.TextOptions;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Who is a neighbour of whom, as it is asked for in a word.
 *
 * @param kind how neighbours are found
 * @param number metres of a band or bandwidth, or how many nearest places; 0 otherwise
 * @param file links by code; null where they come from the places
 */
public record WeightsChoice(Kind kind, double number, @Nullable Path file) {

  /** How neighbours are found. */
  public enum Kind {
    QUEEN,
    ROOK,
    BAND,
    KNN,
    GAUSSIAN,
    QUARTIC,
    FILE
  }

  /**
   * The choice that a word means: {@code queen}, {@code rook}, {@code band:METRES}, {@code knn:K},
   * {@code gaussian:METRES}, {@code quartic:METRES}, or the name of a CSV file with the columns i,
   * j and w.
   *
   * @throws HotspotInputException when it means none
   */
  public static WeightsChoice of(String word, Function<String, Path> resolve) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv") || lower.endsWith(".csv.gz")) {
      return new WeightsChoice(Kind.FILE, 0, resolve.apply(word));
    }
    int colon = lower.indexOf(':');
    String name = colon < 0 ? lower : lower.substring(0, colon);
    for (Kind kind : Kind.values()) {
      boolean numbered = kind != Kind.QUEEN && kind != Kind.ROOK;
      if (kind != Kind.FILE && kind.name().equalsIgnoreCase(name) && numbered == (colon >= 0)) {
        return new WeightsChoice(kind, numbered ? number(kind, word, colon) : 0, null);
      }
    }
    throw HotspotInputException.of("hotspot.weights", word);
  }

  private static double number(Kind kind, String word, int colon) {
    try {
      double number = DecimalText.parse(word.substring(colon + 1));
      if (kind != Kind.KNN || (number == Math.rint(number) && Math.abs(number) < 1e9)) {
        return number;
      }
    } catch (NumberFormatException none) {
      throw HotspotInputException.of("hotspot.weights", word);
    }
    throw HotspotInputException.of("hotspot.weights", word);
  }

  /** The name used in APIs, such as {@code band:500.0}. */
  public String id() {
    return switch (kind) {
      case QUEEN, ROOK -> kind.name().toLowerCase(Locale.ROOT);
      case BAND, GAUSSIAN, QUARTIC -> kind.name().toLowerCase(Locale.ROOT) + ":" + number;
      case KNN -> "knn:" + (int) number;
      case FILE -> file == null ? "" : String.valueOf(file.getFileName());
    };
  }

  /** Whether links come from areas that touch, so that orders are meant. */
  public boolean isContiguity() {
    return kind == Kind.QUEEN || kind == Kind.ROOK;
  }

  /**
   * The weights.
   *
   * @param order how many links neighbours may be apart, those nearer included; 1 but for
   *     contiguity
   * @throws HotspotInputException when the places are not what is needed
   * @throws org.gridwright.core.hotspot.weights.WeightsException when the number cannot be meant
   */
  public SpatialWeights weights(
      FilePlaces places, PointKind points, int order, TextOptions text, Progress progress) {
    return switch (kind) {
      case QUEEN -> touching(Adjacency.QUEEN, places, order, progress);
      case ROOK -> touching(Adjacency.ROOK, places, order, progress);
      case BAND -> DistanceWeights.band(points(places, points), number, progress);
      case KNN -> DistanceWeights.nearest(points(places, points), (int) number, progress);
      case GAUSSIAN ->
          DistanceWeights.kernel(
              points(places, points), DistanceWeights.DistanceDecay.GAUSSIAN, number, progress);
      case QUARTIC ->
          DistanceWeights.kernel(
              points(places, points), DistanceWeights.DistanceDecay.QUARTIC, number, progress);
      case FILE -> LinksFile.read(Objects.requireNonNull(file), places, text, progress);
    };
  }

  private static SpatialWeights touching(
      Adjacency adjacency, FilePlaces places, int order, Progress progress) {
    SpatialWeights first = TouchingAreas.of(adjacency, areas(places), progress.part(0, 0.8));
    return order == 1 ? first : HigherOrder.upTo(first, order, progress.part(0.8, 1));
  }

  private static List<LatticeMultiPolygon> areas(FilePlaces places) {
    Envelope box = new Envelope();
    for (int place = 0; place < places.size(); place++) {
      Geometry shape = places.requiredShape(place);
      if (shape.getDimension() != 2) {
        throw HotspotInputException.of(
            "hotspot.no-area", places.file(), places.code(place), shape.getGeometryType());
      }
      box.expandToInclude(shape.getEnvelopeInternal());
    }
    PlanarLattice plane = PlanarLattice.over(box);
    List<LatticeMultiPolygon> areas = new ArrayList<>();
    for (int place = 0; place < places.size(); place++) {
      Geometry shape = places.requiredShape(place);
      areas.add(places.isPlanar() ? plane.area(shape) : LatticeJts.fromDegrees(shape));
    }
    return areas;
  }

  /** The points that stand for the places; empty where some place has no geometry. */
  public static Optional<PlacePoints> pointsIfAny(FilePlaces places, PointKind kind) {
    for (int place = 0; place < places.size(); place++) {
      if (places.shape(place) == null) {
        return Optional.empty();
      }
    }
    return Optional.of(points(places, kind));
  }

  static PlacePoints points(FilePlaces places, PointKind kind) {
    List<Point> points = new ArrayList<>();
    for (int place = 0; place < places.size(); place++) {
      Geometry shape = places.requiredShape(place);
      points.add(kind == PointKind.CENTROID ? shape.getCentroid() : shape.getInteriorPoint());
    }
    return places.isPlanar()
        ? PlanarPoints.of(
            points.stream().mapToDouble(Point::getX).toArray(),
            points.stream().mapToDouble(Point::getY).toArray())
        : GeodesicPoints.of(
            points.stream().map(at -> LatticePoint.ofDegrees(at.getX(), at.getY())).toList());
  }
}
