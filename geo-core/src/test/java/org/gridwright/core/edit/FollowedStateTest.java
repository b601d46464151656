package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.core.fact.Held;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/**
 * What is followed from edit to edit (where grids lie, which hold shares of counted ground) is what
 * a look at the whole plan says, after more edits than are kept apart before all is written anew.
 */
class FollowedStateTest {

  private static final int EDITS = 600;
  private static final int EVERY = 15;

  private final Random random = new Random(8);
  private final Plan start =
      FactWitness.dressed(UpperLevels.draw(RandomPartitions.city(300, 5)), 5);
  private final FactBasis basis = new FactWitness(start, 5).basis();

  @Test
  void afterManyEditsItIsWhatTheWholePlanSays() {
    EditGenerator generator = new EditGenerator(9);
    EditablePlan now = EditablePlan.of(start, start).standingOn(() -> basis).indexed();
    List<EditablePlan> seen = new ArrayList<>();
    for (int made = 0; made < EDITS; ) {
      try {
        String kind = generator.kind(now.plan(), start.grids().size());
        PlanChange change = Editing.change(now, generator.next(now, kind));
        now = now.after(change);
      } catch (EditRefusedException refused) {
        continue;
      }
      if (++made % EVERY == 0) {
        see(now);
        seen.add(now);
      }
    }
    Plan last = now.plan();
    assertThat(last.grids()).anyMatch(grid -> sharing(last, grid).size() > 1);
    seen.forEach(this::see); // none of them was changed by what came after it
  }

  private void see(EditablePlan now) {
    Plan plan = now.plan();
    for (int i = 0; i < 20; i++) {
      LatticeEnvelope box = box(plan);
      assertThat(now.gridsNear(box)).isEqualTo(scanned(plan, box));
    }
    PlanFacts anew = PlanFacts.of(plan, basis);
    for (Unit grid : plan.grids()) {
      assertThat(now.facts().fact(grid, FactWitness.WHOLE))
          .isEqualTo(anew.fact(grid, FactWitness.WHOLE));
      assertThat(codes(now.facts().sharing(List.of(grid)))).isEqualTo(sharing(plan, grid));
    }
    assertThat(now.facts().sum(FactWitness.WHOLE))
        .isEqualByComparingTo(anew.sum(FactWitness.WHOLE));
  }

  /** Codes of the grids that hold something of a ground that a grid holds, and its own. */
  private static Set<String> sharing(Plan plan, Unit grid) {
    Set<String> grounds = grounds(grid);
    Set<String> codes = new TreeSet<>(Set.of(grid.code()));
    for (Unit other : plan.grids()) {
      if (grounds(other).stream().anyMatch(grounds::contains)) {
        codes.add(other.code());
      }
    }
    return codes;
  }

  private static Set<String> grounds(Unit grid) {
    Set<String> ids = new TreeSet<>();
    for (Held held : grid.facts().held()) {
      ids.add(held.ground().id());
    }
    return ids;
  }

  private static Set<String> codes(Set<Unit> grids) {
    Set<String> codes = new TreeSet<>();
    grids.forEach(grid -> codes.add(grid.code()));
    return codes;
  }

  /** Around a vertex of a grid, from a point to a large part of the plan. */
  private LatticeEnvelope box(Plan plan) {
    Unit grid = plan.grids().get(random.nextInt(plan.grids().size()));
    LatticeRing ring = grid.drawnArea().polygons().get(0).shell();
    int at = random.nextInt(ring.size());
    int reach = (1 << random.nextInt(22)) - 1;
    return new LatticeEnvelope(
        ring.x(at) - reach, ring.y(at) - reach, ring.x(at) + reach, ring.y(at) + reach);
  }

  private static List<Unit> scanned(Plan plan, LatticeEnvelope box) {
    return plan.grids().stream()
        .filter(
            grid ->
                grid.drawnArea().polygons().stream()
                    .anyMatch(polygon -> polygon.shell().envelope().intersects(box)))
        .toList();
  }
}
