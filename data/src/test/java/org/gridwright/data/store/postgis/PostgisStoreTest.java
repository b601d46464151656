package org.gridwright.data.store.postgis;

import org.gridwright.data.store.StoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract on PostGIS. */
@ExtendWith(PostgisExtension.class)
class PostgisStoreTest extends StoreContract {

  private final String address = TestPostgis.newAddress();

  @Override
  protected String address() {
    return address;
  }
}
