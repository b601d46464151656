package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.tile.TileEdition;
import org.gridwright.data.tile.UnitTiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Tiles of plans that are not as one thinks of a city, as the library of vector tiles reads them.
 */
class UnusualTilesTest {

  private static final Theme ONE_LEVEL = Theme.of("one", "One", CodeScheme.FREE, "grid");

  /** Pixels to a side of a tile of owners. */
  private static final int SIDE = 512;

  @TempDir Path folder;

  @Test
  void aPlanOfOneGridIsThereAtEveryZoom() throws Exception {
    Plan plan = of(grid("A", "A", 1_143_000_000, 306_000_000, 40_000));
    for (int zoom = 0; zoom <= TileAddress.LAST_ZOOM; zoom++) {
      List<JsonNode> units = features(plan, TileAddress.of(zoom, 1_143_020_000, 306_020_000));
      assertThat(units).as("zoom " + zoom).hasSize(1);
      assertThat(units.get(0).get("properties").get("code").asString()).isEqualTo("A");
    }
  }

  @Test
  void namesOfAnyLengthAndScriptComeAsTheyAre() throws Exception {
    List<String> names =
        List.of(
            "Long ".repeat(40),
            "شبكة المدينة القديمة رقم ١٢",
            "👨‍👩‍👧‍👦 Family Square 🏙️",
            "\u202Eturned\u202C <b>&\"'",
            "珞珈山社区");
    Unit[] grids =
        IntStream.range(0, names.size())
            .mapToObj(
                i -> grid("G" + i, names.get(i), 1_143_000_000 + 40_000 * i, 306_000_000, 40_000))
            .toArray(Unit[]::new);
    List<String> told = new ArrayList<>();
    for (JsonNode unit : features(of(grids), TileAddress.of(12, 1_143_020_000, 306_020_000))) {
      told.add(unit.get("properties").get("name").asString());
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(names);
  }

  /** The meridian of Greenwich is a border of tiles at every zoom. */
  @Test
  void aCityOnBothSidesOfATileBorderIsWholeInBoth() throws Exception {
    Plan plan =
        of(
            grid("W", "West", -40_000, 515_000_000, 40_000),
            grid("M", "Middle", 0, 515_000_000, 1_000),
            grid("E", "East", 1_000, 515_000_000, 40_000));
    TileAddress west = TileAddress.of(14, -20_000, 515_020_000);
    TileAddress east = TileAddress.of(14, 20_000, 515_020_000);
    assertThat(west.x() + 1).isEqualTo(east.x());
    assertThat(codes(features(plan, west))).contains("W", "M");
    List<JsonNode> units = features(plan, east);
    assertThat(codes(units)).contains("W", "M", "E");
    assertThat(IntStream.of(owners(plan, east)).distinct())
        .containsExactlyInAnyOrder(0, number(units, "M"), number(units, "E"));
    assertThat(IntStream.of(owners(plan, west)).distinct())
        .containsExactlyInAnyOrder(0, number(units, "W"));
  }

  /** What lies between two grids and belongs to none has no owner and is in no area. */
  @Test
  void aGapStaysEmpty() throws Exception {
    Plan plan =
        of(
            grid("A", "A", 1_143_000_000, 306_000_000, 40_000),
            grid("B", "B", 1_143_060_000, 306_000_000, 40_000));
    TileAddress tile = TileAddress.of(15, 1_143_050_000, 306_020_000);
    int[] middle = tile.units(1_143_050_000, 306_020_000);
    int[] owners = owners(plan, tile);
    assertThat(owners[middle[1] / 8 * SIDE + middle[0] / 8]).isZero();
    assertThat(codes(features(plan, tile))).containsExactlyInAnyOrder("A", "B");
  }

  private static Unit grid(String code, String name, int west, int south, int side) {
    return new Unit(
        0, code, null, name, Map.of(), TestPlans.square(west, south, west + side, south + 40_000));
  }

  private static Plan of(Unit... grids) {
    return Plan.of(ONE_LEVEL, List.of(grids));
  }

  private static TileEdition edition(Plan plan) {
    return TileEdition.ofPlan(1, plan, () -> PackedLocator.of(plan));
  }

  private static List<String> codes(List<JsonNode> units) {
    return units.stream().map(each -> each.get("properties").get("code").asString()).toList();
  }

  private static int number(List<JsonNode> units, String code) {
    return units.stream()
        .filter(each -> each.get("properties").get("code").asString().equals(code))
        .mapToInt(each -> each.get("id").asInt())
        .findFirst()
        .orElseThrow();
  }

  /** By pixel, row by row, as docs/http-api.md has it. */
  private static int[] owners(Plan plan, TileAddress tile) throws IOException {
    byte[] encoded = new UnitTiles().owners(edition(plan), 0, tile, false);
    IntBuffer read =
        ByteBuffer.wrap(new InflaterInputStream(new ByteArrayInputStream(encoded)).readAllBytes())
            .order(ByteOrder.LITTLE_ENDIAN)
            .asIntBuffer();
    int[] owners = new int[SIDE * SIDE];
    read.get(owners);
    for (int i = SIDE; i < owners.length; i++) {
      owners[i] += owners[i - SIDE];
    }
    return owners;
  }

  /** Those of the layer of units. */
  private List<JsonNode> features(Plan plan, TileAddress tile)
      throws IOException, InterruptedException {
    Path file = folder.resolve("tile.mvt");
    Files.write(
        file, new UnitTiles().vector(edition(plan), 0, tile, EnumSet.of(UnitTiles.Part.UNITS)));
    List<JsonNode> found = new ArrayList<>();
    OtherTileReadersTest.read("mvt", file.toString())
        .get("layers")
        .get(0)
        .get("features")
        .forEach(found::add);
    return found;
  }
}
