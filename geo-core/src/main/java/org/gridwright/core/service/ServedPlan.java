package org.gridwright.core.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/** A plan and what is known of the city, as the rules read them. Not thread-safe. */
public final class ServedPlan {

  private static final int BATCH = 8192;

  private final Plan plan;
  private final Locator locator;
  private final CityFacts facts;
  private final Progress progress;
  private final Map<Points, int[]> owners = new HashMap<>();

  ServedPlan(Plan plan, Locator locator, CityFacts facts, Progress progress) {
    this.plan = plan;
    this.locator = locator;
    this.facts = facts;
    this.progress = progress;
  }

  Plan plan() {
    return plan;
  }

  List<Unit> grids() {
    return plan.grids();
  }

  Locator locator() {
    return locator;
  }

  CityFacts facts() {
    return facts;
  }

  /**
   * Is asked by each rule in its loops.
   *
   * @throws org.gridwright.core.work.StoppedException when the check is not to go on
   */
  void checkpoint() {
    progress.checkpoint();
  }

  /** Owner id of each point; see {@link Locator}. */
  int[] owners(Points points) {
    return owners.computeIfAbsent(
        points,
        it -> {
          int[] found = new int[it.size()];
          IntStream.rangeClosed(0, it.size() / BATCH)
              .parallel()
              .forEach(
                  batch -> {
                    checkpoint();
                    int end = Math.min(it.size(), (batch + 1) * BATCH);
                    locator.owners(it.xs(), it.ys(), batch * BATCH, end, found);
                  });
          return found;
        });
  }
}
