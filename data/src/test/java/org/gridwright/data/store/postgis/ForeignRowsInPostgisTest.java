package org.gridwright.data.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.gridwright.data.store.ForeignRowsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows of other programs in PostGIS, where columns have types, and infinity is a time. */
@ExtendWith(PostgisExtension.class)
class ForeignRowsInPostgisTest extends ForeignRowsContract {

  private final String address = TestPostgis.newAddress();

  @Override
  protected String address() {
    return address;
  }

  @Override
  protected Connection otherProgram() throws SQLException {
    return DriverManager.getConnection(address);
  }

  @Override
  protected List<String> unreadableTimes() {
    return List.of("'infinity'", "'-infinity'", "'0044-03-15 10:00 BC'", "'12026-11-28 10:00'");
  }

  @Override
  protected String unreadableAttributes() {
    return "'[1, [2]]'";
  }
}
