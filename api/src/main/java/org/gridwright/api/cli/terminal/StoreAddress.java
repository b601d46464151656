package org.gridwright.api.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.gridwright.data.store.Store;
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

  Store openToServe(boolean readOnly) {
    return Stores.openToServe(address, readOnly);
  }

  /** Runs work on the store; a store file that was made for it goes again when it fails. */
  <R> R change(Function<Store, R> work) {
    boolean isFile = !address.startsWith("jdbc:");
    boolean made = isFile && !Files.exists(Path.of(address));
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
      for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
        Files.deleteIfExists(Path.of(address + suffix));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
