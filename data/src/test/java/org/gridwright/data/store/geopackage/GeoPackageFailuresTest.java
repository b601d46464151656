package org.gridwright.data.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Numbered;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One clear sentence for each way a file can fail, and the store as it was before. */
class GeoPackageFailuresTest {

  @TempDir Path folder;

  @Test
  void anAbsentFileIsNamed() {
    Path file = folder.resolve("none.gpkg");

    StoreException refusal = refusal(() -> GeoPackageStores.openExisting(file));

    assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
    assertThat(refusal).hasMessageContaining("no store at " + file);
    assertThat(file).doesNotExist();
  }

  @Test
  void anAbsentFolderIsNamed() {
    StoreException refusal =
        refusal(() -> GeoPackageStores.open(folder.resolve("none").resolve("city.gpkg")));

    assertThat(refusal).hasMessageContaining("does not exist; make the folder first");
  }

  @Test
  void anotherFileIsLeftAlone() throws Exception {
    Path file = Files.writeString(folder.resolve("city.gpkg"), "id,lon,lat\n".repeat(100));

    StoreException refusal = refusal(() -> GeoPackageStores.open(file));

    assertThat(refusal.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(refusal).hasMessageContaining("is not a GeoPackage file");
    assertThat(file).content().startsWith("id,lon,lat");
  }

  @Test
  void anotherProgramsGeoPackageIsLeftAlone() throws Exception {
    Path file = folder.resolve("city.gpkg");
    execute(file, "PRAGMA application_id = 0x47504B47", "CREATE TABLE roads (fid INTEGER)");

    StoreException refusal = refusal(() -> GeoPackageStores.open(file));

    assertThat(refusal.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(refusal).hasMessageContaining("is not a Gridwright store");
  }

  @Test
  void aNewerStoreIsLeftAlone() throws Exception {
    Path file = storeWithOneAddress();
    execute(
        file,
        "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', type, script, checksum,"
            + " installed_by, installed_on, execution_time, success"
            + " FROM flyway_schema_history WHERE version = '2'");

    StoreException refusal = refusal(() -> GeoPackageStores.open(file));

    assertThat(refusal.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(refusal).hasMessageContaining("newer version").hasMessageContaining("99");
  }

  @Test
  void aDamagedFileIsSaidToBeDamaged() throws Exception {
    Path file = storeWithOneAddress();
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
    Files.write(file, bytes);

    StoreException refusal =
        refusal(
            () -> {
              try (Store store = GeoPackageStores.open(file)) {
                store.addresses().count();
              }
            });

    assertThat(refusal.reason()).isEqualTo(Reason.UNREADABLE);
  }

  @Test
  void anotherWriterIsSaidToHoldTheFile() throws Exception {
    Path file = storeWithOneAddress();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement();
        Store store = GeoPackageStores.open(file, new FileLimits(50, 100_000))) {
      statement.execute("BEGIN IMMEDIATE");

      StoreException refusal = refusal(() -> store.addresses().put(Numbered.addresses(10, -1)));

      assertThat(refusal.reason()).isEqualTo(Reason.LOCKED);
      assertThat(refusal).hasMessageContaining("locked by another program");
      assertThat(store.addresses().count()).as("reading goes on").isEqualTo(1);
      statement.execute("ROLLBACK");
      assertThat(store.addresses().put(Numbered.addresses(10, -1))).isEqualTo(10);
    }
  }

  @Test
  void aFullDeviceLeavesTheOldState() throws Exception {
    Path file = storeWithOneAddress();
    try (Store store = GeoPackageStores.open(file, new FileLimits(50, 100))) {
      StoreException refusal = refusal(() -> store.addresses().put(Numbered.addresses(50_000, -1)));

      assertThat(refusal.reason()).isEqualTo(Reason.FULL);
      assertThat(refusal).hasMessageContaining("no room left");
      assertThat(store.addresses().count()).isEqualTo(1);
    }
  }

  private Path storeWithOneAddress() {
    Path file = folder.resolve("city.gpkg");
    try (Store store = GeoPackageStores.open(file)) {
      store
          .addresses()
          .put(List.of(new Address("1", "1 Main Street", new LatticePoint(1, 1))).iterator());
    }
    return file;
  }

  private static StoreException refusal(ThrowingCallable work) {
    StoreException refusal = catchThrowableOfType(StoreException.class, work);
    assertThat(refusal).as("the refusal").isNotNull();
    return refusal;
  }

  private static void execute(Path file, String... sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }
}
