package org.gridwright.core.hotspot.time;

import java.util.Locale;

/**
 * What became of a place over the steps: one of 17. Each has a hot and a cold side, which mirror
 * each other. The list of decisions is that of {@link #of}.
 */
public enum EmergingClass {
  /** Neither side. */
  NONE,
  /** Hot at the last step, and never before. */
  NEW_HOT,
  /** One run of two or more hot steps up to the last one, and never hot before. */
  CONSECUTIVE_HOT,
  /** Hot nine steps in ten, the last among them, and z rises. */
  INTENSIFYING_HOT,
  /** Hot nine steps in ten, the last among them, without a trend. */
  PERSISTENT_HOT,
  /** Hot nine steps in ten, the last among them, and z falls. */
  DIMINISHING_HOT,
  /** Hot at the last step, on and off before, and never cold. */
  SPORADIC_HOT,
  /** Hot at the last step, on and off before, and cold at some. */
  OSCILLATING_HOT,
  /** Hot nine steps in ten, and not at the last. */
  HISTORICAL_HOT,
  /** Cold at the last step, and never before. */
  NEW_COLD,
  /** One run of two or more cold steps up to the last one, and never cold before. */
  CONSECUTIVE_COLD,
  /** Cold nine steps in ten, the last among them, and z falls. */
  INTENSIFYING_COLD,
  /** Cold nine steps in ten, the last among them, without a trend. */
  PERSISTENT_COLD,
  /** Cold nine steps in ten, the last among them, and z rises. */
  DIMINISHING_COLD,
  /** Cold at the last step, on and off before, and never hot. */
  SPORADIC_COLD,
  /** Cold at the last step, on and off before, and hot at some. */
  OSCILLATING_COLD,
  /** Cold nine steps in ten, and not at the last. */
  HISTORICAL_COLD;

  private static final int SIDE = NEW_COLD.ordinal() - NEW_HOT.ordinal();
  private static final EmergingClass[] CLASSES = values();

  /** The words used in files and APIs, such as {@code new hot}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The class of a place whose z have the opposite signs. */
  public EmergingClass mirrored() {
    if (this == NONE) {
      return NONE;
    }
    return CLASSES[ordinal() + (ordinal() >= NEW_COLD.ordinal() ? -SIDE : SIDE)];
  }

  /**
   * The class of a place. Hot is asked first, then cold: where nine steps in ten are cold and the
   * last one is hot, the place is "new hot"; where they are hot and the last one is cold, it is
   * "historical hot". "New" and "consecutive" say nothing of the other side, and win over
   * "oscillating".
   *
   * @param signs of each step: 1 where it is hot, -1 where cold, 0 where neither
   * @param trend of z over the steps: 1 where it rises, -1 where it falls, 0 where neither is shown
   */
  public static EmergingClass of(int[] signs, int trend) {
    EmergingClass hot = hot(signs, 1, trend);
    return hot == NONE ? hot(signs, -1, -trend).mirrored() : hot;
  }

  /** On one side, told as the hot one. */
  private static EmergingClass hot(int[] signs, int side, int trend) {
    int steps = signs.length;
    int hot = 0;
    boolean other = false;
    for (int sign : signs) {
      hot += sign == side ? 1 : 0;
      other |= sign == -side;
    }
    if (hot == 0) {
      return NONE;
    }
    boolean mostly = 10L * hot >= 9L * steps;
    if (signs[steps - 1] != side) {
      return mostly ? HISTORICAL_HOT : NONE;
    }
    if (hot == 1) {
      return NEW_HOT;
    }
    if (mostly) {
      return trend > 0 ? INTENSIFYING_HOT : trend < 0 ? DIMINISHING_HOT : PERSISTENT_HOT;
    }
    if (isRun(signs, steps - hot, side)) {
      return CONSECUTIVE_HOT;
    }
    return other ? OSCILLATING_HOT : SPORADIC_HOT;
  }

  private static boolean isRun(int[] signs, int from, int side) {
    for (int i = from; i < signs.length; i++) {
      if (signs[i] != side) {
        return false;
      }
    }
    return true;
  }
}
