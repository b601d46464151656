package org.gridwright.data.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.Source;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** Reads files of which only the shapes matter: streets, or land. */
public final class ShapesFile {

  private ShapesFile() {}

  /**
   * The lines of a file, and the outlines of its areas; points are left out.
   *
   * @param tell is handed what a person should know of how the file was read
   * @throws InputException when the file cannot be used
   */
  public static List<LatticeLine> lines(
      Path file, ReadOptions reading, Datum datum, Consumer<Message> tell) {
    List<LatticeLine> lines = new ArrayList<>();
    try (FeatureReader reader = FeatureReader.open(file, reading)) {
      Georeference places = Georeference.of(reader, reading, datum, LatticeEnvelope.EMPTY);
      while (reader.hasNext()) {
        addLines(reader.next(), places, lines);
      }
      reader.notes().forEach(tell);
      places.notes().forEach(tell);
    }
    return lines;
  }

  /**
   * The areas of a file as one.
   *
   * @param tell is handed what a person should know of how the file was read
   * @throws InputException when the file cannot be used, or a feature is no area
   */
  public static LatticeMultiPolygon land(
      Path file, ReadOptions reading, Datum datum, Consumer<Message> tell) {
    List<LatticeMultiPolygon> all = new ArrayList<>();
    try (FeatureReader reader = FeatureReader.open(file, reading)) {
      FeatureAreas areas = new FeatureAreas(reader, reading, datum, LatticeEnvelope.EMPTY);
      while (reader.hasNext()) {
        areas.of(reader.next()).ifPresent(all::add);
      }
      areas.notes().forEach(tell);
    }
    if (all.isEmpty()) {
      throw InputException.at(Source.file(String.valueOf(file.getFileName())), "intake.no-zones");
    }
    return UpperLevels.union(all);
  }

  private static void addLines(Feature feature, Georeference places, List<LatticeLine> lines) {
    for (Geometry geometry : Optional.ofNullable(feature.geometry()).stream().toList()) {
      for (Object component : LinearComponentExtracter.getLines(geometry)) {
        Coordinate[] at = ((LineString) component).getCoordinates();
        int[] xy = new int[2 * at.length];
        boolean moves = false;
        for (int i = 0; i < at.length; i++) {
          LatticePoint point = places.point(at[i].x, at[i].y, feature.source());
          xy[2 * i] = point.x();
          xy[2 * i + 1] = point.y();
          moves |= xy[2 * i] != xy[0] || xy[2 * i + 1] != xy[1];
        }
        if (moves) {
          lines.add(LatticeLine.of(xy));
        }
      }
    }
  }
}
