package org.gridwright.data.bulk;

/** Is told how far a run is: after each block, from the thread that writes. Must be quick. */
@FunctionalInterface
public interface BulkProgress {

  /** Tells nobody. */
  BulkProgress NONE = (bytes, rows) -> {};

  /**
   * Takes notice of how far the work has come.
   *
   * @param bytes of the input, read for what is written by now; of the file on disk where that is
   *     compressed
   * @param rows written
   */
  void at(long bytes, long rows);
}
