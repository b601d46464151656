package org.gridwright.data.bulk;

/**
 * Bounds of one run's memory: about {@code 5 · blocks · max(blockBytes, longest record)} bytes.
 *
 * @param blockBytes size of a block; a record that is longer makes its block grow
 * @param blocks how many blocks there may be at once
 * @param maxRecord longest record in bytes
 */
public record BulkLimits(int blockBytes, int blocks, int maxRecord) {

  /** For files: blocks of 1 MiB, records of up to 4 MiB. */
  public static BulkLimits forFiles() {
    return new BulkLimits(1 << 20, Runtime.getRuntime().availableProcessors() + 3, 1 << 22);
  }

  /** For many streams at a time: blocks of 256 KiB, records of up to 1 MiB. */
  public static BulkLimits forStreams() {
    return new BulkLimits(1 << 18, Runtime.getRuntime().availableProcessors() + 2, 1 << 20);
  }
}
