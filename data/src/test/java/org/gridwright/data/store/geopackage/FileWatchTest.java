package org.gridwright.data.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Numbered;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.sql.SqlStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a file while its store is open. Nothing that was acknowledged is lost. */
class FileWatchTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void systemKnowsFilesByKeys() throws Exception {
    file = folder.resolve("city.gpkg");
    Files.createFile(folder.resolve("any"));
    assumeTrue(
        Files.readAttributes(
                    folder.resolve("any"), java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey()
            != null,
        "this system has no file keys");
  }

  @Test
  void aMovedFileStopsWritingAndReading() throws Exception {
    try (SqlStore store = storeOf(3)) {
      Files.move(file, folder.resolve("moved.gpkg"));

      assertStopped(store, "no longer there");
      assertThat(file).doesNotExist();
    }
    assertThat(file).as("no empty file appears").doesNotExist();
    assertThat(file.resolveSibling("city.gpkg-wal")).doesNotExist();
  }

  @Test
  void theLogOfAMovedFileIsKeptForIt() throws Exception {
    Path moved = folder.resolve("moved.gpkg");
    try (SqlStore store = storeOf(3)) {
      put(store, 10);
      Files.move(file, moved);
      assertStopped(store, "the log beside it");
    }
    Path log;
    try (var files = Files.list(folder)) {
      log = files.filter(each -> each.toString().contains("-wal.")).findFirst().orElseThrow();
    }
    Files.move(log, folder.resolve("moved.gpkg-wal"));
    assertThat(addressesIn(moved)).isEqualTo(10);
  }

  @Test
  void aDeletedFileStops() throws Exception {
    try (SqlStore store = storeOf(3)) {
      Files.delete(file);

      assertStopped(store, "no longer there");
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aReplacedFileStopsAndStaysAsItIs() throws Exception {
    Path other = copyOf(storeFile(folder.resolve("other.gpkg"), 7));
    byte[] content = Files.readAllBytes(other);
    try (SqlStore store = storeOf(3)) {
      put(store, 50);
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

      assertStopped(store, "another file");
    }
    assertThat(file).hasBinaryContent(content);
    assertThat(addressesIn(file)).isEqualTo(7);
  }

  /** As {@code cp} does it: the same inode, the store's own id, and the log beside it. */
  @Test
  void aFileThatABackupWasCopiedOverStops() throws Exception {
    Path backup = folder.resolve("backup.gpkg");
    storeFile(file, 3);
    Files.copy(file, backup);
    byte[] content = Files.readAllBytes(backup);
    try (SqlStore store = GeoPackageStores.open(file)) {
      put(store, 50);
      Files.write(file, content);

      assertStopped(store, "written over");
    }
    assertThat(file).hasBinaryContent(content);
    assertThat(addressesIn(file)).isEqualTo(3);
  }

  @Test
  void aFileThatAnotherStoreWasCopiedOverStopsAlsoWhenTheLogIsEmpty() throws Exception {
    Path other = storeFile(folder.resolve("other.gpkg"), 5_000);
    try (SqlStore store = storeOf(3)) {
      Files.write(file, Files.readAllBytes(other));

      assertStopped(store, "written over");
    }
    assertThat(addressesIn(file)).isEqualTo(5_000);
  }

  @Test
  void aDeletedLogStops() throws Exception {
    try (SqlStore store = storeOf(3)) {
      put(store, 4);
      Files.delete(folder.resolve("city.gpkg-wal"));

      assertStopped(store, "moved, deleted or replaced");
    }
  }

  @Test
  void afterADifferenceTheFileIsOpenedAnew() throws Exception {
    Path backup = copyOf(storeFile(file, 3));
    try (SqlStore store = GeoPackageStores.open(file)) {
      put(store, 50);
      Files.write(file, new byte[4096]);
      assertStopped(store, "written over");
      StoreException refusal = catchThrowableOfType(StoreException.class, store::requireReopenable);
      assertThat(refusal).hasMessageContaining("not a GeoPackage");

      Files.write(file, Files.readAllBytes(backup));
      store.requireReopenable();
    }
    try (SqlStore again = GeoPackageStores.open(file)) {
      assertThat(again.addresses().count()).isEqualTo(3);
      put(again, 9);
      assertThat(again.condition().trouble()).isNull();
    }
    assertThat(addressesIn(file)).isEqualTo(9);
  }

  @Test
  void whatOtherProgramsWriteInTurnIsNoDifference() throws Exception {
    try (SqlStore store = storeOf(3);
        SqlStore other = GeoPackageStores.open(file);
        Connection plain = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = plain.createStatement()) {
      for (int round = 0; round < 5; round++) {
        put(other, 100 * round + 10);
        put(store, 100 * round + 20);
        statement.execute("UPDATE department SET name = 'x'");
        statement.execute(
            "UPDATE change_count SET changes = changes + 1 WHERE subject = 'officer'");
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        assertThat(store.condition().trouble()).isNull();
        assertThat(other.condition().trouble()).isNull();
      }
      assertThat(store.addresses().count()).isEqualTo(420);
    }
  }

  private SqlStore storeOf(int addresses) {
    return GeoPackageStores.open(storeFile(file, addresses));
  }

  private static Path storeFile(Path file, int addresses) {
    try (SqlStore store = GeoPackageStores.open(file)) {
      put(store, addresses);
    }
    return file;
  }

  /** Addresses with the numbers up to some, in one transaction. */
  private static void put(Store store, int addresses) {
    store.addresses().put(Numbered.addresses(addresses, -1));
  }

  private Path copyOf(Path from) throws Exception {
    return Files.copy(from, folder.resolve("copy.gpkg"));
  }

  private static long addressesIn(Path file) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      try (var row = statement.executeQuery("PRAGMA integrity_check")) {
        assertThat(row.getString(1)).isEqualTo("ok");
      }
      try (var row = statement.executeQuery("SELECT count(*) FROM address")) {
        return row.getLong(1);
      }
    }
  }

  private static void assertStopped(SqlStore store, String says) {
    assertThat(store.condition().trouble()).isEqualTo(Reason.CHANGED);
    Address one = new Address("x", "1 Main Street", new LatticePoint(1, 1));
    StoreException writing =
        catchThrowableOfType(
            StoreException.class, () -> store.addresses().put(List.of(one).iterator()));
    StoreException reading =
        catchThrowableOfType(StoreException.class, () -> store.addresses().count());
    assertThat(writing).hasMessageContaining(says);
    assertThat(reading).hasMessageContaining(says);
    assertThat(writing.reason()).isEqualTo(Reason.CHANGED);
  }
}
