package org.gridwright.data.intake.look;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.CrsNames;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.exchange.TextDialect;
import org.gridwright.data.intake.Georeference;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What a file is, by its first records.
 *
 * @param layers of the file; empty for formats without layers
 * @param layer the one looked at; null for formats without layers
 * @param dialect how a CSV is written; null for other formats
 * @param crs the reference system that the file names or that was told; null where there is none
 * @param records how many were looked at
 * @param whole whether these were all
 * @param keyField the field that only numbers the records; null where there is none
 * @param bounds of the shapes looked at in degrees of WGS 84; null where there are none that could
 *     be placed
 * @param trouble why shapes could not be placed, as an import would say it; null where they could
 * @param datum the one that the file's name tells; null where it does not
 * @param datumAsked whether somebody has to say which datum is meant: the place is one where maps
 *     are commonly shifted, and nothing tells
 * @param uses what the records can be, the likeliest first
 * @param zones how they may be read as zones; null where they have no areas or no codes
 */
public record FileLook(
    Format format,
    List<String> layers,
    @Nullable String layer,
    @Nullable TextDialect dialect,
    @Nullable String crs,
    int records,
    boolean whole,
    @Nullable String keyField,
    Shapes shapes,
    List<FieldLook> fields,
    @Nullable Envelope bounds,
    @Nullable Message trouble,
    @Nullable Datum datum,
    boolean datumAsked,
    List<Use> uses,
    @Nullable ZoneProposal zones,
    PointProposal points) {

  /** Records that a look reads at most. */
  static final int MOST_RECORDS = 20_000;

  private static final int STEP = 256;

  /** The format of a file. */
  public enum Format {
    GEOJSON,
    GEOPACKAGE,
    CSV;

    /** The name used in APIs, such as {@code csv}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The geometries of the records. */
  public enum Shapes {
    NONE,
    POINTS,
    LINES,
    AREAS,
    MIXED;

    /** The name used in APIs, such as {@code areas}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    Shapes and(int dimension) {
      Shapes other = dimension == 0 ? POINTS : dimension == 1 ? LINES : AREAS;
      return this == NONE || this == other ? other : MIXED;
    }
  }

  /** What records can be imported as. */
  public enum Use {
    ZONES,
    OUTLINES,
    JURISDICTION,
    ADDRESSES,
    INCIDENTS,
    OFFICERS;

    /** The name used in APIs, such as {@code zones}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public FileLook {
    layers = List.copyOf(layers);
    fields = List.copyOf(fields);
    uses = List.copyOf(uses);
  }

  /**
   * Looks at a file.
   *
   * @param reading the first layer is looked at where it names none
   * @throws InputException when the file cannot be read
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static FileLook of(Path file, ReadOptions reading, Datum datum, Progress progress) {
    List<String> layers = FeatureReader.layers(file);
    String layer = reading.layer() != null || layers.isEmpty() ? reading.layer() : layers.get(0);
    ReadOptions chosen = new ReadOptions(reading.crs(), layer, reading.text(), reading.shaping());
    try (FeatureReader reader = FeatureReader.open(file, chosen)) {
      Sample sample = new Sample(reader::pointed);
      Placing placing = new Placing(reader, chosen, datum);
      while (reader.hasNext() && sample.records() < MOST_RECORDS) {
        Feature feature = reader.next();
        sample.add(feature);
        placing.add(feature);
        if (sample.records() % STEP == 0) {
          progress.at(reader.bytesRead(), reader.bytesTotal());
        }
      }
      if (sample.records() == 0) {
        throw InputException.at(InputFile.of(file).source(), "intake.no-records");
      }
      String key = reader.keyField().orElse(null);
      TextDialect dialect = reader.dialect().orElse(null);
      return of(file, layers, layer, dialect, !reader.hasNext(), key, sample, placing);
    }
  }

  private static FileLook of(
      Path file,
      List<String> layers,
      @Nullable String layer,
      @Nullable TextDialect dialect,
      boolean whole,
      @Nullable String key,
      Sample sample,
      Placing placing) {
    PointProposal points = PointProposal.of(sample);
    if (placing.shapes == Shapes.NONE && points.hasPlace()) {
      placing.add(sample, String.valueOf(points.lon()), String.valueOf(points.lat()));
    }
    boolean areas = placing.shapes == Shapes.AREAS || placing.shapes == Shapes.MIXED;
    Datum told = DatumWords.in(String.valueOf(file.getFileName())).orElse(null);
    return new FileLook(
        format(InputFile.of(file).content()),
        layers,
        layer,
        dialect,
        placing.crs.orElse(null),
        sample.records(),
        whole,
        key,
        placing.shapes,
        sample.fields(),
        placing.bounds.isNull() ? null : placing.bounds,
        placing.trouble,
        told,
        told == null && placing.isDoubtful(),
        Uses.of(sample.fields(), areas, placing.shapes == Shapes.POINTS, points),
        areas ? ZoneProposal.of(sample, key).orElse(null) : null,
        points);
  }

  private static Format format(InputFile.Content content) {
    return switch (content) {
      case JSON -> Format.GEOJSON;
      case GEOPACKAGE -> Format.GEOPACKAGE;
      case TEXT -> Format.CSV;
    };
  }

  /** Where the shapes lie, as far as they can be placed. */
  private static final class Placing {

    private final Optional<String> crs;
    private final Envelope bounds = new Envelope();
    private Shapes shapes = Shapes.NONE;
    private @Nullable Georeference georeference;
    private @Nullable Message trouble;

    Placing(FeatureReader reader, ReadOptions reading, Datum datum) {
      this.crs = reader.crs();
      try {
        this.georeference = Georeference.of(reader, reading, datum, LatticeEnvelope.EMPTY);
      } catch (InputException noWay) {
        this.trouble = noWay.what();
      }
    }

    void add(Feature feature) {
      Geometry geometry = feature.geometry();
      if (geometry == null || geometry.isEmpty()) {
        return;
      }
      shapes = shapes.and(geometry.getDimension());
      try {
        if (georeference != null) {
          bounds.expandToInclude(
              georeference.degrees(geometry, feature.source()).getEnvelopeInternal());
        }
      } catch (InputException misplaced) {
        trouble = trouble == null ? misplaced.told() : trouble;
      }
    }

    /** Places in two fields of a table. */
    void add(Sample sample, String lon, String lat) {
      List<String> xs = sample.values(lon);
      List<String> ys = sample.values(lat);
      Georeference places = georeference;
      for (int i = 0; i < xs.size() && places != null; i++) {
        if (!xs.get(i).isEmpty() && !ys.get(i).isEmpty()) {
          place(places, Double.parseDouble(xs.get(i)), Double.parseDouble(ys.get(i)));
        }
      }
    }

    private void place(Georeference places, double x, double y) {
      if (x == 0 && y == 0) {
        return;
      }
      try {
        LatticePoint point = places.point(x, y, Source.file(""));
        bounds.expandToInclude(point.lon(), point.lat());
      } catch (InputException misplaced) {
        trouble = trouble == null ? misplaced.what() : trouble;
      }
    }

    boolean isDoubtful() {
      boolean degrees =
          crs.isEmpty() || crs.get().equals(CrsNames.CRS84) || crs.get().equals("EPSG:4326");
      Coordinate middle = bounds.centre();
      return degrees && middle != null && Datum.isDoubtfulAt(middle.getX(), middle.getY());
    }
  }
}
