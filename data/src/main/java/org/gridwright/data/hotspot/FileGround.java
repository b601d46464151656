package org.gridwright.data.hotspot;

import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.intake.Georeference;
import org.gridwright.data.intake.PointFields;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Where the records of a file are. For one thread.
 *
 * @param place fields of a record's point
 * @param georeference brings coordinates to degrees of WGS 84; null where they are metres of a
 *     plane
 */
record FileGround(FeatureReader reader, PointFields place, @Nullable Georeference georeference) {

  /** The geometry of a record, null for none. */
  @Nullable Geometry shape(Feature feature) {
    Geometry given = feature.geometry();
    if (given == null || given.isEmpty()) {
      return null;
    }
    return georeference == null ? given : georeference.degrees(given, feature.source());
  }

  /**
   * The point of a record; not of a plane.
   *
   * @throws InputException when it has none, or one that cannot be meant
   */
  LatticePoint point(Feature feature) {
    if (georeference == null) {
      throw new IllegalStateException("coordinates are metres of a plane");
    }
    return place.in(reader, georeference).apply(feature);
  }

  /**
   * The point of a record in a plane.
   *
   * @throws InputException when it has none
   */
  Coordinate metres(Feature feature) {
    if (place.lon() != null && place.lat() != null) {
      return new Coordinate(
          new FigureField(place.lon(), reader).required(feature),
          new FigureField(place.lat(), reader).required(feature));
    }
    if (feature.geometry() instanceof Point point && !point.isEmpty()) {
      return point.getCoordinate();
    }
    throw InputException.at(feature.source(), "intake.place-no-point");
  }
}
