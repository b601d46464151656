package org.gridwright.data.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.gridwright.core.SeededRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/**
 * Files of every kind with seeded damage: each is read, or refused in a sentence with a place, and
 * neither takes long. {@code scripts/fuzz files} makes many more.
 */
class DamagedFilesTest {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final String AREA = "POLYGON((10 50, 11 50, 11 51, 10 51, 10 50))";

  /** Bytes that mean something in one format or another. */
  private static final byte[] TELLING = "{}[]\",:;\n\r\t\0\\/eE+-.09\u007f".getBytes(UTF_8);

  private static final int DAMAGES = 6;

  @TempDir Path folder;

  private final Random random = new Random(20_261_130);

  @Test
  void aDamagedFileIsReadOrRefusedInASentence() throws Exception {
    Map<String, byte[]> sound = sound();
    int files = Integer.getInteger("gridwright.fuzz.files", SeededRuns.of(2_000));
    int read = 0;
    for (int i = 0; i < files; i++) {
      Map.Entry<String, byte[]> chosen = List.copyOf(sound.entrySet()).get(i % sound.size());
      byte[] damaged = chosen.getValue();
      for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
        damaged = damaged(damaged);
      }
      Path file = folder.resolve(i + "-" + chosen.getKey());
      Files.write(file, damaged);
      read += isRead(file) ? 1 : 0;
      Files.delete(file);
    }
    System.out.printf("%d damaged files, %d of them still read%n", files, read);
    assertThat(read).isBetween(1, files - 1);
  }

  private static boolean isRead(Path file) {
    long begin = System.nanoTime();
    try {
      return isReadToItsEnd(file);
    } catch (InputException refused) {
      assertThat(refused.getMessage()).as("%s", file).isNotBlank();
      assertThat(refused.getMessage()).as("%s", file).doesNotContain("Exception", "\tat ");
      return false;
    } catch (RuntimeException | Error crashed) {
      throw new AssertionError("reading " + file.getFileName() + ", kept nowhere else", crashed);
    } finally {
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("%s", file).isLessThan(LONGEST);
    }
  }

  private static boolean isReadToItsEnd(Path file) {
    for (String layer : FeatureReader.layers(file)) {
      assertThat(layer).isNotNull();
    }
    try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
      while (reader.hasNext()) {
        Feature feature = reader.next();
        assertThat(feature.source()).isNotNull();
        assertThat(feature.properties()).isNotNull();
      }
      assertThat(reader.notes()).isNotNull();
    }
    return true;
  }

  private byte[] damaged(byte[] bytes) {
    if (bytes.length < 2) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
    byte[] copy = bytes.clone();
    switch (random.nextInt(DAMAGES)) {
      case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> copy[at] = TELLING[random.nextInt(TELLING.length)];
      case 2 -> copy = Arrays.copyOf(copy, at);
      case 3 -> Arrays.fill(copy, at, at + length, (byte) random.nextInt(256));
      case 4 -> copy = joined(bytes, at, at, length); // a piece twice
      default -> copy = joined(bytes, at, at + length, 0); // a piece missing
    }
    return copy;
  }

  /** The bytes up to one place, some after it, and those from another place on. */
  private static byte[] joined(byte[] bytes, int end, int from, int more) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(bytes, 0, end + more);
    joined.write(bytes, from, bytes.length - from);
    return joined.toByteArray();
  }

  private Map<String, byte[]> sound() throws Exception {
    String json =
        """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4326"}},
        "features":[{"type":"Feature","properties":{"code":"A","n":5.0,"names":{"en":"East"}},
        "geometry":{"type":"Polygon","coordinates":[[[10,50],[11,50],[11,51],[10,50]]]}},
        {"type":"Feature","properties":{"code":"点","n":null},
        "geometry":{"type":"MultiPoint","coordinates":[[10.5,50.5,3]]}}]}
        """;
    String csv =
        "id;lon;lat;text;t;wkt\r\n1;10,25;50,5;\"a;b\r\nc\";05.03.2024;"
            + AREA
            + "\r\n2;1;2;;;\r\n";
    Map<String, byte[]> sound = new LinkedHashMap<>();
    sound.put("a.geojson", json.getBytes(UTF_8));
    sound.put("b.gpkg", geoPackage());
    sound.put("c.csv", csv.getBytes(UTF_8));
    sound.put("d.geojson.gz", compressed(json.getBytes(UTF_8)));
    sound.put("e.csv", csv.getBytes(Charset.forName("GB18030")));
    sound.put("f.geojson", ("\ufeff" + json).getBytes(StandardCharsets.UTF_16LE));
    sound.put("g.gpkg.gz", compressed(geoPackage()));
    return sound;
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    }
    return compressed.toByteArray();
  }

  /** A small one, so that damage often hits what is read. */
  private byte[] geoPackage() throws Exception {
    Path file = folder.resolve("sound.gpkg");
    Files.deleteIfExists(file);
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = db.createStatement()) {
      sql.execute("PRAGMA page_size=512");
      sql.execute(
          "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT,"
              + " organization_coordsys_id INTEGER, definition TEXT)");
      sql.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, '')");
      sql.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER)");
      sql.execute("INSERT INTO gpkg_contents VALUES ('zones', 'features', 4326)");
      sql.execute(
          "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,"
              + " geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER)");
      sql.execute(
          "INSERT INTO gpkg_geometry_columns VALUES ('zones', 'geom', 'POLYGON', 4326, 0, 0)");
      sql.execute("CREATE TABLE zones (fid INTEGER PRIMARY KEY, geom BLOB, code REAL, name TEXT)");
      try (PreparedStatement insert =
          db.prepareStatement("INSERT INTO zones VALUES (?, ?, ?, '东')")) {
        for (int i = 1; i <= 3; i++) {
          insert.setInt(1, i);
          insert.setBytes(2, blob(AREA));
          insert.setDouble(3, i);
          insert.execute();
        }
      }
    }
    return Files.readAllBytes(file);
  }

  private static byte[] blob(String wkt) throws Exception {
    byte[] head = {'G', 'P', 0, 0, 0, 0, 0x10, (byte) 0xe6};
    byte[] shape = new WKBWriter().write(new WKTReader().read(wkt));
    byte[] blob = Arrays.copyOf(head, head.length + shape.length);
    System.arraycopy(shape, 0, blob, head.length, shape.length);
    return blob;
  }
}
