package org.gridwright.data.model;

/**
 * Parts of an address that a file gave in fields of their own; each empty where it gave none.
 *
 * @param number with its suffix, such as "12 bis"
 * @param street without the number
 * @param otherStreet the street in a second language
 */
public record AddressFields(
    String number, String street, String otherStreet, String locality, String postcode) {

  /** Nothing was given. */
  public static final AddressFields NONE = new AddressFields("", "", "", "", "");

  /** Whether nothing was given. */
  public boolean isNone() {
    return equals(NONE);
  }
}
