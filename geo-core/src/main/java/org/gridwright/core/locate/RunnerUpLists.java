package org.gridwright.core.locate;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out of a plan for the nearest other grids of its points, when that is first asked
 * for: the borders of its grids, and tiles for the points that these leave open. Safe for any
 * thread.
 */
final class RunnerUpLists {

  /** So many points asked for one by one are worth having the borders of all grids. */
  private static final int MANY = 256;

  private final Cells cells;
  private final EdgeRuns edges;
  private final boolean whole;
  private final NearTiles tiles;
  private volatile @Nullable GridBorders borders;

  /** How often, roughly: threads may overwrite what others counted. */
  private int asked;

  /**
   * @param whole whether all edges of the grids are there
   */
  RunnerUpLists(Cells cells, EdgeRuns edges, NearTiles.Owners owners, boolean whole) {
    this.cells = cells;
    this.edges = edges;
    this.whole = whole;
    this.tiles = new NearTiles(edges, owners);
  }

  /** A search for many points, on one thread. */
  RunnerUpSearch search() {
    return new RunnerUpSearch(borders(), tiles);
  }

  /**
   * Adds one point to a batch.
   *
   * @param end where the ids of the grids end that contest it, in the batch's array
   */
  void add(int x, int y, int owner, boolean touches, int end, PlacementBatch batch) {
    BorderSearch border = end > 0 ? null : decided(x, y, owner);
    if (border != null) {
      batch.add(owner, touches, 0, border.owner(), border.metres());
      return;
    }
    NearestSearch tree = new NearestSearch(edges);
    tree.find(x, y, owner, batch.contestedIds(), 0, end);
    batch.add(owner, touches, end, tree.owner(), tree.metres());
  }

  /**
   * Metres from a point to the nearest edge of any grid; empty where there is none.
   *
   * @param owner of a point that is not contested; {@link Locator#NOBODY} of any other
   */
  OptionalDouble boundaryMetres(int x, int y, int owner) {
    BorderSearch border = decided(x, y, owner);
    return border == null
        ? new NearestSearch(edges).boundaryMetres(x, y)
        : OptionalDouble.of(border.metres());
  }

  /** A search that found the nearest edge to be one of the owner's own; null where none did. */
  private @Nullable BorderSearch decided(int x, int y, int owner) {
    if (owner == Locator.NOBODY || isSeldomAsked()) {
      return null;
    }
    GridBorders known = borders();
    BorderSearch border = new BorderSearch(known, new BorderAhead(known));
    return border.find(x, y, owner) ? border : null;
  }

  private boolean isSeldomAsked() {
    return borders == null && ++asked < MANY;
  }

  /** The borders of all grids, made when they are first asked for. */
  GridBorders borders() {
    GridBorders known = borders;
    if (known == null) {
      known = whole ? GridBordersBuilder.build(edges, cells) : GridBorders.none(edges);
      borders = known;
    }
    return known;
  }
}
