package org.gridwright.data.exchange.archive;

import org.gridwright.core.tile.TileAddress;

/** A file of tiles in the making. Used by one thread; a file that was not finished is not one. */
public interface TileArchive extends AutoCloseable {

  /**
   * Adds a vector tile.
   *
   * @param tile after all before it, by zoom and then along the curve of {@link
   *     org.gridwright.core.tile.HilbertOrder}
   */
  void add(TileAddress tile, byte[] bytes);

  /** Completes the file. */
  void finish(TileSet about);

  @Override
  void close();
}
