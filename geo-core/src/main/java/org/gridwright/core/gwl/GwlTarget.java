package org.gridwright.core.gwl;

/** Takes the bytes of a file of plans, from the first to the last. */
@FunctionalInterface
public interface GwlTarget {

  /** Takes the first {@code count} bytes, which change afterwards. */
  void write(byte[] bytes, int count);
}
