package org.gridwright.core.repair;

import org.jspecify.annotations.Nullable;

/**
 * Who is given the ground of an overlap or a gap.
 *
 * @param code the unit's code for {@link By#NAMED}, otherwise null
 */
public record Choice(By rule, @Nullable String code) {

  /** How the unit is chosen among those that cover an overlap or lie around a gap. */
  public enum By {
    /** The one with the longest border to it. */
    LONGEST_BORDER,
    /**
     * Both of two, divided by a border through the corners of both their lines; the one with the
     * longest border where more than two are concerned, or their lines do not face each other.
     */
    BOTH_CORNERS,
    /** As {@link #BOTH_CORNERS}, divided in the middle between the lines. */
    MIDDLE,
    /** The largest one. */
    LARGEST,
    /** The smallest one. */
    SMALLEST,
    /** The one with a given code; the place is left as it is where that unit is not concerned. */
    NAMED,
    /** Nobody: the place is left as it is. */
    LEAVE
  }

  public static final Choice LONGEST_BORDER = new Choice(By.LONGEST_BORDER, null);
  public static final Choice BOTH_CORNERS = new Choice(By.BOTH_CORNERS, null);
  public static final Choice MIDDLE = new Choice(By.MIDDLE, null);
  public static final Choice LARGEST = new Choice(By.LARGEST, null);
  public static final Choice SMALLEST = new Choice(By.SMALLEST, null);
  public static final Choice LEAVE = new Choice(By.LEAVE, null);

  /** The unit with a code. */
  public static Choice to(String code) {
    return new Choice(By.NAMED, code);
  }
}
