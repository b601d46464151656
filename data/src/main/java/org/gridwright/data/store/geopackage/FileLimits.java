package org.gridwright.data.store.geopackage;

/**
 * How far a writer goes before it gives up.
 *
 * @param busyMillis how long it waits for another program's lock
 * @param maxPages pages that the file may have
 */
record FileLimits(int busyMillis, int maxPages) {

  /** Five seconds, and as many pages as SQLite can count. */
  static final FileLimits USUAL = new FileLimits(5_000, Integer.MAX_VALUE - 1);
}
