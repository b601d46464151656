package org.gridwright.api.http;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.sqlite.Function;

class EarlyLookUpsInGeoPackageTest extends EarlyLookUpsContract {

  @Override
  Store open() {
    return GeoPackageStores.open(folder.resolve("city.gpkg"));
  }

  @Override
  void otherProgramRuns(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("city.gpkg"));
        Statement statement = connection.createStatement()) {
      // in place of functions that other programs bring for the triggers of the index
      for (String name : new String[] {"ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"}) {
        Function.create(connection, name, new Zero(), 1, 0);
      }
      statement.execute(sql);
    }
  }

  @Override
  Path file() {
    return folder.resolve("city.beats.gwl");
  }

  private static final class Zero extends Function {
    @Override
    protected void xFunc() throws SQLException {
      result(0);
    }
  }
}
