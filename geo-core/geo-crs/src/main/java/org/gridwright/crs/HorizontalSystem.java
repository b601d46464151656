package org.gridwright.crs;

import java.awt.geom.AffineTransform;
import java.util.Optional;
import javax.measure.Unit;
import javax.measure.quantity.Angle;
import javax.measure.quantity.Length;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.api.referencing.cs.CoordinateSystem;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.OperationNotFoundException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.geotools.referencing.operation.transform.ProjectiveTransform;
import org.locationtech.jts.geom.Envelope;
import si.uom.NonSI;
import si.uom.SI;

/**
 * A map or longitude/latitude system, or the horizontal part of one with heights, with its
 * ordinates in the order in which GDAL and what is built on it write them: longitude or easting
 * first where the authority names north and then east, and the authority's own order for all
 * others, such as southing and westing. Immutable and thread-safe.
 */
final class HorizontalSystem {

  /** Metres that a degree has at most, anywhere and in any direction. */
  static final double METRES_PER_DEGREE = 111_700;

  /**
   * Semi-major axis and flattening of the ellipsoids of WGS 84, GRS 1980 and CGCS2000, which agree
   * to six digits. A datum on one of them is earth-centred, and within two metres of WGS 84 (plate
   * motion) even when the registry lists no parameters for it.
   */
  private static final double MODERN_SEMI_MAJOR_METRES = 6378137.0;

  private static final double MODERN_INVERSE_FLATTENING = 298.2572;

  private static final MathTransform SWAPPED =
      ProjectiveTransform.create(new AffineTransform(0, 1, 1, 0, 0, 0));

  private final String label;
  private final CoordinateReferenceSystem crs;
  private final GeographicCRS base;

  private HorizontalSystem(String label, CoordinateReferenceSystem crs) {
    this.label = label;
    this.crs = crs;
    this.base = (GeographicCRS) (crs instanceof ProjectedCRS map ? map.getBaseCRS() : crs);
  }

  /**
   * @param name a code with its authority, or a definition in well-known text
   * @throws CrsException when it is not known, or has no horizontal part
   */
  static HorizontalSystem of(String name) {
    EpsgDatabase.prepare();
    String label = CrsNames.label(name);
    CoordinateReferenceSystem full = decoded(name, label);
    CoordinateReferenceSystem flat = isFlat(full) ? full : CRS.getHorizontalCRS(full);
    if (flat == null || !isFlat(flat)) {
      throw new CrsException(CrsMessages.of("crs.not-horizontal", label, full.getName().getCode()));
    }
    return new HorizontalSystem(label, flat);
  }

  private static CoordinateReferenceSystem decoded(String name, String label) {
    try {
      return CrsNames.isDefinition(name) ? CRS.parseWKT(name) : CRS.decode(name, false);
    } catch (NoSuchAuthorityCodeException e) {
      throw new CrsException(CrsMessages.of("crs.code-unknown", label), e);
    } catch (FactoryException e) {
      throw new CrsException(
          CrsMessages.of("crs.code-unusable", label, String.valueOf(e.getMessage())), e);
    }
  }

  private static boolean isFlat(CoordinateReferenceSystem crs) {
    return (crs instanceof GeographicCRS || crs instanceof ProjectedCRS)
        && crs instanceof SingleCRS single
        && single.getDatum() instanceof GeodeticDatum
        && crs.getCoordinateSystem().getDimension() == 2;
  }

  String label() {
    return label;
  }

  GeodeticDatum datum() {
    return base.getDatum();
  }

  /** What people call the longitudes and latitudes of its datum, such as NAD27. */
  String baseName() {
    return base.getName().getCode();
  }

  /** The code of the horizontal system itself; empty where the registry gives it none. */
  Optional<String> code() {
    return epsg(crs.getIdentifiers());
  }

  /** The registry's code of the longitudes and latitudes that the system is based on. */
  Optional<String> baseCode() throws FactoryException {
    Optional<String> said = epsg(base.getIdentifiers());
    return said.isPresent() ? said : searched();
  }

  private Optional<String> searched() throws FactoryException {
    Optional<String> datum = epsg(datum().getIdentifiers());
    return DatumNames.longitudeLatitude(
        datum.isPresent() ? datum : DatumNames.code(datum().getName().getCode()));
  }

