package org.gridwright.data.intake.look;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.intake.Georeference;
import org.gridwright.data.intake.PointFields;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * The shapes of a file as a small picture, in degrees of WGS 84: simplified to what can be seen,
 * and not more than can be drawn at once. Not for computing.
 *
 * @param whole whether all shapes are in it
 */
public record FilePreview(List<Geometry> shapes, boolean whole) {

  private static final int MOST_SHAPES = 6_000;
  private static final int MOST_VERTICES = 150_000;

  /** A shape is simplified to this share of the extent of all. */
  private static final double TOLERANCE = 1.0 / 3000;

  private static final int STEP = 256;

  public FilePreview {
    shapes = List.copyOf(shapes);
  }

  /**
   * Draws a file.
   *
   * @param place the fields of records without geometry
   * @param bounds of all shapes in degrees, as a look tells them; null where there are none
   * @throws InputException when the file cannot be read, or its shapes cannot be placed
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static FilePreview of(
      Path file,
      ReadOptions reading,
      Datum datum,
      PointFields place,
      @Nullable Envelope bounds,
      Progress progress) {
    double tolerance =
        bounds == null ? 0 : Math.max(bounds.getWidth(), bounds.getHeight()) * TOLERANCE;
    List<Geometry> shapes = new ArrayList<>();
    int vertices = 0;
    try (FeatureReader reader = FeatureReader.open(file, reading)) {
      Georeference georeference = Georeference.of(reader, reading, datum, LatticeEnvelope.EMPTY);
      @Nullable Function<Feature, LatticePoint> places =
          place.equals(PointFields.GEOMETRY) ? null : place.in(reader, georeference);
      while (reader.hasNext() && shapes.size() < MOST_SHAPES && vertices < MOST_VERTICES) {
        Geometry shape = shape(reader.next(), places, georeference, tolerance);
        if (shape != null) {
          shapes.add(shape);
          vertices += shape.getNumPoints();
        }
        if (shapes.size() % STEP == 0) {
          progress.at(reader.bytesRead(), reader.bytesTotal());
        }
      }
      return new FilePreview(shapes, !reader.hasNext());
    }
  }

  /** Null where the record has no place, which an import tells. */
  private static @Nullable Geometry shape(
      Feature feature,
      @Nullable Function<Feature, LatticePoint> places,
      Georeference georeference,
      double tolerance) {
    Geometry given = feature.geometry();
    if (given != null && !given.isEmpty()) {
      Geometry degrees = georeference.degrees(given, feature.source());
      return degrees.getDimension() == 0 ? degrees : simplified(degrees, tolerance);
    }
    if (places == null) {
      return null;
    }
    try {
      return LatticeJts.toDegrees(places.apply(feature));
    } catch (InputException noPlace) {
      return null;
    }
  }

  private static Geometry simplified(Geometry degrees, double tolerance) {
    DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(degrees);
    simplifier.setDistanceTolerance(tolerance);
    simplifier.setEnsureValid(false);
    Geometry simple = simplifier.getResultGeometry();
    return simple.isEmpty() ? degrees : simple;
  }
}
