package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.tile.TileAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TilesTest {

  private static final int ZOOM = 16;

  @TempDir Path folder;

  private SmallCity city;

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void aTileOfOwnersSaysWhoseEachPixelIs() throws Exception {
    LatticePoint inA = SmallCity.cell(0, 1);
    TileAddress tile = TileAddress.of(ZOOM, inA.x(), inA.y());
    JsonNode table = city.client.get("/tiles/units/table.json").json();
    int[] owners = owners("/tiles/units/" + tile + ".ids");
    assertThat(table.get("codes").get(owners[pixel(tile, inA)] - 1).asString()).isEqualTo("A");
    JsonNode districts = city.client.get("/tiles/district/table.json").json();
    int[] ofDistricts = owners("/tiles/district/" + tile + ".ids");
    assertThat(districts.get("codes").get(ofDistricts[pixel(tile, inA)] - 1).asString())
        .isEqualTo("N");
    assertThat(table.get("parents").get(owners[pixel(tile, inA)] - 1).asInt())
        .isEqualTo(ofDistricts[pixel(tile, inA)]);
  }

  @Test
  void aVersionIsForEverAndAnotherOneIsGone() {
    TileAddress tile = tileOf(0, 1);
    Answer now = city.client.get("/tiles/units/" + tile + ".mvt");
    assertThat(now.status()).isEqualTo(200);
    assertThat(now.header("Cache-Control")).isEqualTo("public, no-cache");
    String version = now.header("Gridwright-Tile-Version");
    Answer kept = city.client.get("/tiles/units/" + tile + ".mvt?v=" + version);
    assertThat(kept.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    Answer gone = city.client.get("/tiles/units/" + tile + ".mvt?level=grid&v=p99.0.1");
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.header("Cache-Control")).isEqualTo("no-store");
    assertThat(gone.json().get("address").asString())
        .isEqualTo("/tiles/units/" + tile + ".mvt?level=grid&v=" + version);
    Answer again =
        city.client.get("/tiles/units/" + tile + ".mvt", "If-None-Match", now.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
  }

  @Test
  void themesTellTheVersionWithWhichTilesAndTablesAreKept() {
    JsonNode plan = city.client.get("/api/v1/themes").json().get("themes").get(0).get("plan");
    String v = "v=" + plan.get("tiles").asString();
    String tile = "/tiles/units/" + tileOf(0, 1);
    for (String address :
        List.of(
            tile + ".ids?contested=true&" + v,
            tile + ".mvt?layers=lines&" + v,
            "/tiles/units/table.json?from=1&limit=2&" + v)) {
      Answer kept = city.client.get(address);
      assertThat(kept.status()).as(address).isEqualTo(200);
      assertThat(kept.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }
    Answer old = city.client.get("/tiles/units/table.json?from=1&limit=2&v=p1-000000000000.0.1");
    assertThat(old.status()).isEqualTo(410);
    assertThat(old.json().get("address").asString())
        .isEqualTo("/tiles/units/table.json?from=1&limit=2&" + v);
  }

  @Test
  void theRightAddressOfAVersionThatIsGoneIsOfTheSameTile() {
    String tile = "/tiles/units/" + tileOf(0, 1);
    for (String asked : List.of(".ids?contested=true", ".mvt?layers=lines")) {
      Answer gone = city.client.get(tile + asked + "&v=p1.0.1");
      assertThat(gone.status()).isEqualTo(410);
      Answer present = city.client.get(gone.json().get("address").asString());
      assertThat(present.body()).isEqualTo(city.client.get(tile + asked).body());
    }
  }

  @Test
  void tilesOfIncidentsAreSiftedByHoursAndWeekdays() {
    String of = "?hours=7&weekdays=2&status=open";
    assertThat(city.client.get("/tiles/incidents/" + tileOf(0, 1) + ".mvt" + of).status())
        .isEqualTo(200);
    assertThat(
            city.client
                .get("/tiles/incidents/tilejson.json" + of)
                .json()
                .get("tiles")
                .get(0)
                .asString())
        .contains("hours=7", "weekdays=2", "status=open");
  }

  @Test
  void anEditGivesNewVersionsToTheTilesOfItsGroundAlone() {
    DraftCalls draft = DraftCalls.begin(city.client);
    String of = "?draft=" + draft.path.substring(draft.path.lastIndexOf('/') + 1);
    String lower = "/tiles/units/" + tileOf(0, 0) + ".mvt" + of;
    String upper = "/tiles/units/" + TileAddress.of(18, 100_005_000, 500_019_000) + ".mvt" + of;
    String lowerBefore = city.client.get(lower).header("Gridwright-Tile-Version");
    Answer upperBefore = city.client.get(upper);
    assertThat(upperBefore.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(city.client.get("/tiles/units/table.json" + of).header("Cache-Control"))
        .isEqualTo("private, no-cache");
    assertThat(draft.edit(1, "{'type':'split','unit':'C','line':" + DraftCalls.CUT + "}").status())
        .isEqualTo(200);
    assertThat(city.client.get(lower).header("Gridwright-Tile-Version")).isNotEqualTo(lowerBefore);
    assertThat(city.client.get(upper).header("Gridwright-Tile-Version"))
        .isEqualTo(upperBefore.header("Gridwright-Tile-Version"));
    assertThat(city.client.get(upper, "If-None-Match", upperBefore.header("ETag")).status())
        .isEqualTo(304);
    JsonNode changes = city.client.get("/tiles/units/changes.json" + of + "&since=1").json();
    assertThat(changes.get("all").asBoolean()).isFalse();
    List<Double> norths = new ArrayList<>();
    changes.get("boxes").forEach(box -> norths.add(box.get(3).asDouble()));
    assertThat(norths).isNotEmpty().allMatch(north -> north <= 50.001);
  }

  @Test
  void whatThereIsNotIsSaidWithWhatThereIs() {
    assertThat(city.client.get("/tiles/units/40/1/1.mvt").json().get("detail").asString())
        .contains("40/1/1", "from 0 to 18");
    assertThat(city.client.get("/tiles/units/3/-1/1.mvt").status()).isEqualTo(404);
    assertThat(city.client.get("/tiles/units/3/1/1.png").json().get("detail").asString())
        .contains(".png", ".mvt");
    assertThat(city.client.get("/tiles/moon/3/1/1.mvt").json().get("detail").asString())
        .contains("moon", "district, grid");
    assertThat(city.client.get("/tiles/units/3/1/1.mvt?draft=77").status()).isEqualTo(404);
    assertThat(city.client.get("/tiles/units/3/1/1.mvt?plan=77").status()).isEqualTo(404);
    assertThat(city.client.get("/tiles/units/3/1/1.mvt?theme=x").status()).isEqualTo(404);
    assertThat(city.client.get("/tiles/units/3/1/1.mvt?at=2001-01-01").status()).isEqualTo(404);
    assertThat(city.client.get("/tiles/units/3/1/1.mvt?vv=1").status()).isEqualTo(400);
    Answer noLayer = city.client.get("/tiles/units/3/1/1.mvt?layers=labels,roads");
    assertThat(noLayer.status()).isEqualTo(400);
    assertThat(noLayer.json().get("detail").asString()).contains("roads", "units, lines, labels");
  }

  @Test
  void programsReadWhichTilesThereAre() {
    JsonNode tiles = city.client.get("/tiles/units/tilejson.json?level=district").json();
    assertThat(tiles.get("tilejson").asString()).isEqualTo("3.0.0");
    assertThat(tiles.get("tiles").get(0).asString())
        .endsWith("/tiles/units/{z}/{x}/{y}.mvt?level=district")
        .startsWith("http://127.0.0.1:");
    assertThat(tiles.get("bounds").toString()).isEqualTo("[10.0,50.0,10.002,50.002]");
    assertThat(tiles.get("vector_layers").get(1).get("id").asString()).isEqualTo("district_lines");
    JsonNode metadata = city.client.get("/tiles/units/metadata.json").json();
    assertThat(metadata.get("format").asString()).isEqualTo("pbf");
    assertThat(metadata.get("json").asString()).contains("\"grid_lines\"");
  }

  private static TileAddress tileOf(int column, int row) {
    LatticePoint cell = SmallCity.cell(column, row);
    return TileAddress.of(ZOOM, cell.x(), cell.y());
  }

  private static int pixel(TileAddress tile, LatticePoint point) {
    int[] units = tile.units(point.x(), point.y());
    return units[1] / 8 * 512 + units[0] / 8;
  }

  private int[] owners(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = city.client.open(city.client.request(path).build());
    assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
    byte[] raw = new InflaterInputStream(response.body()).readAllBytes();
    int[] owners = new int[512 * 512];
    Arrays.setAll(
        owners,
        i ->
            (raw[4 * i] & 0xFF)
                | ((raw[4 * i + 1] & 0xFF) << 8)
                | ((raw[4 * i + 2] & 0xFF) << 16)
                | (raw[4 * i + 3] << 24));
    for (int i = 512; i < owners.length; i++) {
      owners[i] += owners[i - 512];
    }
    return owners;
  }
}
