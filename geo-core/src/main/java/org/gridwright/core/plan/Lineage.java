package org.gridwright.core.plan;

import java.util.List;

/**
 * Which units went on as which: one to several is a split, several to one a merge, one to one a new
 * code.
 *
 * @param depth depth of their level
 * @param from codes before, in code order; empty where the units are new
 * @param to codes after, in code order; empty where nothing goes on
 */
public record Lineage(int depth, List<String> from, List<String> to) {

  public Lineage {
    from = from.stream().sorted(Plan.CODE_ORDER).toList();
    to = to.stream().sorted(Plan.CODE_ORDER).toList();
  }

  /** The same read backwards. */
  public Lineage reversed() {
    return new Lineage(depth, to, from);
  }
}
