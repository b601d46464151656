package org.gridwright.data.hotspot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.intake.Georeference;
import org.gridwright.data.intake.PointFields;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The places of a file with their values, in the order of their codes. Immutable, except that
 * geometries must not be changed.
 */
public final class FilePlaces {

  private final String file;
  private final boolean planar;
  private final List<Row> rows;
  private final int[] inFile;

  /**
   * One place.
   *
   * @param shape in degrees of WGS 84, or as in the file where its coordinates are metres; null for
   *     none
   */
  private record Row(
      int line,
      String code,
      OptionalDouble value,
      OptionalDouble atRisk,
      @Nullable Geometry shape) {}

  private FilePlaces(String file, boolean planar, List<Row> read) {
    this.file = file;
    this.planar = planar;
    this.rows = read.stream().sorted(Comparator.comparing(Row::code, Plan.CODE_ORDER)).toList();
    this.inFile = new int[rows.size()];
    for (int place = 0; place < inFile.length; place++) {
      inFile[rows.get(place).line()] = place;
    }
  }

  /**
   * Reads a file.
   *
   * @param planar whether its coordinates are metres in a plane
   * @param tell is handed what a person should know of how the file was read
   * @throws InputException when it cannot be used: a code is missing or occurs twice, or a value is
   *     no number, or at risk there is less than nothing
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static FilePlaces read(
      Path path,
      PlaceColumns columns,
      ReadOptions reading,
      Datum datum,
      boolean planar,
      Consumer<Message> tell,
      Progress progress) {
    List<Row> rows = new ArrayList<>();
    try (FeatureReader reader = FeatureReader.open(path, reading)) {
      Georeference places =
          planar ? null : Georeference.of(reader, reading, datum, LatticeEnvelope.EMPTY);
      FileGround ground = new FileGround(reader, PointFields.GEOMETRY, places);
      FigureField value = FigureField.orNone(columns.value(), reader);
      FigureField atRisk = FigureField.orNone(columns.atRisk(), reader);
      while (reader.hasNext()) {
        progress.at(reader.bytesRead(), reader.bytesTotal());
        Feature feature = reader.next();
        rows.add(
            new Row(
                rows.size(),
                feature.required(columns.code()),
                value == null ? OptionalDouble.empty() : value.of(feature),
                atRisk == null ? OptionalDouble.empty() : atRisk.atLeastZero(feature),
                ground.shape(feature)));
      }
      reader.notes().forEach(tell);
      if (places != null) {
        places.notes().forEach(tell);
      }
      FilePlaces read = new FilePlaces(String.valueOf(path.getFileName()), planar, rows);
      read.requireDifferentCodes(reader);
      return read;
    }
  }

  /**
   * Places that were found in another file, without values.
   *
   * @param shapes by code, in degrees or metres of a plane; null for none
   */
  static FilePlaces found(String file, boolean planar, Map<String, @Nullable Geometry> shapes) {
    List<Row> rows = new ArrayList<>();
    OptionalDouble none = OptionalDouble.empty();
    shapes.forEach((code, shape) -> rows.add(new Row(rows.size(), code, none, none, shape)));
    return new FilePlaces(file, planar, rows);
  }

  /** The codes of the places, in their order. */
  public List<String> codes() {
    return rows.stream().map(Row::code).toList();
  }

  private void requireDifferentCodes(FeatureReader reader) {
    for (int place = 1; place < rows.size(); place++) {
      if (rows.get(place).code().equals(rows.get(place - 1).code())) {
        throw InputException.at(reader.source(), "hotspot.code-twice", rows.get(place).code());
      }
    }
  }

  /** Name of the file. */
  public String file() {
    return file;
  }

  /** Whether coordinates are metres in a plane. */
  public boolean isPlanar() {
    return planar;
  }

  /** Number of places. */
  public int size() {
    return rows.size();
  }

  /** The code of a place. */
  public String code(int place) {
    return rows.get(place).code();
  }

  /** The place of a code; empty where there is none. */
  public Optional<Integer> place(String code) {
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Plan.CODE_ORDER.compare(rows.get(middle).code(), code);
      if (order == 0) {
        return Optional.of(middle);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  /** The places in the order of the file. */
  public IntStream inFileOrder() {
    return IntStream.of(inFile);
  }

  /** What is looked at; places with an empty field have none. */
  public PlaceFigures values() {
    return PlaceFigures.of(
        size(),
        place -> rows.get(place).value().isPresent(),
        place -> rows.get(place).value().orElseThrow());
  }

  /** What it is compared with; none where there is no such field. */
  public PlaceFigures atRisk() {
    return PlaceFigures.of(
        size(),
        place -> rows.get(place).atRisk().isPresent(),
        place -> rows.get(place).atRisk().orElseThrow());
  }

  /** The geometry of a place; null where it has none. */
  public @Nullable Geometry shape(int place) {
    return rows.get(place).shape();
  }

  /**
   * The geometry of a place that needs one.
   *
   * @throws HotspotInputException when it has none
   */
  Geometry requiredShape(int place) {
    Geometry shape = rows.get(place).shape();
    if (shape == null) {
      throw HotspotInputException.of("hotspot.no-geometry", file, code(place));
    }
    return Objects.requireNonNull(shape);
  }
}
