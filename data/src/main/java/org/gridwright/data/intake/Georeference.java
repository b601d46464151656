package org.gridwright.data.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeException;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.crs.CrsException;
import org.gridwright.crs.CrsNames;
import org.gridwright.crs.CrsTransform;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.Source;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Brings coordinates of a file to the lattice, and says what is likely wrong with those that cannot
 * be meant. The first position settles which shift of an old datum all are given. For one thread.
 */
public final class Georeference {

  /** No city lies nearer to a pole; a latitude beyond is a longitude. */
  private static final double LAST_CITY = 84;

  /** Longitudes on the far side of the 180th meridian, as many tools write them. */
  private static final double FARTHEST_LONGITUDE = 360;

  private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

  private final boolean lonLat;
  private final Envelope known;
  private final double[] result = new double[2];
  private CrsTransform transform;
  private boolean settled;

  private Georeference(CrsTransform transform, boolean lonLat, Envelope known) {
    this.transform = transform;
    this.lonLat = lonLat;
    this.known = known;
  }

  /**
   * For the coordinates of one file.
   *
   * @param reader of the file, which says its reference system
   * @param reading what was told beside the file
   * @param known where other data of the city lies; empty where there is none
   * @throws InputException when there is no way from that system to WGS 84
   */
  public static Georeference of(
      FeatureReader reader, ReadOptions reading, Datum datum, LatticeEnvelope known) {
    Optional<String> crs = reader.crs();
    try {
      CrsTransform transform =
          CrsTransform.of(crs.orElse(CrsNames.CRS84), datum, reading.shaping().gridShift());
      boolean lonLat = crs.isEmpty() || transform.isIdentity() || datum != Datum.WGS84;
      return new Georeference(transform, lonLat, degrees(known));
    } catch (CrsException e) {
      throw new InputException(reader.source(), e.told());
    }
  }

  /**
   * As the file says, by published parameters; nothing is known of the city.
   *
   * @throws InputException when there is no way from its system to WGS 84
   */
  public static Georeference asNamed(FeatureReader reader) {
    return of(reader, ReadOptions.DEFAULT, Datum.WGS84, LatticeEnvelope.EMPTY);
  }

  /**
   * Which system was used in place of a withdrawn one, how the datum was shifted, and how good that
   * is.
   */
  public List<Message> notes() {
    return settled
        ? Stream.of(transform.withdrawn(), transform.remark()).flatMap(Optional::stream).toList()
        : List.of();
  }

  /**
   * A position of the file on the lattice.
   *
   * @throws InputException when the position cannot be meant
   */
  public LatticePoint point(double x, double y, Source source) {
    if (x == 0 && y == 0) {
      throw InputException.at(source, "intake.place-zero");
    }
    try {
      requirePlausible(x, x, y, y, source);
      settle(x, y);
      transform.toWgs84(x, y, result);
      requireNoSwap(result[0], result[1], source);
      return LatticePoint.ofDegrees(result[0], result[1]);
    } catch (CrsException e) {
      throw new InputException(source, e.told());
    } catch (LatticeException e) {
      throw new InputException(source, e.told());
    }
  }

  /**
   * The area of a feature, longitude first, on the lattice.
   *
   * @throws InputException when the feature has no polygonal geometry, or one that cannot be meant
   */
  public LatticeMultiPolygon area(Feature feature) {
    Geometry given = feature.geometry();
    if (given == null || given.isEmpty()) {
      throw InputException.at(feature.source(), "intake.geometry-empty");
    }
    Geometry raw = SoleMember.of(given);
    if (raw.getDimension() != 2) {
      throw InputException.at(
          feature.source(), "intake.geometry-not-polygon", raw.getGeometryType());
    }
    Envelope box = raw.getEnvelopeInternal();
    requirePlausible(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY(), feature.source());
    try {
      settle(raw.getCoordinate().x, raw.getCoordinate().y);
      Geometry degrees = transform.isIdentity() ? raw : transform.toWgs84(raw);
      Envelope placed = degrees.getEnvelopeInternal();
      requireNoSwap(
          Objects.requireNonNull(placed.centre()).getX(), placed.centre().getY(), feature.source());
      return LatticeJts.fromDegrees(degrees);
    } catch (CrsException e) {
      throw new InputException(feature.source(), e.told());
    } catch (LatticeException e) {
      throw new InputException(feature.source(), e.told());
    }
  }

  private void settle(double x, double y) {
    if (!settled) {
      transform.toWgs84(x, y, result);
      transform = transform.settledAt(x, y);
      settled = true;
    }
  }

  /**
   * The geometry of a feature of any kind in degrees of WGS 84, as it is, neither rounded nor
   * checked for being an area.
   *
   * @throws InputException when it cannot be meant
   */
  public Geometry degrees(Geometry given, Source source) {
    Envelope box = given.getEnvelopeInternal();
    requirePlausible(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY(), source);
    try {
      settle(box.getMinX(), box.getMinY());
      Geometry degrees = transform.isIdentity() ? given : transform.toWgs84(given);
      Envelope placed = degrees.getEnvelopeInternal();
      if (!EARTH.contains(placed)) {
        throw InputException.at(source, "intake.projected", placed.getMinX(), placed.getMinY());
      }
      return degrees;
    } catch (CrsException e) {
      throw new InputException(source, e.told());
    }
  }

  private void requirePlausible(double minX, double maxX, double minY, double maxY, Source source) {
    if (!lonLat) {
      return;
    }
    double x = Math.abs(minX) > Math.abs(maxX) ? minX : maxX;
    double y = Math.abs(minY) > Math.abs(maxY) ? minY : maxY;
    boolean outside = Math.abs(x) > 180 || Math.abs(y) > 90;
    if (Math.abs(y) > LAST_CITY && Math.abs(y) <= 180 && Math.abs(x) <= LAST_CITY) {
      throw InputException.at(source, "intake.swapped", x, y);
    }
    if (outside && Math.abs(x) <= FARTHEST_LONGITUDE && Math.abs(y) <= LAST_CITY) {
      throw InputException.at(source, "intake.longitude-beyond", x, y);
    }
    if (outside) {
      throw InputException.at(source, "intake.projected", x, y);
    }
  }

  private void requireNoSwap(double lon, double lat, Source source) {
    if (!known.isNull() && !known.contains(lon, lat) && known.contains(lat, lon)) {
      throw InputException.at(source, "intake.swapped-near", lon, lat);
    }
  }

  private static Envelope degrees(LatticeEnvelope box) {
    if (box.isEmpty()) {
      return new Envelope();
    }
    Envelope degrees =
        new Envelope(
            new LatticePoint(box.minX(), box.minY()).lon(),
            new LatticePoint(box.maxX(), box.maxY()).lon(),
            new LatticePoint(box.minX(), box.minY()).lat(),
            new LatticePoint(box.maxX(), box.maxY()).lat());
    degrees.expandBy(1);
    return degrees;
  }
}
