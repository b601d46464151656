package org.gridwright.crs;

import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.IdentifiedObject;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.OperationNotFoundException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Envelope;

/** A horizontal reference system of the EPSG registry. Immutable and thread-safe. */
final class EpsgProjection {

  /**
   * Flattening of the ellipsoids of WGS 84, GRS 1980 and CGCS2000, which agree to six digits. A
   * datum on one of them is earth-centred, and within two metres of WGS 84 (plate motion) even when
   * the registry lists no parameters for it.
   */
  private static final double MODERN_SEMI_MAJOR_METRES = 6378137.0;

  private static final double MODERN_INVERSE_FLATTENING = 298.2572;

  private final String code;
  private final MathTransform transform;
  private final Envelope areaOfUse;

  private EpsgProjection(String code, MathTransform transform, Envelope areaOfUse) {
    this.code = code;
    this.transform = transform;
    this.areaOfUse = areaOfUse;
  }

  /**
   * @param code {@code EPSG:<number>}
   * @throws CrsException when it is not known, not horizontal, or has no known way to WGS 84
   */
  static EpsgProjection of(String code) {
    EpsgDatabase.prepare();
    try {
      CoordinateReferenceSystem crs = CRS.decode(code, true);
      if (!(crs instanceof SingleCRS single
          && single.getDatum() instanceof GeodeticDatum datum
          && crs.getCoordinateSystem().getDimension() == 2)) {
        throw new CrsException(CrsMessages.of("crs.not-horizontal", code, nameOf(crs)));
      }
      return new EpsgProjection(code, findTransform(code, crs, datum), areaOf(crs));
    } catch (NoSuchAuthorityCodeException e) {
      throw new CrsException(CrsMessages.of("crs.code-unknown", code), e);
    } catch (FactoryException e) {
      throw new CrsException(
          CrsMessages.of("crs.code-unusable", code, String.valueOf(e.getMessage())), e);
    }
  }

  /** Where the system is meant to be used, in degrees; the whole earth where not stated. */
  Envelope areaOfUse() {
    return areaOfUse;
  }

  void toWgs84(double x, double y, double[] outLonLat) {
    outLonLat[0] = x;
    outLonLat[1] = y;
    try {
      transform.transform(outLonLat, 0, outLonLat, 0, 1);
    } catch (TransformException e) {
      throw new CrsException(CrsMessages.of("crs.coordinate-outside", x, y, code), e);
    }
  }

  private static MathTransform findTransform(
      String code, CoordinateReferenceSystem crs, GeodeticDatum datum) throws FactoryException {
    try {
      return CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, false);
    } catch (OperationNotFoundException e) {
      if (!isModern(datum.getEllipsoid())) {
        throw new CrsException(CrsMessages.of("crs.datum-shift-unknown", code, nameOf(datum)), e);
      }
      return CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, true);
    }
  }

  private static boolean isModern(Ellipsoid ellipsoid) {
    return Math.abs(ellipsoid.getSemiMajorAxis() - MODERN_SEMI_MAJOR_METRES) < 0.5
        && Math.abs(ellipsoid.getInverseFlattening() - MODERN_INVERSE_FLATTENING) < 0.001;
  }

  private static String nameOf(IdentifiedObject object) {
    return object.getName().getCode();
  }

  private static Envelope areaOf(CoordinateReferenceSystem crs) {
    GeographicBoundingBox box = CRS.getGeographicBoundingBox(crs);
    if (box == null || box.getWestBoundLongitude() > box.getEastBoundLongitude()) {
      return new Envelope(-180, 180, -90, 90);
    }
    return new Envelope(
        box.getWestBoundLongitude(),
        box.getEastBoundLongitude(),
        box.getSouthBoundLatitude(),
        box.getNorthBoundLatitude());
  }
}
