package org.gridwright.core.plan;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one declared void.
 *
 * @param before null for a void that is declared
 * @param after null for a void that is taken back
 */
public record VoidChange(@Nullable DeclaredVoid before, @Nullable DeclaredVoid after) {

  /**
   * @throws IllegalArgumentException when both are null
   */
  public VoidChange {
    if (before == null && after == null) {
      throw new IllegalArgumentException("a change needs a void before or after it");
    }
  }

  public VoidChange reversed() {
    return new VoidChange(after, before);
  }
}
