package org.gridwright.core.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.locate.Placement;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

class OwnerTileTest {

  private static final int SIDE = 512;
  private static final Theme GRIDS = Theme.of("grids", "Grids", CodeScheme.FREE, "grid");

  @Test
  void eachPixelIsWhoOwnsItsMiddle() throws DataFormatException {
    Plan city = RandomPartitions.city(300, 3);
    PackedLocator locator = PackedLocator.of(city);
    JtsLocator reference = JtsLocator.of(city);
    int[] numbers = IntStream.rangeClosed(0, 300).map(owner -> 1_000_003 * owner).toArray();
    for (int zoom = 9; zoom <= TileAddress.LAST_ZOOM; zoom += 3) {
      TileAddress tile = someTile(city, zoom, new Random(zoom));
      int[] told = decoded(OwnerTile.encoded(OwnerTile.owners(locator, tile, numbers)));
      Random random = new Random(zoom);
      for (int i = 0; i < 20_000; i++) {
        int column = random.nextInt(SIDE);
        int row = random.nextInt(SIDE);
        int x = longitude(tile, column);
        int y = latitude(tile, row);
        assertThat(told[row * SIDE + column])
            .as("%s %d %d", tile, column, row)
            .isEqualTo(1_000_003 * reference.owner(x, y));
      }
    }
  }

  /** By JTS, and of a level above by what is above those that contest. */
  @Test
  void whatSeveralClaimIsMarkedWhereTheyDifferAtTheLevel() {
    List<Unit> overlapping = new ArrayList<>();
    for (String picture : List.of("aaa...", "..bbb.", "....cc")) {
      overlapping.addAll(Pictures.plan(GRIDS, 0, 0, 9_000, picture).grids());
    }
    Plan city = Plan.of(GRIDS, overlapping);
    PackedLocator locator = PackedLocator.of(city);
    JtsLocator reference = JtsLocator.of(city);
    TileAddress tile = TileAddress.of(16, 20_000, 4_000);
    for (int[] numbers : new int[][] {{0, 1, 2, 3}, {0, 1, 1, 2}}) {
      int[] told = OwnerTile.marked(locator, tile, numbers);
      int contested = 0;
      for (int i = 0; i < told.length; i++) {
        Placement place = reference.place(longitude(tile, i % SIDE), latitude(tile, i / SIDE));
        boolean differ =
            place.contested().stream().mapToInt(each -> numbers[each]).distinct().count() > 1;
        assertThat(told[i] < 0).as("pixel %d", i).isEqualTo(differ);
        assertThat(told[i] & Integer.MAX_VALUE).isEqualTo(numbers[place.owner()]);
        contested += differ ? 1 : 0;
      }
      assertThat(contested).isBetween(1000, told.length / 2);
    }
  }

  /** The formulas of the projection as textbooks have them. */
  private static int longitude(TileAddress tile, int column) {
    double part = (tile.x() + (column + 0.5) / SIDE) / (1 << tile.z());
    return (int) Math.floor((part * 360 - 180) * 1e7 + 0.5);
  }

  private static int latitude(TileAddress tile, int row) {
    double part = (tile.y() + (row + 0.5) / SIDE) / (1 << tile.z());
    double degrees = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * part))));
    return (int) Math.floor(degrees * 1e7 + 0.5);
  }

  private static int[] decoded(byte[] bytes) throws DataFormatException {
    byte[] raw = new byte[4 * SIDE * SIDE];
    Inflater inflater = new Inflater();
    inflater.setInput(bytes);
    assertThat(inflater.inflate(raw)).isEqualTo(raw.length);
    assertThat(inflater.finished()).isTrue();
    inflater.end();
    int[] owners = new int[SIDE * SIDE];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(owners);
    for (int i = SIDE; i < owners.length; i++) {
      owners[i] += owners[i - SIDE];
    }
    return owners;
  }

  private static TileAddress someTile(Plan plan, int zoom, Random random) {
    LatticeRing shell =
        plan.grids().get(random.nextInt(plan.grids().size())).drawnArea().polygons().get(0).shell();
    return TileAddress.of(zoom, shell.x(0), shell.y(0));
  }
}
