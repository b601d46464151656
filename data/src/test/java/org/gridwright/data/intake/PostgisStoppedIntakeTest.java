package org.gridwright.data.intake;

import org.gridwright.data.store.postgis.PostgisExtension;
import org.gridwright.data.store.postgis.TestPostgis;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract on PostGIS. */
@ExtendWith(PostgisExtension.class)
class PostgisStoppedIntakeTest extends StoppedIntakeContract {

  @Override
  String newAddress() {
    return TestPostgis.newAddress();
  }
}
