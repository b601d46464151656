package org.gridwright.data.draft;

import org.gridwright.data.store.postgis.PostgisExtension;
import org.gridwright.data.store.postgis.TestPostgis;
import org.junit.jupiter.api.extension.ExtendWith;

/** Random work on PostGIS. */
@ExtendWith(PostgisExtension.class)
class PostgisRandomDraftTest extends RandomDraftContract {

  private final String address = TestPostgis.newAddress();

  @Override
  String address() {
    return address;
  }
}
