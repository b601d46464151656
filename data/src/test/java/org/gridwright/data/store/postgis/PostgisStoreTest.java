package org.gridwright.data.store.postgis;

import java.util.Map;
import org.gridwright.data.store.StoreContract;
import org.gridwright.data.store.sql.SqlStore;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract on PostGIS. */
@ExtendWith(PostgisExtension.class)
class PostgisStoreTest extends StoreContract {

  @Override
  protected SqlStore open() {
    return PostgisStores.open(TestPostgis.newAddress(), Map.of());
  }
}
