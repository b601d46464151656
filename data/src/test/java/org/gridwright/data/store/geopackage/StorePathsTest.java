package org.gridwright.data.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.gridwright.data.store.Numbered;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a store may lie, and who may read it. */
class StorePathsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who?.gpkg",
        "?mode=memory.gpkg",
        "city?cache=shared&immutable=1.gpkg",
        "100%.gpkg",
        "%3f%00.gpkg",
        "a#b.gpkg",
        "a b  c.gpkg",
        "武汉市 网格.gpkg",
        "it's \"quoted\"; --.gpkg",
        "back\\slash.gpkg",
        "new\nline.gpkg",
        ":memory:.gpkg",
        "file:city.gpkg",
        "é+&=@[x]{y}|~^`$!*().gpkg",
      })
  void anyNameThatTheSystemAllowsIsThatOfTheFile(String name) throws Exception {
    Path file = folder.resolve(name);
    try (Store store = Stores.open(file.toString())) {
      store.addresses().put(Numbered.addresses(5, -1));
      assertThat(names()).contains(name, name + "-wal");
    }
    assertThat(names()).containsExactly(name);
    try (Store store = Stores.openExisting(file.toString())) {
      assertThat(store.addresses().count()).isEqualTo(5);
      assertThat(store.condition().trouble()).isNull();
    }
    assertThat(names()).containsExactly(name);
  }

  @Test
  void aPathThatIsTooLongForSqliteIsToldAsThat() throws Exception {
    Path deep = folder;
    for (int i = 0; i < 4; i++) {
      deep = deep.resolve("网".repeat(60));
    }
    Files.createDirectories(deep);
    Path file = deep.resolve("city.gpkg");

    StoreException refusal =
        catchThrowableOfType(StoreException.class, () -> GeoPackageStores.open(file));

    assertThat(refusal).hasMessageContaining("shorter path").hasMessageContaining("504");
    assertThat(file).doesNotExist();
  }

  @Test
  void aNewStoreIsReadableByItsOwnerOnly() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path file = folder.resolve("city.gpkg");
    try (Store store = GeoPackageStores.openToServe(made(file), false)) {
      store.addresses().put(Numbered.addresses(5, -1));
      for (String suffix : new String[] {"", "-wal", "-shm", "-lock"}) {
        assertThat(Files.getPosixFilePermissions(Path.of(file + suffix)))
            .as(suffix)
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  @Test
  void aSecondServerIsKeptOutButForOneThatOnlyReads() {
    Path file = made(folder.resolve("city.gpkg"));
    try (Store serving = GeoPackageStores.openToServe(file, false)) {
      serving.addresses().put(Numbered.addresses(5, -1));

      StoreException refusal =
          catchThrowableOfType(
              StoreException.class, () -> GeoPackageStores.openToServe(file, false));

      assertThat(refusal.reason()).isEqualTo(Reason.LOCKED);
      assertThat(refusal)
          .hasMessageContaining("served already")
          .hasMessageContaining(ProcessHandle.current().pid() + "@");
      try (Store reading = GeoPackageStores.openToServe(file, true)) {
        serving.addresses().put(Numbered.addresses(7, -1));
        assertThat(reading.addresses().count()).isEqualTo(7);
        assertThat(reading.condition().readOnly()).isTrue();
        StoreException change =
            catchThrowableOfType(
                StoreException.class, () -> reading.addresses().put(Numbered.addresses(9, -1)));
        assertThat(change.reason()).isEqualTo(Reason.READ_ONLY);
      }
    }
    GeoPackageStores.openToServe(file, false).close();
  }

  private static Path made(Path file) {
    GeoPackageStores.open(file).close();
    return file;
  }

  private List<String> names() throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
