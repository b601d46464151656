package org.gridwright.data.store.geopackage;

import java.nio.file.Path;
import org.gridwright.data.store.StoreContract;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a GeoPackage file. */
class GeoPackageStoreTest extends StoreContract {

  @TempDir Path folder;

  @Override
  protected String address() {
    return folder.resolve("city.gpkg").toString();
  }
}
