package org.gridwright.data.tile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.core.tile.TilePoints;
import org.gridwright.core.tile.VectorLayer;

/**
 * A vector tile of places: each with what is told of it where there are few, and otherwise the
 * number of those that lie in the same square, at their middle.
 */
public final class PointTile {

  /** How many a feature stands for. */
  public static final String COUNT = "count";

  /** Where a tile has more, they are drawn together. */
  public static final int MOST_SINGLE = 400;

  /** A square is a 32nd of a tile: 16 pixels of a screen. */
  private static final int HALVINGS = 5;

  private static final int ID_BITS = 53;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private PointTile() {}

  /**
   * One place, with what is told of it.
   *
   * @param id of the row that it is of
   */
  public record Single(String id, LatticePoint place, Map<String, String> tags) {}

  /**
   * The tile.
   *
   * @param layer its name
   * @param points all places
   * @param singles those near the tile, one by one; asked where there are few
   */
  public static byte[] of(
      String layer, TileAddress tile, TilePoints points, Supplier<Stream<Single>> singles) {
    VectorLayer drawn = new VectorLayer(layer);
    if (points.count(tile) > MOST_SINGLE) {
      points
          .groups(tile, HALVINGS)
          .forEach(
              group ->
                  drawn.point(
                      group.cell() + 1, Map.of(COUNT, (long) group.count()), group.x(), group.y()));
    } else if (points.count(tile) > 0) {
      try (Stream<Single> each = singles.get()) {
        each.forEach(single -> draw(single, tile, drawn));
      }
    }
    return VectorLayer.tile(List.of(drawn));
  }

  private static void draw(Single single, TileAddress tile, VectorLayer drawn) {
    int[] at = tile.units(single.place().x(), single.place().y());
    if (tile.holds(at)) {
      Map<String, Object> tags = new LinkedHashMap<>(single.tags());
      tags.put(COUNT, 1L);
      drawn.point(number(single.id()), tags, at[0], at[1]);
    }
  }

  /** A number of an id that is the same in every tile (FNV-1a, of which 53 bits are kept). */
  private static long number(String id) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    return hash >>> (Long.SIZE - ID_BITS);
  }
}
