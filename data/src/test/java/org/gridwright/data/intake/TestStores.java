package org.gridwright.data.intake;

import java.nio.file.Path;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;

/** New stores for tests. */
final class TestStores {

  private TestStores() {}

  static Store geoPackage(Path folder) {
    return Stores.open(folder.resolve("city.gpkg").toString());
  }
}
