package org.gridwright.crs;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Brings coordinates of one reference system and datum to longitude and latitude of WGS 84.
 * Immutable and safe to use from any thread.
 *
 * <p>Input is always (longitude or easting, latitude or northing), also for systems whose authority
 * declares the other order. A shift between national datums is taken from the EPSG registry: it is
 * good to a metre or a few where the registry knows only three or seven parameters, and there are
 * no grid-shift files.
 */
public final class CrsTransform {

  /** Longitude and latitude of WGS 84 as they are. */
  public static final CrsTransform WGS84 =
      new CrsTransform(CrsNames.CRS84, Datum.WGS84, null, new Envelope(-180, 180, -90, 90));

  /** Longitude and latitude that equal those of WGS 84 within centimetres. */
  private static final Set<String> PLAIN_LON_LAT = Set.of(CrsNames.CRS84, "EPSG:4326", "EPSG:4490");

  /** A coordinate this far outside its system's area of use was not meant to be in that system. */
  private static final double MARGIN_DEGREES = 5;

  private final String code;
  private final Datum datum;
  private final @Nullable EpsgProjection projection;
  private final Envelope allowed;

  private CrsTransform(
      String code, Datum datum, @Nullable EpsgProjection projection, Envelope allowed) {
    this.code = code;
    this.datum = datum;
    this.projection = projection;
    this.allowed = allowed;
  }

  /**
   * The transform of a reference system.
   *
   * @param name a code such as {@code EPSG:4547}, {@code 4547} or {@code OGC:CRS84}, or another
   *     spelling that {@link CrsNames} knows
   * @param datum what the longitudes and latitudes are measured against; other than {@link
   *     Datum#WGS84} only with plain longitude and latitude (CRS84, EPSG:4326, EPSG:4490)
   * @throws CrsException when the code is not known, is not a horizontal system, has no known way
   *     to WGS 84, or does not go with the datum
   */
  public static CrsTransform of(String name, Datum datum) {
    String code =
        CrsNames.recognise(name)
            .orElseThrow(() -> new CrsException(CrsMessages.of("crs.name-unreadable", name)));
    if (PLAIN_LON_LAT.contains(code)) {
      return new CrsTransform(code, datum, null, WGS84.allowed);
    }
    if (datum != Datum.WGS84) {
      throw new CrsException(CrsMessages.of("crs.datum-with-projection", datum.id(), code));
    }
    EpsgProjection projection = EpsgProjection.of(code);
    Envelope allowed = new Envelope(projection.areaOfUse());
    allowed.expandBy(MARGIN_DEGREES);
    return new CrsTransform(code, datum, projection, allowed);
  }

  /**
   * Opens the bundled EPSG database, so that the first {@link #of} does not wait for it (about two
   * seconds). May run in the background.
   */
  public static void warmUp() {
    EpsgProjection.of("EPSG:32650");
  }

  /** The short code, {@code EPSG:<number>} or {@code OGC:CRS84}. */
  public String code() {
    return code;
  }

  public Datum datum() {
    return datum;
  }

  /** Whether coordinates come out exactly as they went in. */
  public boolean isIdentity() {
    return projection == null && datum == Datum.WGS84;
  }

  /**
   * Transforms one position.
   *
   * @param x longitude or easting, in the unit of the system
   * @param y latitude or northing
   * @param outLonLat receives longitude and latitude of WGS 84, in degrees, at positions 0 and 1
   * @throws CrsException when the position has no longitude and latitude, or lies more than five
   *     degrees outside the area that the system is used in; {@code outLonLat} is then undefined
   */
  public void toWgs84(double x, double y, double[] outLonLat) {
    if (projection != null) {
      projection.toWgs84(x, y, outLonLat);
    } else if (datum == Datum.WGS84) {
      outLonLat[0] = x;
      outLonLat[1] = y;
    } else {
      double[] lonLat = datum.toWgs84(x, y);
      outLonLat[0] = lonLat[0];
      outLonLat[1] = lonLat[1];
    }
    if (!allowed.contains(outLonLat[0], outLonLat[1])) {
      throw new CrsException(CrsMessages.of("crs.coordinate-outside", x, y, code));
    }
  }

  /**
   * A transformed copy of a geometry, longitude first, SRID 4326; heights are kept as they are.
   *
   * @throws CrsException as for a single position
   */
  public Geometry toWgs84(Geometry geometry) {
    Geometry copy = geometry.copy();
    double[] lonLat = new double[2];
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            toWgs84(points.getX(i), points.getY(i), lonLat);
            points.setOrdinate(i, CoordinateSequence.X, lonLat[0]);
            points.setOrdinate(i, CoordinateSequence.Y, lonLat[1]);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    copy.setSRID(4326);
    return copy;
  }
}
