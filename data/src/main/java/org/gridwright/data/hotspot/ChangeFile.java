package org.gridwright.data.hotspot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.message.Message;
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

/** Places of a file with how many incidents they had in two periods, in the order of the file. */
public final class ChangeFile {

  private final FeatureReader reader;
  private final FileGround ground;
  private final ChangeFields fields;
  private final double exposureBefore;
  private final double exposureAfter;
  private final Set<String> seen = new HashSet<>();
  private final List<String> codes = new ArrayList<>();
  private final List<@Nullable Geometry> shapes = new ArrayList<>();
  private final List<ChangeResult.TwoCounts> counted = new ArrayList<>();

  private ChangeFile(
      FeatureReader reader, FileGround ground, ChangeFields fields, double before, double after) {
    this.reader = reader;
    this.ground = ground;
    this.fields = fields;
    this.exposureBefore = before;
    this.exposureAfter = after;
  }

  /**
   * Reads a file and compares.
   *
   * @param before length of the earlier period, by which what is at risk is multiplied
   * @param after length of the later one
   * @throws InputException when a code occurs twice, a count is no whole number from 0 on, or less
   *     than nothing is at risk
   * @throws HotspotInputException when there is no record
   */
  public static ChangeResult read(
      Path path,
      ChangeFields fields,
      double before,
      double after,
      ReadOptions reading,
      Datum datum,
      boolean planar,
      Consumer<Message> tell,
      Progress progress) {
    try (FeatureReader reader = FeatureReader.open(path, reading)) {
      Georeference places =
          planar ? null : Georeference.of(reader, reading, datum, LatticeEnvelope.EMPTY);
      FileGround ground = new FileGround(reader, PointFields.GEOMETRY, places);
      ChangeFile file = new ChangeFile(reader, ground, fields, before, after);
      while (reader.hasNext()) {
        progress.at(reader.bytesRead(), reader.bytesTotal());
        file.add(reader.next());
      }
      reader.notes().forEach(tell);
      if (places != null) {
        places.notes().forEach(tell);
      }
      if (file.codes.isEmpty()) {
        throw HotspotInputException.of("hotspot.no-records", path.getFileName());
      }
      ToldPlaces told = new ToldPlaces(file.codes, null, file.shapes::get);
      return ChangeResult.of(told, file.counted);
    }
  }

  private void add(Feature feature) {
    String code =
        fields.code() == null ? String.valueOf(codes.size() + 1) : feature.required(fields.code());
    if (!seen.add(code)) {
      throw InputException.at(feature.source(), "hotspot.code-twice", code);
    }
    codes.add(code);
    shapes.add(ground.shape(feature));
    OptionalInt before = new FigureField(fields.before(), reader).count(feature);
    OptionalInt after = new FigureField(fields.after(), reader).count(feature);
    OptionalDouble exposedBefore = exposure(fields.atRiskBefore(), exposureBefore, feature);
    OptionalDouble exposedAfter = exposure(fields.atRiskAfter(), exposureAfter, feature);
    counted.add(new ChangeResult.TwoCounts(before, after, exposedBefore, exposedAfter));
  }

  private OptionalDouble exposure(@Nullable String atRisk, double length, Feature feature) {
    if (atRisk == null) {
      return OptionalDouble.of(length);
    }
    OptionalDouble number = new FigureField(atRisk, reader).atLeastZero(feature);
    return number.isPresent() ? OptionalDouble.of(number.getAsDouble() * length) : number;
  }
}
