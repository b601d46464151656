package org.gridwright.data.intake;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;

/**
 * Layers whose type is MultiPoint, MultiPolygon or GeometryCollection wrap each single geometry: a
 * collection of one is that one.
 */
final class SoleMember {

  private SoleMember() {}

  /** What a collection of one wraps, however often; any other geometry as it is. */
  static Geometry of(Geometry geometry) {
    Geometry sole = geometry;
    while (sole instanceof GeometryCollection && sole.getNumGeometries() == 1) {
      sole = sole.getGeometryN(0);
    }
    return sole;
  }
}
