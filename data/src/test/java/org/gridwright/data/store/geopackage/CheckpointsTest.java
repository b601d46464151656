package org.gridwright.data.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.store.sql.SqlStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

  /** What only the log holds is not in the file; after a checkpoint, the file alone has it all. */
  @Test
  void theFileAloneHoldsWhatWasMoved(@TempDir Path folder) throws Exception {
    try (TempGeoPackage city = TempGeoPackage.open()) {
      StoreFile file = new StoreFile(city.file());
      FileWatch watch = FileWatch.over(file, FileLimits.USUAL, null);
      try (Checkpoints checkpoints =
          new Checkpoints(file, FileDataSource.writing(city.file(), FileLimits.USUAL), watch)) {
        assertThat(checkpoints.move()).isTrue();
        city.store().themes().ensure(TestPlans.THEME);
        assertThat(themes(Files.copy(city.file(), folder.resolve("before.gpkg")))).isEmpty();

        assertThat(checkpoints.move()).isTrue();

        assertThat(themes(Files.copy(city.file(), folder.resolve("after.gpkg"))))
            .containsExactly(TestPlans.THEME);
      }
      watch.close();
    }
  }

  /** Where others have the file open, whoever closes last moves the log; that may be late. */
  @Test
  void aStoreThatIsClosedLeavesNothingInTheLog(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("city.gpkg");
    SqlStore store = GeoPackageStores.open(file);
    store.themes().ensure(TestPlans.THEME);
    try (Connection other = FileDataSource.looking(file, FileLimits.USUAL).getConnection();
        Statement statement = other.createStatement()) {
      statement.executeQuery("SELECT count(*) FROM sqlite_master").close();

      store.close();

      assertThat(themes(Files.copy(file, folder.resolve("copy.gpkg"))))
          .containsExactly(TestPlans.THEME);
    }
  }

  private static List<Theme> themes(Path file) {
    try (SqlStore store = GeoPackageStores.open(file)) {
      return store.themes().all();
    }
  }
}
