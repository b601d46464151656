package org.gridwright.crs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.geotools.api.metadata.extent.Extent;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.metadata.extent.GeographicExtent;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.ConcatenatedOperation;
import org.geotools.api.referencing.operation.CoordinateOperation;
import org.geotools.referencing.CRS;
import org.geotools.referencing.ReferencingFactoryFinder;
import org.geotools.referencing.factory.BackingStoreException;
import org.geotools.referencing.operation.AbstractCoordinateOperation;
import org.locationtech.jts.geom.Envelope;

/**
 * A shift of a datum to WGS 84 that the EPSG registry publishes, and that is known by parameters.
 *
 * @param area what it was measured for, in the registry's English words
 * @param box the rectangle around that area, in degrees
 * @param accuracyMetres how good the registry says it is
 */
record PublishedShift(
    CoordinateOperation operation, String area, Envelope box, double accuracyMetres) {

  private static final String WGS84 = "EPSG:4326";

  /** How much worse a shift for a greater area may be than the best: half as much again. */
  private static final double NEARLY_AS_GOOD = 1.5;

  /** Longest name of an area that is repeated; the registry's go on for lines. */
  private static final int LONGEST_AREA = 80;

  /**
   * Shifts of a datum's longitudes and latitudes, by their code, the most accurate first. Ends
   * before one that the library cannot make, such as a chain of steps of which one is missing.
   */
  static List<PublishedShift> of(String baseCode) throws FactoryException {
    List<PublishedShift> shifts = new ArrayList<>();
    try {
      for (CoordinateOperation operation :
          ReferencingFactoryFinder.getCoordinateOperationAuthorityFactory("EPSG", null)
              .createFromCoordinateReferenceSystemCodes(baseCode, WGS84)) {
        usable(operation, baseCode).ifPresent(shifts::add);
      }
    } catch (BackingStoreException end) {
      return shifts;
    }
    return shifts;
  }

  /** Empty where it leads elsewhere, or does not say how good it is or where. */
  private static Optional<PublishedShift> usable(CoordinateOperation operation, String baseCode) {
    CoordinateOperation measured = measured(operation);
    Extent domain = measured.getDomainOfValidity();
    double accuracy = AbstractCoordinateOperation.getAccuracy(measured);
    return domain != null
            && !Double.isNaN(accuracy)
            && baseCode.equals(CRS.toSRS(operation.getSourceCRS()))
            && WGS84.equals(CRS.toSRS(operation.getTargetCRS()))
        ? Optional.of(new PublishedShift(operation, words(domain), box(domain), accuracy))
        : Optional.empty();
  }

  /**
   * What says how good an operation is, and where. Of one in steps that is the least accurate step:
   * what the library says of the whole is that of any step, and not always of the same one.
   */
  private static CoordinateOperation measured(CoordinateOperation operation) {
    CoordinateOperation worst = operation;
    if (operation instanceof ConcatenatedOperation chain) {
      double most = Double.NEGATIVE_INFINITY;
      for (CoordinateOperation step : chain.getOperations()) {
        double accuracy = AbstractCoordinateOperation.getAccuracy(step);
        if (accuracy > most || Double.isNaN(accuracy)) {
          most = Double.isNaN(accuracy) ? Double.POSITIVE_INFINITY : accuracy;
          worst = step;
        }
      }
    }
    return worst;
  }

  /**
   * The shift to take at a place, longitude and latitude in degrees: of those that are nearly as
   * good as the best one measured for an area around it, the one for the greatest area, so that
   * places beside each other are shifted alike. Empty where none was measured there.
   */
  static Optional<PublishedShift> at(List<PublishedShift> shifts, double lon, double lat) {
    List<PublishedShift> here = shifts.stream().filter(it -> it.box.contains(lon, lat)).toList();
    double best =
        here.stream().mapToDouble(PublishedShift::accuracyMetres).min().orElse(Double.NaN);
    return here.stream()
        .filter(it -> it.accuracyMetres <= best * NEARLY_AS_GOOD)
        .max(
            Comparator.<PublishedShift>comparingDouble(it -> it.box.getArea())
                .thenComparing(PublishedShift::accuracyMetres, Comparator.reverseOrder())
                .thenComparing(it -> it.operation.getName().getCode(), Comparator.reverseOrder()));
  }

  private static String words(Extent domain) {
    String all = String.valueOf(domain.getDescription()).strip();
    String first = all.split("[;.]| - [A-Z]\\w+;", 2)[0];
    return first.length() <= LONGEST_AREA ? first : first.substring(0, LONGEST_AREA) + "…";
  }

  private static Envelope box(Extent domain) {
    Envelope all = new Envelope();
    for (GeographicExtent each : domain.getGeographicElements()) {
      if (each instanceof GeographicBoundingBox box
          && box.getWestBoundLongitude() <= box.getEastBoundLongitude()) {
        all.expandToInclude(box.getWestBoundLongitude(), box.getSouthBoundLatitude());
        all.expandToInclude(box.getEastBoundLongitude(), box.getNorthBoundLatitude());
      }
    }
    return all;
  }
}
