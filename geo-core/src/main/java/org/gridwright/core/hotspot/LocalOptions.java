package org.gridwright.core.hotspot;

import org.gridwright.core.hotspot.inference.ConditionalPermutation;
import org.gridwright.core.hotspot.inference.LocalStatistic.Randomisation;
import org.gridwright.core.hotspot.weights.WeightStyle;
import org.gridwright.core.message.Message;

/**
 * How places are tested.
 *
 * @param method what is computed
 * @param style of the weights
 * @param moments of the expectation, the variance and z
 * @param chance where p comes from
 * @param sides which p
 * @param draws for each place, where p is drawn
 * @param seed of the draws
 */
public record LocalOptions(
    LocalMethod method,
    WeightStyle style,
    Randomisation moments,
    Chance chance,
    Sides sides,
    int draws,
    long seed) {

  /** Draws where none are asked for. */
  public static final int USUAL_DRAWS = 999;

  /**
   * @throws HotspotException when these do not go together
   */
  public LocalOptions {
    if (moments == Randomisation.TOTAL && !method.hasTotalMoments()) {
      throw new HotspotException(Message.core("hotspot.no-total-moments", method.id()));
    }
    if (chance == Chance.PERMUTATION && (draws < 1 || draws > ConditionalPermutation.MOST_DRAWS)) {
      throw new HotspotException(
          Message.core("hotspot.draws", draws, ConditionalPermutation.MOST_DRAWS));
    }
  }

  /** A method as it is usually meant: binary weights, the normal two-sided p; joins exactly. */
  public static LocalOptions of(LocalMethod method) {
    boolean joins = method == LocalMethod.JOIN;
    return new LocalOptions(
        method,
        WeightStyle.BINARY,
        method.usualMoments(),
        joins ? Chance.EXACT : Chance.NORMAL,
        joins ? Sides.UPPER : Sides.TWO,
        USUAL_DRAWS,
        1);
  }

  public LocalOptions with(WeightStyle other) {
    return new LocalOptions(method, other, moments, chance, sides, draws, seed);
  }

  public LocalOptions with(Randomisation other) {
    return new LocalOptions(method, style, other, chance, sides, draws, seed);
  }

  public LocalOptions with(Chance other) {
    return new LocalOptions(method, style, moments, other, sides, draws, seed);
  }

  public LocalOptions with(Sides other) {
    return new LocalOptions(method, style, moments, chance, other, draws, seed);
  }

  /** With drawn chances. */
  public LocalOptions drawn(int number, long anySeed) {
    return new LocalOptions(method, style, moments, Chance.PERMUTATION, sides, number, anySeed);
  }
}
