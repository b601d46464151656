package org.gridwright.api.cli;

import java.util.Arrays;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.core.lattice.LatticeEnvelope;

/** Reads the rectangle of an option {@code --bbox W,S,E,N}. */
final class BoxOption {

  private BoxOption() {}

  /**
   * A rectangle that is not empty.
   *
   * @throws CliException when it is none
   */
  static LatticeEnvelope read(String bbox) {
    double[] sides;
    try {
      sides = Arrays.stream(bbox.split(",", -1)).mapToDouble(DecimalText::parse).toArray();
    } catch (NumberFormatException unreadable) {
      throw CliException.usage("redraw.bbox", bbox);
    }
    if (sides.length != 4
        || !(sides[0] < sides[2] && sides[1] < sides[3])
        || !(Math.abs(sides[0]) <= 180 && Math.abs(sides[2]) <= 180)
        || !(Math.abs(sides[1]) <= 90 && Math.abs(sides[3]) <= 90)) {
      throw CliException.usage("redraw.bbox", bbox);
    }
    return LatticeEnvelope.ofDegrees(sides[0], sides[1], sides[2], sides[3]);
  }
}
