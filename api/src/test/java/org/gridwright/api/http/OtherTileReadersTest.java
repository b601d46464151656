package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.core.tile.TilePoints;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.archive.PmtilesWriter;
import org.gridwright.data.exchange.archive.TileArchive;
import org.gridwright.data.model.Address;
import org.gridwright.data.tile.PointTile;
import org.gridwright.data.tile.TileEdition;
import org.gridwright.data.tile.TileExport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What the libraries of map programs read in tiles: {@code @mapbox/vector-tile}, {@code pmtiles}.
 */
class OtherTileReadersTest {

  private static final Path WEB = Path.of("..", "web");

  @TempDir private Path folder;

  @Test
  void aServedTileHasEachUnitOnceAndNeighboursShareTheirEdges() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      LatticePoint middle = SmallCity.cell(1, 1);
      TileAddress tile = TileAddress.of(16, middle.x(), middle.y());
      JsonNode layers = layers(city, "/tiles/units/" + tile + ".mvt");
      assertThat(texts(layers, "name")).containsExactly("units", "grid_lines", "labels");
      JsonNode units = layers.get(0).get("features");
      List<String> codes = new ArrayList<>();
      Set<String> open = new HashSet<>();
      for (JsonNode unit : units) {
        codes.add(unit.get("properties").get("code").asString());
        assertThat(unit.get("type").asInt()).isEqualTo(3);
        unit.get("geometry").forEach(ring -> addEdges(ring, open));
      }
      assertThat(codes).doesNotHaveDuplicates().isSubsetOf("A", "B", "C").isNotEmpty();
      Set<String> outer = new HashSet<>();
      for (JsonNode line : layers.get(1).get("features")) {
        assertThat(line.get("properties").get("level").asString()).isIn("district", "grid");
        outer.add(line.get("properties").get("level").asString());
      }
      assertThat(outer).contains("district");
      assertThat(layers.get(0).get("extent").asInt()).isEqualTo(4096);
      assertThat(layers.get(0).get("version").asInt()).isEqualTo(2);
    }
  }

  @Test
  void ofNamesAloneEachHasItsPlaceAndItsRoomInMetres() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      LatticePoint inA = SmallCity.cell(0, 1);
      TileAddress tile = TileAddress.of(16, inA.x(), inA.y());
      JsonNode layers = layers(city, "/tiles/units/" + tile + ".mvt?layers=labels");
      assertThat(texts(layers, "name")).containsExactly("labels");
      for (JsonNode label : layers.get(0).get("features")) {
        // A cell is 0.001 degrees wide: 71.7 m at 50 degrees north.
        if (label.get("properties").get("code").asString().equals("A")) {
          assertThat(label.get("properties").get("room").asInt()).isBetween(71, 72);
        }
      }
    }
  }

  @Test
  void placesAreToldOneByOneWhereThereAreFew() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      LatticePoint inA = SmallCity.cell(0, 1);
      TileAddress tile = TileAddress.of(16, inA.x(), inA.y());
      JsonNode noise = layers(city, "/tiles/incidents/" + tile + ".mvt?category=noise");
      assertThat(texts(noise, "name")).containsExactly("incidents");
      JsonNode told = noise.get(0).get("features").get(0).get("properties");
      assertThat(told.get("id").asString()).isEqualTo("i1");
      assertThat(told.get("category").asString()).isEqualTo("noise");
      assertThat(told.get("count").asInt()).isEqualTo(1);
      JsonNode places = layers(city, "/tiles/addresses/0/0/0.mvt");
      assertThat(places.get(0).get("features").size()).isEqualTo(3);
    }
  }

  @Test
  void manyPlacesAreCountedAndNoneIsLost() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      List<Address> many = new ArrayList<>();
      for (int i = 0; i < 997; i++) {
        LatticePoint at = new LatticePoint(100_000_000 + 20 * i, 500_000_000 + 20 * (i * 31 % 997));
        many.add(new Address("many" + i, i + " Long Road", at));
      }
      city.store.addresses().put(many.iterator());
      for (int zoom = 0; zoom <= 12; zoom += 6) {
        TileAddress tile = TileAddress.of(zoom, 100_000_000, 500_000_000);
        int counted = 0;
        int most = 0;
        for (JsonNode each :
            layers(city, "/tiles/addresses/" + tile + ".mvt").get(0).get("features")) {
          int count = each.get("properties").get("count").asInt();
          counted += count;
          most = Math.max(most, count);
        }
        assertThat(counted).as("zoom " + zoom).isEqualTo(1000);
        assertThat(most).isGreaterThan(1);
      }
    }
  }

  @Test
  void ofManyFindingsThoseThatBlockAreCountedByThemselves() throws Exception {
    TilePoints.Gathering all = new TilePoints.Gathering();
    TilePoints.Gathering blocking = new TilePoints.Gathering();
    for (int i = 0; i < 900; i++) {
      // Two heaps, 20 degrees from each other; those that block are all in the one.
      LatticePoint at = new LatticePoint(i % 3 == 0 ? 300_000_000 : 100_000_000, 500_000_000 + i);
      all.add(at);
      if (i % 6 == 0) {
        blocking.add(at);
      }
    }
    byte[] tile =
        PointTile.of(
            "findings",
            new TileAddress(0, 0, 0),
            all.build(),
            Map.of("blocking", blocking.build()),
            Stream::of);
    Path file = folder.resolve("findings.mvt");
    Files.write(file, tile);
    JsonNode features = read("mvt", file.toString()).get("layers").get(0).get("features");
    assertThat(features.size()).isEqualTo(2);
    JsonNode west = features.get(0).get("properties");
    JsonNode east = features.get(1).get("properties");
    assertThat(west.get("count").asInt()).isEqualTo(600);
    assertThat(west.has("blocking")).isFalse();
    assertThat(east.get("count").asInt()).isEqualTo(300);
    assertThat(east.get("blocking").asInt()).isEqualTo(150);
  }

  @Test
  void theStyleIsAStyle() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      Path file = folder.resolve("style.json");
      Files.writeString(file, city.client.get("/tiles/units/style.json").body());
      assertThat(read("style", file.toString()).size()).isZero();
      JsonNode style = Json.MAPPER.readTree(Files.readString(file));
      String described = style.get("sources").get("gridwright").get("url").asString();
      JsonNode tiles = city.client.get(described.substring(described.indexOf("/tiles"))).json();
      List<String> layers = texts(tiles.get("vector_layers"), "id");
      style
          .get("layers")
          .forEach(
              layer -> {
                if (layer.has("source-layer")) {
                  assertThat(layers).contains(layer.get("source-layer").asString());
                }
              });
    }
  }

  /** The layers of a served tile. */
  private JsonNode layers(SmallCity city, String path) throws Exception {
    Path file = folder.resolve("tile.mvt");
    HttpResponse<InputStream> served = city.client.open(city.client.request(path).build());
    Files.write(file, served.body().readAllBytes());
    return read("mvt", file.toString()).get("layers");
  }

  @Test
  void anArchiveIsReadByTheLibraryOfItsAuthors() throws Exception {
    Plan city = SmallCity.plan("AB/CC");
    TileEdition edition = TileEdition.ofPlan(1, city, () -> PackedLocator.of(city));
    Path file = folder.resolve("city.pmtiles");
    try (TileArchive archive = new PmtilesWriter(file)) {
      new TileExport(edition, 1, 8, 15).write(archive, "Smallville", Progress.NONE);
    }
    LatticePoint inA = SmallCity.cell(0, 1);
    TileAddress tile = TileAddress.of(15, inA.x(), inA.y());
    JsonNode told =
        read(
            "pmtiles",
            file.toString(),
            String.valueOf(tile.z()),
            String.valueOf(tile.x()),
            String.valueOf(tile.y()));
    assertThat(told.get("header").get("specVersion").asInt()).isEqualTo(3);
    assertThat(told.get("header").get("maxZoom").asInt()).isEqualTo(15);
    assertThat(told.get("header").get("minLon").asDouble()).isEqualTo(10);
    assertThat(told.get("metadata").get("name").asString()).isEqualTo("Smallville");
    List<String> codes = new ArrayList<>();
    told.get("tile")
        .get("layers")
        .get(0)
        .get("features")
        .forEach(unit -> codes.add(unit.get("properties").get("code").asString()));
    assertThat(codes).contains("A");
  }

  /** Edges that were met in one direction only so far. */
  private static void addEdges(JsonNode ring, Set<String> open) {
    for (int i = 1; i < ring.size(); i++) {
      String forth = ring.get(i - 1) + ">" + ring.get(i);
      String back = ring.get(i) + ">" + ring.get(i - 1);
      if (!open.remove(back)) {
        assertThat(open.add(forth)).as("an edge of two units on one side").isTrue();
      }
    }
  }

  private static List<String> texts(JsonNode items, String member) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.get(member).asString()));
    return texts;
  }

  static JsonNode read(String... arguments) throws IOException, InterruptedException {
    if (!Files.isDirectory(WEB.resolve("node_modules").resolve("pmtiles"))) {
      String reason = "skipped: the libraries that read tiles are not installed in ../web";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    List<String> command =
        Stream.concat(
                Stream.of("node", WEB.resolve("test").resolve("readTiles.mjs").toString()),
                Stream.of(arguments))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return Json.MAPPER.readTree(out);
  }
}
