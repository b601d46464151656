package org.gridwright.core.plan;

import java.util.ArrayList;
import java.util.List;
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

  /** What turns one list of voids into another, without regard to their order. */
  public static List<VoidChange> between(List<DeclaredVoid> from, List<DeclaredVoid> to) {
    List<VoidChange> changes = new ArrayList<>();
    from.stream()
        .filter(declared -> !to.contains(declared))
        .forEach(gone -> changes.add(new VoidChange(gone, null)));
    to.stream()
        .filter(declared -> !from.contains(declared))
        .forEach(declared -> changes.add(new VoidChange(null, declared)));
    return changes;
  }

  public VoidChange reversed() {
    return new VoidChange(after, before);
  }
}
