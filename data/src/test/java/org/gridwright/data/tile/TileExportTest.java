package org.gridwright.data.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.gridwright.core.Gdal;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.tile.HilbertOrder;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.archive.MbtilesWriter;
import org.gridwright.data.exchange.archive.PmtilesReading;
import org.gridwright.data.exchange.archive.PmtilesWriter;
import org.gridwright.data.exchange.archive.TileArchive;
import org.gridwright.data.exchange.archive.TileSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileExportTest {

  @TempDir private Path folder;

  private final Plan city = RandomPartitions.city(60, 9);
  private final TileEdition edition = TileEdition.ofPlan(7, city, () -> PackedLocator.of(city));

  @Test
  void anArchiveHasEveryTileThatIsServed() throws IOException {
    Path file = folder.resolve("city.pmtiles");
    long written;
    try (TileArchive archive = new PmtilesWriter(file)) {
      written = new TileExport(edition, 1, 10, 15).write(archive, "City", Progress.NONE);
    }
    PmtilesReading read = new PmtilesReading(file);
    assertThat(read.magic()).isEqualTo("PMTiles");
    assertThat(read.octet(7)).isEqualTo(3);
    assertThat(read.number(72)).isEqualTo(written);
    assertThat(read.octet(100)).isEqualTo(10);
    assertThat(read.octet(101)).isEqualTo(15);
    assertThat(read.degrees(102)).isEqualTo(city.envelope().minX());
    assertThat(read.metadata()).contains("\"name\":\"City\"", "\"id\":\"grid_lines\"");
    UnitTiles tiles = new UnitTiles();
    long found = 0;
    for (int zoom = 10; zoom <= 15; zoom++) {
      LatticeEnvelope box = city.envelope();
      TileAddress first = TileAddress.of(zoom, box.minX(), box.maxY());
      TileAddress last = TileAddress.of(zoom, box.maxX(), box.minY());
      for (int y = first.y(); y <= last.y(); y++) {
        for (int x = first.x(); x <= last.x(); x++) {
          byte[] served =
              tiles.vector(
                  edition, 1, new TileAddress(zoom, x, y), EnumSet.allOf(UnitTiles.Part.class));
          assertThat(read.tile(zoom, x, y).orElse(new byte[0])).isEqualTo(served);
          found += served.length > 0 ? 1 : 0;
        }
      }
    }
    assertThat(found).isEqualTo(written).isGreaterThan(10);
  }

  @Test
  void directoriesOfVeryManyTilesAreDivided() throws IOException {
    Path file = folder.resolve("many.pmtiles");
    Random random = new Random(4);
    byte[][] contents = new byte[3000][];
    for (int i = 0; i < contents.length; i++) {
      contents[i] = new byte[1 + random.nextInt(50)];
      random.nextBytes(contents[i]);
    }
    int side = 1 << 7;
    List<TileAddress> all = new ArrayList<>();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        all.add(new TileAddress(7, x, y));
      }
    }
    all.sort(Comparator.comparingLong(HilbertOrder::id));
    try (TileArchive archive = new PmtilesWriter(file)) {
      all.forEach(tile -> archive.add(tile, contents[content(tile)]));
      archive.finish(new TileSet("many", 7, 7, city.envelope(), TileLayers.of(city, 1)));
    }
    PmtilesReading read = new PmtilesReading(file);
    assertThat(read.number(48)).as("bytes of further directories").isPositive();
    assertThat(read.number(16)).isLessThanOrEqualTo(16_384 - 127);
    assertThat(read.number(88)).as("contents").isLessThanOrEqualTo(contents.length);
    for (int i = 0; i < all.size(); i += 13) {
      TileAddress tile = all.get(i);
      assertThat(read.tile(7, tile.x(), tile.y())).contains(contents[content(tile)]);
    }
  }

  /** Some tiles beside each other have the same content, most do not. */
  private static int content(TileAddress tile) {
    return tile.y() < 20 ? 0 : (tile.x() * 31 + tile.y() * 17) * 7919 % 3000;
  }

  @Test
  void anotherProgramReadsTheTilesInAMbtilesFile() throws IOException {
    Path file = folder.resolve("city.mbtiles");
    try (TileArchive archive = new MbtilesWriter(file)) {
      new TileExport(edition, 1, 12, 14).write(archive, "City", Progress.NONE);
    }
    Path out = folder.resolve("units.geojson");
    Gdal.ogr2ogr(
        folder, "-f", "GeoJSON", "-t_srs", "EPSG:4326", out.toString(), file.toString(), "units");
    String units = Files.readString(out, StandardCharsets.UTF_8);
    city.grids().forEach(grid -> assertThat(units).contains("\"" + grid.code() + "\""));
  }
}
