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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.archive.PmtilesWriter;
import org.gridwright.data.exchange.archive.TileArchive;
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
      Path file = folder.resolve("tile.mvt");
      HttpResponse<InputStream> served =
          city.client.open(city.client.request("/tiles/units/" + tile + ".mvt").build());
      Files.write(file, served.body().readAllBytes());
      JsonNode layers = read("mvt", file.toString()).get("layers");
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

  private static JsonNode read(String... arguments) throws IOException, InterruptedException {
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
