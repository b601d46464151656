package org.gridwright.data.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.tile.HilbertOrder;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.archive.TileArchive;
import org.gridwright.data.exchange.archive.TileSet;

/**
 * All tiles of a level of a plan between two zooms, into a file. Tiles are made on all threads of
 * the pool that the caller runs in, some at a time, so that memory does not grow with their number.
 */
public final class TileExport {

  private static final int AT_A_TIME = 64;
  private static final Set<UnitTiles.Part> ALL = EnumSet.allOf(UnitTiles.Part.class);

  private final TileEdition edition;
  private final int depth;
  private final int minZoom;
  private final int maxZoom;
  private final UnitTiles tiles = new UnitTiles();

  public TileExport(TileEdition edition, int depth, int minZoom, int maxZoom) {
    this.edition = edition;
    this.depth = depth;
    this.minZoom = minZoom;
    this.maxZoom = maxZoom;
  }

  /**
   * Writes the tiles that show something, and completes the file.
   *
   * @return how many
   */
  public long write(TileArchive archive, String name, Progress progress) {
    Plan plan = edition.plan();
    long written = 0;
    for (int zoom = minZoom; zoom <= maxZoom; zoom++) {
      List<TileAddress> all = tiles(plan, zoom);
      for (int from = 0; from < all.size(); from += AT_A_TIME) {
        progress.checkpoint();
        List<TileAddress> some = all.subList(from, Math.min(all.size(), from + AT_A_TIME));
        List<byte[]> made =
            some.parallelStream().map(tile -> tiles.vector(edition, depth, tile, ALL)).toList();
        for (int i = 0; i < made.size(); i++) {
          if (made.get(i).length > 0) {
            archive.add(some.get(i), made.get(i));
            written++;
          }
        }
      }
    }
    archive.finish(
        new TileSet(name, minZoom, maxZoom, plan.envelope(), TileLayers.of(plan, depth)));
    return written;
  }

  /** The tiles of a zoom around the plan, in the order of the archive. */
  private static List<TileAddress> tiles(Plan plan, int zoom) {
    LatticeEnvelope box = plan.envelope();
    if (box.isEmpty()) {
      return List.of();
    }
    TileAddress northwest = TileAddress.of(zoom, box.minX(), box.maxY());
    TileAddress southeast = TileAddress.of(zoom, box.maxX(), box.minY());
    List<TileAddress> all = new ArrayList<>();
    for (int y = northwest.y(); y <= southeast.y(); y++) {
      for (int x = northwest.x(); x <= southeast.x(); x++) {
        all.add(new TileAddress(zoom, x, y));
      }
    }
    all.sort(Comparator.comparingLong(HilbertOrder::id));
    return all;
  }
}
