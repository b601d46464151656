package org.gridwright.api.http;

import org.gridwright.data.store.Store;
import org.gridwright.data.store.postgis.PostgisExtension;
import org.gridwright.data.store.postgis.TestPostgis;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgisExtension.class)
class AssignmentsInPostgisTest extends AssignmentsContract {

  @Override
  Store newStore() {
    return Stores.open(TestPostgis.newAddress());
  }
}
