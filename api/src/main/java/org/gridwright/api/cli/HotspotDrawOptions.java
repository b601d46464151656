package org.gridwright.api.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how often, and from which seed, chance is drawn. */
final class HotspotDrawOptions {

  @Option(names = "--permutations", paramLabel = "M")
  private @Nullable Integer permutations;

  @Option(names = "--seed", paramLabel = "SEED")
  private long seed = 1;

  /** How often; null where it is not said. */
  @Nullable Integer permutations() {
    return permutations;
  }

  long seed() {
    return seed;
  }
}
