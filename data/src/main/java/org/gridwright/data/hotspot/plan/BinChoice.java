package org.gridwright.data.hotspot.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.core.cells.CellGrid;
import org.gridwright.core.cells.HexGrid;
import org.gridwright.core.cells.SquareGrid;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.LocalFrame;

/**
 * Equal cells that are laid over a plan and stand for its units.
 *
 * @param metres from side to side
 */
public record BinChoice(Kind kind, double metres) {

  private static final Pattern WORD = Pattern.compile("(hex|square):(\\d{1,6}(?:\\.\\d{1,3})?)");

  /** The form of a cell. */
  public enum Kind {
    HEX,
    SQUARE
  }

  /** What a word means, such as {@code hex:500}; empty where it means no cells. */
  public static Optional<BinChoice> of(String word) {
    Matcher parts = WORD.matcher(word);
    if (!parts.matches() || Double.parseDouble(parts.group(2)) == 0) {
      return Optional.empty();
    }
    Kind kind = parts.group(1).equals("hex") ? Kind.HEX : Kind.SQUARE;
    return Optional.of(new BinChoice(kind, Double.parseDouble(parts.group(2))));
  }

  /** The word that means it. */
  public String id() {
    String width =
        metres == Math.rint(metres) ? String.valueOf((long) metres) : String.valueOf(metres);
    return kind.name().toLowerCase(Locale.ROOT) + ":" + width;
  }

  /** Where cells begin over some ground: the same for all that are laid over it. */
  public static LatticePoint origin(LatticeEnvelope ground) {
    return new LatticePoint(
        (int) (((long) ground.minX() + ground.maxX()) / 2),
        (int) (((long) ground.minY() + ground.maxY()) / 2));
  }

  /** The cells over some ground. */
  CellGrid over(LatticeEnvelope ground) {
    LocalFrame frame = LocalFrame.at(origin(ground));
    return kind == Kind.HEX ? new HexGrid(frame, metres) : new SquareGrid(frame, metres);
  }

  /** The same form, so wide that there are so many times fewer cells. */
  BinChoice coarser(double times) {
    return new BinChoice(kind, Math.ceil(metres * Math.sqrt(times)));
  }
}
