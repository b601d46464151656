package org.gridwright.data.search;

import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;

/** An address of real or made-up data, in the parts that its source has. */
record TypedAddress(
    String id, String number, String street, String postcode, String town, LatticePoint place) {

  /** As an import joins the fields: number, street, postcode where it stands before the town. */
  String text() {
    return (number
            + " "
            + street
            + " "
            + (isFrench() ? postcode + " " + town : town + " " + postcode))
        .strip();
  }

  /** French postcodes stand before the town. */
  private boolean isFrench() {
    return id.length() > 6;
  }

  String digits() {
    return number.replaceAll("\\D.*", "");
  }

  String suffix() {
    return number.substring(digits().length());
  }

  Address address() {
    return new Address(id, text(), place);
  }
}
