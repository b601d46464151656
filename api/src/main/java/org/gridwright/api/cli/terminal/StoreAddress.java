package org.gridwright.api.cli.terminal;

import java.nio.file.Path;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;

/** Where the store is, as the command line or the environment says. */
final class StoreAddress {

  private final Path file;

  private StoreAddress(Path file) {
    this.file = file;
  }

  static StoreAddress of(Session session) {
    String named = session.options().store();
    String address =
        named != null ? named : session.console().variable("GRIDWRIGHT_STORE", "gridwright.gpkg");
    return new StoreAddress(session.console().resolve(address));
  }

  Store openExisting() {
    return GeoPackageStores.openExisting(file);
  }

  Store openOrCreate() {
    return GeoPackageStores.open(file);
  }
}
