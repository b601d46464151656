package org.gridwright.data.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.model.Address;
import org.jspecify.annotations.Nullable;

/** Addresses. */
public interface AddressStore {

  /**
   * Writes addresses in bulk, replacing those of the same id; returns how many. One transaction.
   */
  long put(Iterator<Address> addresses);

  long count();

  /** Changes whenever the addresses may have; for caches. */
  String version();

  /** Which addresses changed since a state that a copy of them was made of. */
  AddressChanges changesSince(String mark);

  /** Addresses in id order, as a stream that must be closed; {@code box} null for all. */
  Stream<Address> stream(@Nullable LatticeEnvelope box);

  /** The addresses of the given ids, unknown ids left out. */
  List<Address> find(Collection<String> ids);
}
