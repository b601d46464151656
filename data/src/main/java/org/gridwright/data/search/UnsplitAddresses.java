package org.gridwright.data.search;

import java.util.Iterator;
import java.util.Optional;
import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Address;

/** Counts addresses in which no house number could be told from the rest. For one thread. */
public final class UnsplitAddresses {

  private long all;
  private long unsplit;
  private String first = "";

  /** The same addresses, counted as they pass. */
  public Iterator<Address> watched(Iterator<Address> addresses) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return addresses.hasNext();
      }

      @Override
      public Address next() {
        Address next = addresses.next();
        take(next);
        return next;
      }
    };
  }

  private void take(Address address) {
    all++;
    if (AddressSplitter.split(address).number() == null) {
      first = unsplit == 0 ? address.text() : first;
      unsplit++;
    }
  }

  /** What could not be split; empty where all could. */
  public Optional<Message> told() {
    return unsplit == 0
        ? Optional.empty()
        : Optional.of(DataMessages.of("import.addresses-unsplit", unsplit, all, first));
  }
}
