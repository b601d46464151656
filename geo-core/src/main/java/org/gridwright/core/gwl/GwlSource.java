package org.gridwright.core.gwl;

/** Where the bytes of a file of plans come from. Asked by several threads at once. */
public interface GwlSource {

  /** Bytes of the whole file. */
  long size();

  /**
   * Reads bytes.
   *
   * @param position of the first in the file
   * @param to is filled from its start
   * @return how many there were: fewer than asked for only where the file ends
   */
  int read(long position, byte[] to, int count);
}
