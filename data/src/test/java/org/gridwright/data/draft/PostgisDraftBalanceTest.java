package org.gridwright.data.draft;

import org.gridwright.data.store.postgis.PostgisExtension;
import org.gridwright.data.store.postgis.TestPostgis;
import org.junit.jupiter.api.extension.ExtendWith;

/** The balance of drafts in PostGIS. */
@ExtendWith(PostgisExtension.class)
class PostgisDraftBalanceTest extends DraftBalanceContract {

  private final String address = TestPostgis.newAddress();

  @Override
  String address() {
    return address;
  }
}
