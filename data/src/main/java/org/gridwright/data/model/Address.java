package org.gridwright.data.model;

import org.gridwright.core.lattice.LatticePoint;

/**
 * A text and a point.
 *
 * @param id unique in the store; importing it again replaces the address
 * @param weight how much of what was counted on the ground around it is here, such as its
 *     dwellings, compared with other addresses; 0 or more, usually 1
 * @param fields its parts, as far as they were given apart from the text
 */
public record Address(
    String id, String text, LatticePoint place, long weight, AddressFields fields) {

  /** The largest weight. */
  public static final long MOST_WEIGHT = 1_000_000_000;

  /**
   * @throws IllegalArgumentException when the weight is out of range
   */
  public Address {
    if (weight < 0 || weight > MOST_WEIGHT) {
      throw new IllegalArgumentException("an address weighs 0 to " + MOST_WEIGHT);
    }
  }

  /** An address whose text is all that is known of its parts. */
  public Address(String id, String text, LatticePoint place, long weight) {
    this(id, text, place, weight, AddressFields.NONE);
  }

  /** An address that weighs as much as any other. */
  public Address(String id, String text, LatticePoint place) {
    this(id, text, place, 1);
  }
}
