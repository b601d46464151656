package org.gridwright.data.hotspot;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.intake.Georeference;
import org.gridwright.data.intake.PointFields;
import org.gridwright.data.intake.TimesOfFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The records of a file, one after the other, with their places and days. For one thread. */
final class HotspotRows implements AutoCloseable {

  private static final GeometryFactory POINTS = new GeometryFactory();

  private final FeatureReader reader;
  private final PointFields place;
  private final @Nullable Georeference degrees;
  private final @Nullable TimesOfFile times;

  private HotspotRows(
      FeatureReader reader,
      PointFields place,
      @Nullable Georeference degrees,
      @Nullable TimesOfFile times) {
    this.reader = reader;
    this.place = place;
    this.degrees = degrees;
    this.times = times;
  }

  /**
   * Opens a file.
   *
   * @param time field of the day or moment; null where none is asked for
   */
  static HotspotRows open(HotspotFile file, @Nullable String time) {
    FeatureReader reader = FeatureReader.open(file.path(), file.reading());
    try {
      return new HotspotRows(
          reader,
          file.place(),
          file.planar()
              ? null
              : Georeference.of(reader, file.reading(), file.datum(), LatticeEnvelope.EMPTY),
          time == null
              ? null
              : new TimesOfFile(file.path(), file.reading(), List.of(time), file.times()));
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  boolean hasNext(Progress progress) {
    progress.at(reader.bytesRead(), reader.bytesTotal());
    return reader.hasNext();
  }

  Feature next() {
    return reader.next();
  }

  FigureField figure(String field) {
    return new FigureField(field, reader);
  }

  /** The file as a whole. */
  Source source() {
    return reader.source();
  }

  /**
   * Where a record lies, in degrees or metres; null where it has no geometry.
   *
   * @throws InputException when that cannot be meant
   */
  @Nullable Geometry shape(Feature feature) {
    Geometry given = given(feature);
    if (given == null || given.isEmpty()) {
      return null;
    }
    return degrees == null ? given : degrees.degrees(given, feature.source());
  }

  private @Nullable Geometry given(Feature feature) {
    String lon = place.lon();
    String lat = place.lat();
    if (lon == null || lat == null) {
      return feature.geometry();
    }
    return POINTS.createPoint(
        new Coordinate(figure(lon).required(feature), figure(lat).required(feature)));
  }

  /**
   * The day of a record, of a file that was opened with its field.
   *
   * @throws InputException when it has none that can be read
   */
  LocalDate day(Feature feature) {
    if (times == null) {
      throw new IllegalStateException("opened without a field of time");
    }
    return times.of(feature).toLocalDate();
  }

  /** Tells how the file was read; complete at its end. */
  void tell(Consumer<Message> tell) {
    reader.notes().forEach(tell);
    if (degrees != null) {
      degrees.notes().forEach(tell);
    }
    if (times != null) {
      times.notes().forEach(tell);
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
