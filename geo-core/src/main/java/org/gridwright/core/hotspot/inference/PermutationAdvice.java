package org.gridwright.core.hotspot.inference;

import java.util.Locale;
import org.gridwright.core.message.Message;

/**
 * Whether drawn chances of some number of draws can pass an adjustment at all, said before anything
 * is drawn. No chance is below {@code sides/(m + 1)}; a claim passes Benjamini–Hochberg at level α
 * only where at least {@code n · sides/((m + 1) α)} places tie at that smallest chance.
 *
 * @param places number of places that are tested, n
 * @param draws m
 * @param sides 1 or 2, of the chances
 * @param level α
 */
public record PermutationAdvice(int places, int draws, int sides, double level) {

  public PermutationAdvice {
    if (places < 0 || draws < 1 || sides < 1 || sides > 2 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException("no such test");
    }
  }

  /** The smallest chance that can come out. */
  public double smallestChance() {
    return Math.min(1, sides / (draws + 1.0));
  }

  /** How many places would have to tie at the smallest chance for one of them to pass. */
  public long tiesNeeded() {
    return Math.max(1, ceiling(places * smallestChance() / level));
  }

  /** The least number of draws with which a single place can pass. */
  public long drawsNeeded() {
    return Math.max(1, ceiling(places * (double) sides / level) - 1);
  }

  /** Whether a single place can pass. */
  public boolean isEnough() {
    return tiesNeeded() <= 1;
  }

  /** Whether not even all places together can pass: the smallest chance is above the level. */
  public boolean isHopeless() {
    return smallestChance() > level * (1 + 1e-12);
  }

  /** The advice as a sentence. */
  public Message told() {
    return isHopeless()
        ? Message.core(
            "hotspot.draws-hopeless",
            grouped(draws),
            smallestChance(),
            level,
            grouped(drawsNeeded()))
        : Message.core(
            "hotspot.draws-few",
            grouped(draws),
            grouped(places),
            grouped(tiesNeeded()),
            grouped(drawsNeeded()));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The least whole number not below a value that was rounded. */
  private static long ceiling(double value) {
    return (long) Math.ceil(value * (1 - 1e-12));
  }
}
