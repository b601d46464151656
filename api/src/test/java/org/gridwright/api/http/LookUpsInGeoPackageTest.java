package org.gridwright.api.http;

import java.nio.file.Path;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.io.TempDir;

class LookUpsInGeoPackageTest extends LookUpsContract {

  @TempDir Path folder;

  @Override
  Store store() {
    return Stores.open(folder.resolve("city.gpkg").toString());
  }
}
