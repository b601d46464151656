package org.gridwright.data.store.geopackage;

import java.nio.file.Path;
import org.gridwright.data.store.StoreContract;
import org.gridwright.data.store.sql.SqlStore;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a GeoPackage file. */
class GeoPackageStoreTest extends StoreContract {

  @TempDir Path folder;

  @Override
  protected SqlStore open() {
    return GeoPackageStores.open(folder.resolve("city.gpkg"));
  }
}
