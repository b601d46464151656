package org.gridwright.api.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.stream.Stream;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.postgis.PostgisExtension;
import org.gridwright.data.store.postgis.TestPostgis;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgisExtension.class)
class EarlyLookUpsInPostgisTest extends EarlyLookUpsContract {

  private final String address = TestPostgis.newAddress();

  @Override
  Store open() {
    return Stores.open(address);
  }

  @Override
  void otherProgramRuns(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".beats.gwl"))
          .findFirst()
          .orElse(folder.resolve("none.beats.gwl"));
    }
  }
}
