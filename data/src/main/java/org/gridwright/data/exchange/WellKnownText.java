package org.gridwright.data.exchange;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Geometry in a field of CSV, as well-known text: first ordinates are east. */
final class WellKnownText {

  /** WGS 84, as PostGIS writes before a geometry; another system is said by an option. */
  private static final Pattern WGS84 = Pattern.compile("SRID=4326;\\s*", Pattern.CASE_INSENSITIVE);

  private WellKnownText() {}

  /**
   * The geometry of a field; null where it is blank.
   *
   * @throws InputException when it is none
   */
  static @Nullable Geometry read(String text, Source source) {
    if (text.isBlank()) {
      return null;
    }
    WKTReader reader = new WKTReader();
    reader.setIsOldJtsCoordinateSyntaxAllowed(false);
    try {
      Geometry geometry = reader.read(WGS84.matcher(text.strip()).replaceFirst(""));
      for (Coordinate each : geometry.getCoordinates()) {
        if (!Double.isFinite(each.x) || !Double.isFinite(each.y)) {
          throw InputException.at(source, "input.ordinate-not-number", each.x + " " + each.y);
        }
      }
      return geometry;
    } catch (ParseException | IllegalArgumentException malformed) {
      throw InputException.because(malformed, source, "input.wkt-malformed");
    }
  }

  /** Whether positions have heights. */
  static boolean hasHeights(Geometry geometry) {
    Coordinate first = geometry.getCoordinate();
    return first != null && !Double.isNaN(first.getZ());
  }
}
