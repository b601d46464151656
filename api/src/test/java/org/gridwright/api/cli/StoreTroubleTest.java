package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that cannot be used is told in one sentence and stays as it is. */
class StoreTroubleTest {

  /** What a slow machine has the time to tell before. */
  private static final Pattern PROGRESS = Pattern.compile("(?m)^[A-Z][a-z ]+: \\d+ %\\R");

  private static final String[] IMPORT = {
    "import", "addresses", "in.csv", "--id", "id", "--text", "t", "--lon", "x", "--lat", "y"
  };

  @TempDir static Path city;
  @TempDir Path folder;

  private static Path master;
  private Path store;

  @BeforeAll
  static void makeCity() {
    master = SmallCity.in(city);
  }

  @BeforeEach
  void copyCity() throws IOException {
    store = StoreContent.copy(master, folder.resolve("city.gpkg"));
    writeAddresses(1);
  }

  @Test
  void absent() throws IOException {
    Files.delete(store);
    for (List<String> command :
        List.of(
            List.of("locate", "10", "50"),
            List.of("check"),
            List.of("status"),
            List.of("disagreements"),
            List.of("export", "units", "-o", "out.csv"))) {
      String[] words = command.toArray(String[]::new);
      refused(gridwright(words), "there is no store at", "city.gpkg", "--store");
    }
    assertThat(folder.toFile().list()).containsExactly("in.csv");
  }

  @Test
  void madeByANewerVersion() {
    StoreContent.execute(
        store,
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " VALUES (999, '999', 'x', 'SQL', 'x', 'x', 0, 1)");
    List<String> before = StoreContent.of(store);

    refused(gridwright(IMPORT), "made by a newer version", "999", "update Gridwright");
    refused(gridwright("locate", "10", "50"), "made by a newer version");
    refused(gridwright("status", "--lang", "zh-CN"), "新版本");
    assertThat(StoreContent.of(store)).isEqualTo(before);
  }

  @Test
  void lockedByAnotherWriter() throws Exception {
    List<String> before = StoreContent.of(store);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement writing = other.createStatement()) {
      writing.execute("BEGIN IMMEDIATE");

      refused(gridwright(IMPORT), "is locked by another program", "try again");
      assertThat(gridwright("locate", "10.005", "50.005").status()).as("reading goes on").isZero();
    }
    assertThat(StoreContent.of(store)).isEqualTo(before);
  }

  @Test
  void textThatIsCalledGeoPackage() throws IOException {
    Files.writeString(store, "not a GeoPackage at all\n".repeat(100));

    refused(gridwright(IMPORT), "city.gpkg is not a GeoPackage file");
    refused(gridwright("serve", "--port", "0"), "is not a GeoPackage file");
    refused(gridwright("check", "--lang", "zh-CN"), "不是 GeoPackage");
    assertThat(store).hasContent("not a GeoPackage at all\n".repeat(100));
  }

  @Test
  void anotherProgramsGeoPackage() throws IOException {
    Files.delete(store);
    StoreContent.execute(store, "CREATE TABLE wells (id INTEGER PRIMARY KEY, depth REAL)");
    byte[] before = Files.readAllBytes(store);

    refused(gridwright(IMPORT), "holds other data and is not a Gridwright store");
    assertThat(store).hasBinaryContent(before);
  }

  @Test
  void neitherAPathNorAnAddress() {
    refused(gridwright("status", "--store", "city.shp"), "city.shp", ".gpkg", "jdbc:postgresql:");
    refused(gridwright("status", "--store", "."), ".gpkg", "jdbc:postgresql:");
  }

  @Test
  void folderOfTheStoreIsAbsent() {
    String[] elsewhere = Arrays.copyOf(IMPORT, IMPORT.length + 2);
    elsewhere[IMPORT.length] = "--store";
    elsewhere[IMPORT.length + 1] = "no/such.gpkg";

    refused(gridwright(elsewhere), "the folder", "does not exist; make the folder first");
    refused(
        gridwright("serve", "--port", "0", "--store", "no/such.gpkg"),
        "the folder",
        "does not exist; make the folder first");
  }

  @Test
  void fullDisk() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "3m")) {
      Path small = StoreContent.copy(master, disk.folder().resolve("city.gpkg"));
      List<String> before = StoreContent.of(small);
      writeAddresses(60_000);

      CommandRun run = CommandRun.of(folder, Map.of("GRIDWRIGHT_STORE", "disk/city.gpkg"), IMPORT);

      refused(run, "city.gpkg", "free s", "try again. Nothing was changed");
      assertThat(StoreContent.of(small)).isEqualTo(before);
    }
  }

  private void writeAddresses(int count) throws IOException {
    String rows =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> i + "," + i + " High Street,10.00" + i + ",50.00" + i + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("in.csv"), "id,t,x,y\n" + rows);
  }

  private static void refused(CommandRun run, String... says) {
    String said = PROGRESS.matcher(run.err()).replaceAll("");
    assertThat(said).startsWith("gridwright: ").contains(says).hasLineCount(1);
    assertThat(said).doesNotContain("Exception", "unexpected");
    assertThat(run.status()).isEqualTo(1);
  }

  private CommandRun gridwright(String... arguments) {
    return CommandRun.of(folder, Map.of("GRIDWRIGHT_STORE", "city.gpkg"), arguments);
  }
}
