package org.gridwright.data.search;

/**
 * A question in parts, as the best hit has it; each empty where there is none.
 *
 * @param corner the second street of a corner
 */
public record Understood(
    String number,
    String suffix,
    String street,
    String locality,
    String postcode,
    String rest,
    String corner) {

  public static final Understood NOTHING = new Understood("", "", "", "", "", "", "");
}
