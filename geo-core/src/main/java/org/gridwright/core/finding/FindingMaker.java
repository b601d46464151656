package org.gridwright.core.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Turns places in lattice steps into findings in degrees, and gives them their lasting ids. */
public final class FindingMaker {

  /** The area of one lattice cell, about 1 cm by 1 cm: what is smaller can not be drawn. */
  public static final double LATTICE_CELL_SQUARE_METRES = 1e-4;

  private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);

  private FindingMaker() {}

  /** A finding without measures. */
  public static Finding make(
      Finding.Kind kind, Geometry steps, Collection<String> units, Message message) {
    return make(kind, Severity.BLOCKING, steps, 0, 0, units, message);
  }

  /** A warning without measures. */
  public static Finding warning(
      Finding.Kind kind, Geometry steps, Collection<String> units, Message message) {
    return make(kind, Severity.WARNING, steps, 0, 0, units, message);
  }

  /**
   * A finding.
   *
   * @param steps its place in lattice steps
   * @param units codes in any order
   */
  public static Finding make(
      Finding.Kind kind,
      Severity severity,
      Geometry steps,
      double areaSquareMetres,
      double widthMetres,
      Collection<String> units,
      Message message) {
    List<String> codes = units.stream().sorted(Plan.CODE_ORDER).toList();
    Geometry normal = steps.norm();
    return new Finding(
        id(kind, codes, normal),
        kind,
        severity,
        toDegrees(normal),
        areaSquareMetres,
        widthMetres,
        codes,
        message);
  }

  /**
   * The id: kind, units and the place's normalised coordinates, rounded to the lattice, hashed.
   * Severity, measures and wording do not enter, so that other rules or another release leave an
   * accepted exception accepted.
   */
  public static String id(Finding.Kind kind, List<String> codes, Geometry normalSteps) {
    StringBuilder identity = new StringBuilder(kind.id());
    codes.forEach(code -> identity.append('\n').append(code));
    for (Coordinate point : normalSteps.getCoordinates()) {
      identity.append('\n').append(Math.round(point.x)).append(' ').append(Math.round(point.y));
    }
    byte[] hash = sha256(identity.toString());
    return kind.id() + "-" + HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A copy whose factory does not round, so that points derived from it fall where they should. */
  private static Geometry toDegrees(Geometry steps) {
    Geometry degrees = DEGREES.createGeometry(steps);
    degrees.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            points.setOrdinate(i, 0, points.getX(i) / Lattice.STEPS_PER_DEGREE);
            points.setOrdinate(i, 1, points.getY(i) / Lattice.STEPS_PER_DEGREE);
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
    return degrees;
  }
}
