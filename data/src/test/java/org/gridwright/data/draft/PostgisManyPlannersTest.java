package org.gridwright.data.draft;

import org.gridwright.data.store.postgis.PostgisExtension;
import org.gridwright.data.store.postgis.TestPostgis;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many planners on PostGIS. */
@ExtendWith(PostgisExtension.class)
class PostgisManyPlannersTest extends ManyPlannersContract {

  private final String address = TestPostgis.newAddress();

  @Override
  String address() {
    return address;
  }
}
