package org.gridwright.data.intake;

import java.util.List;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.InputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * Where a record's place stands: in two fields, or in its point geometry.
 *
 * @param lon field of the longitude or easting; null for the geometry
 * @param lat field of the latitude or northing; null for the geometry
 */
public record PointFields(@Nullable String lon, @Nullable String lat) {

  /** The point geometry of a GeoJSON or GeoPackage feature. */
  public static final PointFields GEOMETRY = new PointFields(null, null);

  /** The fields read; none for the geometry. */
  List<String> fields() {
    return lon == null || lat == null ? List.of() : List.of(lon, lat);
  }

  /**
   * @throws InputException when there is no place, or it cannot be meant
   */
  LatticePoint place(Feature feature, Georeference georeference) {
    if (lon == null || lat == null) {
      if (feature.geometry() instanceof Point point && !point.isEmpty()) {
        return georeference.point(point.getX(), point.getY(), feature.source());
      }
      throw InputException.at(feature.source(), "intake.place-no-point");
    }
    return georeference.point(ordinate(feature, lon), ordinate(feature, lat), feature.source());
  }

  private static double ordinate(Feature feature, String field) {
    String text =
        feature
            .value(field)
            .orElseThrow(() -> InputException.at(feature.source(), "intake.place-empty", field));
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw InputException.because(e, feature.source(), "intake.place-not-number", field, text);
    }
    if (!Double.isFinite(value)) {
      throw InputException.at(feature.source(), "intake.place-not-number", field, text);
    }
    return value;
  }
}
