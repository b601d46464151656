package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a device that takes no changes, or hardly any more. */
class ReadOnlyStoreTest {

  @TempDir Path folder;
  private SmallDisk disk;

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.mount(folder.resolve("disk"), "8m");
    SmallCity.in(disk.folder());
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void whatOnlyReadsWorksOnAReadOnlyFile() throws Exception {
    disk.makeReadOnly();

    assertThat(gridwright("status").out()).contains("beats", "4");
    assertThat(gridwright("locate", "10.005", "50.005").out()).contains("A");
    assertThat(gridwright("check").status()).isZero();
    assertThat(gridwright("export", "units", "-o", "out.geojson").status()).isZero();
    assertThat(Files.readString(folder.resolve("out.geojson"))).contains("\"code\":\"A\"");
    Files.writeString(folder.resolve("in.csv"), "id,t,x,y\n1,Main Street,10,50\n");
    CommandRun change =
        gridwright(
            "import",
            "addresses",
            "in.csv",
            "--id",
            "id",
            "--text",
            "t",
            "--lon",
            "x",
            "--lat",
            "y");
    assertThat(change.err()).contains("is read-only");
    assertThat(change.status()).isEqualTo(1);
    assertThat(gridwright("serve", "--port", "0").err()).contains("--read-only");
    try (ServingProcess serving =
        ServingProcess.start(folder, disk.folder() + "/city.gpkg", "--read-only")) {
      assertThat(serving.get("/api/v1/incidents").statusCode()).isEqualTo(200);
      serving.process().kill();
    }
    assertThat(disk.folder().toFile().list()).containsExactly("city.gpkg");
  }

  @Test
  void healthTellsADeviceThatBecameReadOnlyOrFull() throws Exception {
    try (Store store = Stores.openToServe(disk.folder() + "/city.gpkg", false)) {
      assertThat(store.condition().trouble()).isNull();
      Path ballast = disk.folder().resolve("ballast");
      Files.write(
          ballast,
          new byte[(int) (Files.getFileStore(ballast.getParent()).getUsableSpace() - 4096)]);
      assertThat(store.condition().trouble()).isEqualTo(Reason.FULL);
      Files.delete(ballast);
      assertThat(store.condition().trouble()).isNull();
    }
  }

  private CommandRun gridwright(String... arguments) {
    return CommandRun.of(
        folder, Map.of("GRIDWRIGHT_STORE", disk.folder() + "/city.gpkg"), arguments);
  }
}
