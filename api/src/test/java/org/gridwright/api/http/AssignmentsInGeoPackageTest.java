package org.gridwright.api.http;

import java.nio.file.Path;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.io.TempDir;

class AssignmentsInGeoPackageTest extends AssignmentsContract {

  @TempDir static Path folder;

  @Override
  Store newStore() {
    return GeoPackageStores.open(folder.resolve("city.gpkg"));
  }
}
