package org.gridwright.core.divide;

import java.util.List;

/**
 * Joins two neighbouring parts and divides them anew, and keeps what is better: nearer to the
 * tolerance first, a shorter border second. For one use by one thread.
 *
 * <p>The step is that of D. DeFord, M. Duchin and J. Solomon, Recombination: a family of Markov
 * chains for redistricting, 2021; here it only goes uphill, and the two are divided by {@link
 * Bisection} and not by a random spanning tree.
 */
final class Recombination {

  /** What exceeding the tolerance by the load of one grid costs, in widths of a grid. */
  private static final double EXCESS_PENALTY = 40;

  /** An attempt has to save this share of the cost, or it is not worth its while. */
  private static final double LEAST_GAIN = 0.02;

  private final Mosaic mosaic;
  private final Bisection bisection;
  private final Refinement refinement;
  private final double gridLoad;
  private final double gridMetres;
  private final double tolerance;

  Recombination(
      Mosaic mosaic,
      Bisection bisection,
      Refinement refinement,
      double gridLoad,
      double gridMetres,
      double tolerance) {
    this.mosaic = mosaic;
    this.bisection = bisection;
    this.refinement = refinement;
    this.gridLoad = gridLoad;
    this.gridMetres = gridMetres;
    this.tolerance = tolerance;
  }

  /** Tries every pair of neighbouring parts once. */
  void improveAll() {
    for (int part = 0; part < mosaic.partCount(); part++) {
      for (int other : mosaic.partsBeside(part)) {
        if (other > part && mosaic.border(part, other) > 0) {
          improve(part, other);
        }
      }
    }
  }

  private void improve(int part, int other) {
    double before = cost(part, other);
    remember(part);
    remember(other);
    List.copyOf(mosaic.part(other)).forEach(face -> mosaic.give(face, part));
    double total = mosaic.load(part);
    bisection.separate(part, other, 0.5);
    refinement.even(part, other, total / 2, 1);
    if (cost(part, other) > (1 - LEAST_GAIN) * before) {
      restore(part);
      restore(other);
    }
  }

  private double cost(int part, int other) {
    double off = Math.max(refinement.off(part), refinement.off(other)) / gridLoad;
    return mosaic.border(part, other) / gridMetres
        + EXCESS_PENALTY * Math.max(0, off - 0.9 * tolerance);
  }

  private void remember(int part) {
    mosaic.part(part).forEach(face -> face.home = part);
  }

  private void restore(int part) {
    for (Face face : List.copyOf(mosaic.part(part))) {
      if (face.home != part) {
        mosaic.give(face, face.home);
      }
    }
  }
}
