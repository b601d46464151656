package org.gridwright.api.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreGlance;
import org.gridwright.data.stores.Stores;

/** Where the store is, as the command line or the environment says. */
final class StoreAddress {

  private final String address;

  private StoreAddress(String address) {
    this.address = address;
  }

  static StoreAddress of(Session session) {
    String named = session.options().store();
    String address =
        named != null ? named : session.console().variable("GRIDWRIGHT_STORE", "gridwright.gpkg");
    return new StoreAddress(
        address.startsWith("jdbc:") ? address : session.console().resolve(address).toString());
  }

  Store openExisting() {
    return Stores.openExisting(address);
  }

  Optional<StoreGlance> glance() {
    return Stores.glance(address);
  }

  /** Whether the address is a file that is not there yet. */
  boolean isNewFile() {
    return !address.startsWith("jdbc:") && !Files.exists(Path.of(address));
  }

  /** Makes the store. */
  void make() {
    Stores.open(address).close();
  }

  /**
   * Begins to serve the store, which must be there.
   *
   * @param made whether it was made for this, and goes again when the work does not begin
   */
  <W> BegunWork<W> beginServing(
      boolean readOnly, boolean made, Function<Store, W> work, Consumer<W> end) {
    boolean begun = false;
    try {
      Store store = Stores.openToServe(address, readOnly);
      try {
        BegunWork<W> result = new BegunWork<>(store, work.apply(store), end);
        begun = true;
        return result;
      } finally {
        if (!begun) {
          store.close();
        }
      }
    } finally {
      if (!begun && made) {
        deleteStoreFile();
      }
    }
  }

  /** Runs work on the store; a store file that was made for it goes again when it fails. */
  <R> R change(Function<Store, R> work) {
    boolean made = isNewFile();
    boolean done = false;
    try {
      R result;
      try (Store store = Stores.open(address)) {
        result = work.apply(store);
      }
      done = true;
      return result;
    } finally {
      if (made && !done) {
        deleteStoreFile();
      }
    }
  }

  private void deleteStoreFile() {
    try {
      for (String suffix : new String[] {"", "-wal", "-shm", "-journal", "-lock"}) {
        Files.deleteIfExists(Path.of(address + suffix));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
