package org.gridwright.core.partition;

import java.util.List;
import java.util.Locale;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/**
 * The grids of a plan do not fit together without overlap; names the units and one place. It
 * reports the first fault that was met, not all of them: the coverage package lists them all.
 */
public final class NotSeamlessException extends Exception implements Told {

  private static final long serialVersionUID = 1L;

  /** Why grids do not form a partition. */
  public enum Reason {
    /** Two edges cross. */
    CROSSING,
    /** Two grids lie on the same side of one edge, or one grid passes it twice. */
    SAME_SIDE,
    /** Around one vertex the sides of the edges contradict each other. */
    VERTEX,
    /** A connected group of edges lies in the inside of a grid that has no hole for it. */
    NESTED
  }

  private final Message told;
  private final Reason reason;
  private final List<String> codes;
  private final double lon;
  private final double lat;

  NotSeamlessException(Reason reason, List<String> codes, double xSteps, double ySteps) {
    this(
        reason,
        codes,
        xSteps / Lattice.STEPS_PER_DEGREE,
        ySteps / Lattice.STEPS_PER_DEGREE,
        Message.core(
            "partition." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            String.join(", ", codes),
            String.format(Locale.ROOT, "%.7f", xSteps / Lattice.STEPS_PER_DEGREE),
            String.format(Locale.ROOT, "%.7f", ySteps / Lattice.STEPS_PER_DEGREE)));
  }

  private NotSeamlessException(
      Reason reason, List<String> codes, double lon, double lat, Message told) {
    super(told.toString());
    this.told = told;
    this.reason = reason;
    this.codes = List.copyOf(codes);
    this.lon = lon;
    this.lat = lat;
  }

  @Override
  public Message told() {
    return told;
  }

  public Reason reason() {
    return reason;
  }

  /** Codes of the grids concerned, in code order. */
  public List<String> codes() {
    return codes;
  }

  /** Longitude of the place in degrees. */
  public double lon() {
    return lon;
  }

  /** Latitude of the place in degrees. */
  public double lat() {
    return lat;
  }
}
