package org.gridwright.core.finding;

import java.util.List;
import java.util.Locale;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.message.Message;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Numbers, lists and faults as the sentences of findings show them. */
public final class Wording {

  private static final int CODES_SHOWN = 6;

  private Wording() {}

  /** A measure to about three significant digits, without an exponent. */
  public static String figure(double value) {
    double size = Math.abs(value);
    String format = size >= 100 ? "%.0f" : size >= 1 ? "%.1f" : size >= 0.01 ? "%.3f" : "%.5f";
    return String.format(Locale.ROOT, format, value);
  }

  /** A whole number. */
  public static String count(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  /** A number of a unit as it is known: an estimate looks different from a count. */
  public static String told(String number, boolean isEstimate) {
    return isEstimate ? "≈ " + number : number;
  }

  /** Longitude and latitude of a place in steps, to seven decimals. */
  public static String place(Coordinate steps) {
    return String.format(
        Locale.ROOT,
        "%.7f, %.7f",
        steps.x / Lattice.STEPS_PER_DEGREE,
        steps.y / Lattice.STEPS_PER_DEGREE);
  }

  /** The first few codes of a list. */
  public static String codes(List<String> codes) {
    String shown = String.join(", ", codes.subList(0, Math.min(CODES_SHOWN, codes.size())));
    return codes.size() <= CODES_SHOWN ? shown : shown + ", … (" + codes.size() + ")";
  }

  /** What makes an area invalid. */
  public static Message fault(TopologyValidationError error) {
    return Message.core(
        switch (error.getErrorType()) {
          case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "coverage.ring-hole-outside";
          case TopologyValidationError.NESTED_HOLES -> "coverage.ring-holes-nested";
          case TopologyValidationError.DISCONNECTED_INTERIOR -> "coverage.ring-disconnected";
          case TopologyValidationError.SELF_INTERSECTION -> "coverage.ring-crosses";
          case TopologyValidationError.RING_SELF_INTERSECTION -> "coverage.ring-touches";
          case TopologyValidationError.NESTED_SHELLS -> "coverage.ring-shells-nested";
          case TopologyValidationError.DUPLICATE_RINGS -> "coverage.ring-twice";
          case TopologyValidationError.TOO_FEW_POINTS -> "coverage.ring-too-short";
          default -> "coverage.ring-other";
        });
  }
}
