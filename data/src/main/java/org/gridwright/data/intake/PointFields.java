package org.gridwright.data.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
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
   * Finds the places of a reader's records; the function throws {@link InputException} when there
   * is no place, or it cannot be meant.
   */
  public Function<Feature, LatticePoint> in(FeatureReader reader, Georeference georeference) {
    return feature ->
        lon == null || lat == null
            ? placeOfGeometry(feature, georeference)
            : georeference.point(
                ordinate(feature, lon, reader), ordinate(feature, lat, reader), feature.source());
  }

  private static LatticePoint placeOfGeometry(Feature feature, Georeference georeference) {
    Geometry geometry = feature.geometry();
    if (geometry == null || geometry.isEmpty()) {
      throw InputException.at(feature.source(), "intake.place-no-point");
    }
    Geometry sole = SoleMember.of(geometry);
    if (sole instanceof Point point) {
      return georeference.point(point.getX(), point.getY(), feature.source());
    }
    throw sole.getNumGeometries() > 1 && sole.getDimension() == 0
        ? InputException.at(feature.source(), "intake.place-several", sole.getNumGeometries())
        : InputException.at(feature.source(), "intake.place-other", sole.getGeometryType());
  }

  private static double ordinate(Feature feature, String field, FeatureReader reader) {
    String text =
        feature
            .value(field)
            .orElseThrow(() -> InputException.at(feature.source(), "intake.place-empty", field));
    Optional<String> pointed = reader.pointed(text);
    if (pointed.isEmpty()) {
      throw InputException.at(
          feature.source(), "intake.place-marks", field, text, reader.decimalRemedy());
    }
    try {
      return DecimalText.parse(pointed.get());
    } catch (NumberFormatException e) {
      throw InputException.because(e, feature.source(), "intake.place-not-number", field, text);
    }
  }
}