  /** Whether the datum agrees with WGS 84 within metres. */
  boolean isModern() {
    Ellipsoid ellipsoid = datum().getEllipsoid();
    return Math.abs(ellipsoid.getSemiMajorAxis() - MODERN_SEMI_MAJOR_METRES) < 0.5
        && Math.abs(ellipsoid.getInverseFlattening() - MODERN_INVERSE_FLATTENING) < 0.001;
  }

  /** Whether what is given is longitude and latitude of WGS 84, by a name of its own. */
  boolean isPlain() {
    return CRS.equalsIgnoreMetadata(crs, DefaultGeographicCRS.WGS84);
  }

  /** Metres to which one unit of the ordinates comes at most. */
  double metresPerUnit() {
    Unit<?> unit = crs.getCoordinateSystem().getAxis(0).getUnit();
    return crs instanceof ProjectedCRS
        ? unit.asType(Length.class).getConverterTo(SI.METRE).convert(1.0)
        : unit.asType(Angle.class).getConverterTo(NonSI.DEGREE_ANGLE).convert(1.0)
            * METRES_PER_DEGREE;
  }

  /** Where the system is meant to be used, in degrees; the whole earth where not stated. */
  Envelope areaOfUse() {
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

  /**
   * The way to longitude and latitude of WGS 84 that the library takes, by the shift that the
   * registry calls the most accurate, wherever that is meant for.
   *
   * @throws CrsException when there is none
   */
  MathTransform toWgs84() throws FactoryException {
    try {
      return from(crs, DefaultGeographicCRS.WGS84, false);
    } catch (OperationNotFoundException e) {
      if (isModern()) {
        return from(crs, DefaultGeographicCRS.WGS84, true);
      }
      Optional<String> registered =
          epsg(base.getIdentifiers()).isPresent() ? Optional.empty() : baseCode();
      if (registered.isEmpty()) {
        throw new CrsException(
            CrsMessages.of("crs.datum-shift-unknown", label, datum().getName().getCode()), e);
      }
      CoordinateReferenceSystem known = CRS.decode(registered.get(), true);
      return ConcatenatedTransform.create(
          from(crs, known, true), CRS.findMathTransform(known, DefaultGeographicCRS.WGS84, false));
    }
  }

  /** The way by one published shift. */
  MathTransform by(PublishedShift shift) throws FactoryException {
    return ConcatenatedTransform.create(
        from(crs, shift.operation().getSourceCRS(), true),
        ConcatenatedTransform.create(
            shift.operation().getMathTransform(),
            CRS.findMathTransform(
                shift.operation().getTargetCRS(), DefaultGeographicCRS.WGS84, true)));
  }

  /** The way to longitude and latitude of the system's own datum, in degrees from Greenwich. */
  MathTransform toOwnDatum() throws FactoryException {
    DefaultGeographicCRS degrees =
        new DefaultGeographicCRS(label, datum(), DefaultGeographicCRS.WGS84.getCoordinateSystem());
    double meridian =
        datum()
            .getPrimeMeridian()
            .getAngularUnit()
            .getConverterTo(NonSI.DEGREE_ANGLE)
            .convert(datum().getPrimeMeridian().getGreenwichLongitude());
    return ConcatenatedTransform.create(
        from(crs, degrees, true),
        ProjectiveTransform.create(AffineTransform.getTranslateInstance(meridian, 0)));
  }

  private static MathTransform from(
      CoordinateReferenceSystem source, CoordinateReferenceSystem target, boolean lenient)
      throws FactoryException {
    MathTransform transform = CRS.findMathTransform(source, target, lenient);
    return isNorthThenEast(source.getCoordinateSystem())
        ? ConcatenatedTransform.create(SWAPPED, transform)
        : transform;
  }

  private static boolean isNorthThenEast(CoordinateSystem axes) {
    boolean directed =
        axes.getAxis(0).getDirection().equals(AxisDirection.NORTH)
            && axes.getAxis(1).getDirection().equals(AxisDirection.EAST);
    boolean named =
        axes.getAxis(0).getName().getCode().startsWith("Northing")
            && axes.getAxis(1).getName().getCode().startsWith("Easting");
    return directed || named;
  }

  static Optional<String> epsg(Iterable<ReferenceIdentifier> identifiers) {
    for (ReferenceIdentifier each : identifiers) {
      if ("EPSG".equals(each.getCodeSpace()) && each.getCode().matches("[0-9]{4,5}")) {
        return Optional.of("EPSG:" + each.getCode());
      }
    }
    return Optional.empty();
  }
}
