package org.gridwright.crs;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.referencing.operation.TransformException;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Brings coordinates of one reference system and datum to longitude and latitude of WGS 84.
 * Immutable and safe to use from any thread.
 *
 * <p>Input is (longitude or easting, latitude or northing), also for systems whose authority
 * declares the other order; where it declares neither, such as southing and westing, its own order,
 * as GDAL writes it. In the place of a system that the registry has withdrawn its successor is
 * used, as GDAL does. Systems with heights are read by their horizontal part. A shift between
 * national datums is taken from the EPSG registry, whose parameters are good to some metres, or
 * from a file of grid shifts; {@link #remark} tells how good it is.
 */
public final class CrsTransform {

  /** Longitude and latitude of WGS 84 as they are. */
  public static final CrsTransform WGS84 = plain(CrsNames.CRS84, Datum.WGS84);

  /** Longitude and latitude that equal those of WGS 84 within centimetres. */
  private static final Set<String> PLAIN_LON_LAT =
      Set.of(CrsNames.CRS84, "EPSG:4326", "EPSG:4979", "EPSG:4490", "EPSG:4480");

  /** A coordinate this far outside its system's area of use was not meant to be in that system. */
  private static final double MARGIN_DEGREES = 5;

  private final String code;
  private final @Nullable String withdrawn;
  private final Datum datum;
  private final @Nullable DatumWay way;
  private final double metresPerUnit;
  private final Envelope allowed;

  private CrsTransform(
      String code,
      @Nullable String withdrawn,
      Datum datum,
      @Nullable DatumWay way,
      double metresPerUnit,
      Envelope allowed) {
    this.code = code;
    this.withdrawn = withdrawn;
    this.datum = datum;
    this.way = way;
    this.metresPerUnit = metresPerUnit;
    this.allowed = allowed;
  }

  private static CrsTransform plain(String code, Datum datum) {
    return new CrsTransform(
        code,
        null,
        datum,
        null,
        HorizontalSystem.METRES_PER_DEGREE,
        new Envelope(-180, 180, -90, 90));
  }

  /**
   * The transform of a reference system, by published parameters where its datum is not WGS 84.
   *
   * @throws CrsException as {@link #of(String, Datum, Path)}
   */
  public static CrsTransform of(String name, Datum datum) {
    return of(name, datum, null);
  }

  /**
   * The transform of a reference system.
   *
   * @param name a code such as {@code EPSG:4547}, {@code 4547} or {@code OGC:CRS84}, or another
   *     spelling that {@link CrsNames} knows, or a definition in well-known text
   * @param datum what the longitudes and latitudes are measured against; other than {@link
   *     Datum#WGS84} only with plain longitude and latitude (CRS84, EPSG:4326, EPSG:4490)
   * @param gridShift a file of shifts (NTv2, or NADCON) from the system's datum to WGS 84 or one
   *     that agrees with it; null to go by parameters
   * @throws CrsException when the system is not known, has no horizontal part, has no known way to
   *     WGS 84, or does not go with the datum or the grid
   */
  public static CrsTransform of(String name, Datum datum, @Nullable Path gridShift) {
    String asked =
        CrsNames.recognise(name)
            .orElseThrow(() -> new CrsException(CrsMessages.of("crs.name-unreadable", name)));
    Optional<String> successor = WithdrawnSystems.successor(asked);
    String code = successor.orElse(asked);
    if (PLAIN_LON_LAT.contains(code)) {
      requireOld(code, gridShift);
      return plain(code, datum);
    }
    HorizontalSystem system = HorizontalSystem.of(code);
    if (system.code().map(PLAIN_LON_LAT::contains).orElse(system.isPlain())) {
      requireOld(system.label(), gridShift);
      return plain(system.label(), datum);
    }
    if (datum != Datum.WGS84) {
      throw new CrsException(
          CrsMessages.of("crs.datum-with-projection", datum.id(), system.label()));
    }
    DatumWay way =
        gridShift == null ? DatumWay.published(system) : DatumWay.gridded(system, gridShift);
    Envelope allowed = system.areaOfUse();
    allowed.expandBy(MARGIN_DEGREES);
    return new CrsTransform(
        system.label(),
        successor.isPresent() ? asked : null,
        datum,
        way,
        system.metresPerUnit(),
        allowed);
  }

  private static void requireOld(String label, @Nullable Path gridShift) {
    if (gridShift != null) {
      throw new CrsException(
          CrsMessages.of("crs.grid-needless", String.valueOf(gridShift.getFileName()), label));
    }
  }

  /** Whether the registry, or the definition itself, says what a name stands for. */
  public static boolean isKnown(String name) {
    Optional<String> code = CrsNames.recognise(name);
    if (code.isEmpty() || PLAIN_LON_LAT.contains(code.get())) {
      return code.isPresent();
    }
    try {
      HorizontalSystem.of(code.get());
      return true;
    } catch (CrsException unknown) {
      return false;
    }
  }

  /**
   * Opens the bundled EPSG database, so that the first {@link #of} does not wait for it (about two
   * seconds). May run in the background.
   */
  public static void warmUp() {
    HorizontalSystem.of("EPSG:32650");
  }

  /** The short code, {@code EPSG:<number>} or {@code OGC:CRS84}; of a definition, its name. */
  public String code() {
    return code;
  }

  public Datum datum() {
    return datum;
  }

  /** Whether coordinates come out exactly as they went in. */
  public boolean isIdentity() {
    return way == null && datum == Datum.WGS84;
  }

  /** Metres to which one unit of the coordinates comes at most. */
  public double metresPerUnit() {
    return metresPerUnit;
  }

  /**
   * The transform for data around a position of the system. Parameters of old datums are published
   * for parts of the world; without a place, those with the best accuracy are taken, wherever they
   * are for. All of one file is to be transformed alike.
   */
  public CrsTransform settledAt(double x, double y) {
    DatumWay local = way == null ? null : way.settledAt(x, y);
    return local == way
        ? this
        : new CrsTransform(code, withdrawn, datum, local, metresPerUnit, allowed);
  }

  /** That another system is used than the one that was named; empty where it is that. */
  public Optional<Message> withdrawn() {
    return Optional.ofNullable(withdrawn)
        .map(asked -> CrsMessages.of("crs.note-withdrawn", asked, code));
  }

  /** How the datum was shifted and how good that is; empty where there is nothing to tell. */
  public Optional<Message> remark() {
    return Optional.ofNullable(way).map(DatumWay::remark);
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
    if (way != null) {
      along(way, x, y, outLonLat);
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

  private void along(DatumWay chosen, double x, double y, double[] outLonLat) {
    try {
      chosen.toWgs84(x, y, outLonLat);
    } catch (TransformException e) {
      throw new CrsException(CrsMessages.of("crs.coordinate-outside", x, y, code), e);
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
