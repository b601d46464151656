package org.gridwright.core.compare;

import java.util.Optional;
import org.gridwright.core.work.Progress;

/**
 * What only whole units say of themselves, such as how many households they have, divided among the
 * units of the other plan. It is an estimate: a unit's households are taken to be spread evenly
 * over its addresses, and over its ground where it has none. Immutable.
 *
 * @param handover what went from which unit to which
 * @param ofEarlier whether the earlier plan's units say so; otherwise the later plan's, where the
 *     earlier plan's do not
 */
public record Apportionment(Handover handover, boolean ofEarlier) {

  /** As {@link #of(Comparison, LocatedPoints, String, Progress)}, unwatched. */
  public static Optional<Apportionment> of(
      Comparison comparison, LocatedPoints addresses, String attribute) {
    return of(comparison, addresses, attribute, Progress.NONE);
  }

  /**
   * Divides what the grids of the earlier plan say, or else its units of the level compared, or
   * else those of the later plan in the same way. Units that do not say have nothing.
   *
   * @param addresses of the city
   * @return empty where no unit says
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Optional<Apportionment> of(
      Comparison comparison, LocatedPoints addresses, String attribute, Progress progress) {
    for (boolean earlier : new boolean[] {true, false}) {
      Optional<Handover> handover =
          Carriers.of(comparison, earlier, attribute)
              .map(carriers -> carriers.divide(addresses, progress));
      if (handover.isPresent()) {
        return handover.map(it -> new Apportionment(it, earlier));
      }
    }
    return Optional.empty();
  }
}
