package org.gridwright.data.tile;

import java.util.HashMap;
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
    return of(layer, tile, points, Map.of(), singles);
  }

  /**
   * The tile, with more than one number for each square.
   *
   * @param layer its name
   * @param points all places
   * @param among some of them, by the name of their number
   * @param singles those near the tile, one by one; asked where there are few
   */
  public static byte[] of(
      String layer,
      TileAddress tile,
      TilePoints points,
      Map<String, TilePoints> among,
      Supplier<Stream<Single>> singles) {
    VectorLayer drawn = new VectorLayer(layer);
    if (points.count(tile) > MOST_SINGLE) {
      drawGroups(tile, points, among, drawn);
    } else if (points.count(tile) > 0) {
      try (Stream<Single> each = singles.get()) {
        each.forEach(single -> draw(single, tile, drawn));
      }
    }
    return VectorLayer.tile(List.of(drawn));
  }

  private static void drawGroups(
      TileAddress tile, TilePoints points, Map<String, TilePoints> among, VectorLayer drawn) {
    Map<Long, Map<String, Object>> told = new HashMap<>();
    among.forEach(
        (name, some) ->
            some.groups(tile, HALVINGS)
                .forEach(
                    group ->
                        told.computeIfAbsent(group.cell(), it -> new LinkedHashMap<>())
                            .put(name, (long) group.count())));
    for (TilePoints.Group group : points.groups(tile, HALVINGS)) {
      Map<String, Object> tags = told.computeIfAbsent(group.cell(), it -> new LinkedHashMap<>());
      tags.put(COUNT, (long) group.count());
      drawn.point(group.cell() + 1, tags, group.x(), group.y());
    }
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
