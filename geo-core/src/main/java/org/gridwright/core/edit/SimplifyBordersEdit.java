package org.gridwright.core.edit;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Takes corners out of borders that grids share, as far as no border leaves its place by more than
 * a limit. Each border is simplified once, for both sides; where borders meet, and along the outer
 * edge and voids, everything stays. See {@link BorderSimplifier}.
 *
 * @param depth of the units
 * @param units whose grids' borders are simplified; those of all grids where it is empty
 * @param limitMetres how far a corner that goes may lie from the border without it; more than 0
 */
public record SimplifyBordersEdit(int depth, List<String> units, double limitMetres)
    implements Edit {

  /** So many corners take about a second. */
  private static final int MANY = 50_000;

  public SimplifyBordersEdit {
    units = List.copyOf(units);
    if (!(limitMetres > 0 && limitMetres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a limit is more than 0 m: " + limitMetres);
    }
  }

  @Override
  public String kind() {
    return "simplify-borders";
  }

  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  @Override
  public boolean isLong(Plan plan) {
    Set<String> below = units.isEmpty() ? Set.of() : below(plan);
    long[] corners = new long[1];
    for (Unit grid : plan.grids()) {
      if (units.isEmpty() || below.contains(grid.code())) {
        grid.drawnArea().forEachRing(ring -> corners[0] += ring.size());
      }
    }
    return corners[0] > MANY;
  }

  @Override
  public PlanChange change(EditScope scope) {
    Collection<Unit> chosen = chosen(scope);
    scope.progress().checkpoint();
    Patch patch =
        Patch.around(
            scope.editable(), Reach.aroundAreas(chosen.stream().map(Unit::drawnArea).toList()));
    Set<String> codes = new HashSet<>();
    chosen.forEach(grid -> codes.add(grid.code()));
    take(patch, codes, scope.progress().part(0, 0.5));
    return VertexFinder.finished(scope, patch, scope.progress().part(0.5, 1));
  }

  /** Apart from what follows, which needs as much room again for tables of its own. */
  private void take(Patch patch, Set<String> codes, Progress progress) {
    BorderSimplifier simplifier = new BorderSimplifier(patch.now(), codes, limitMetres, progress);
    if (!simplifier.findGone(progress)) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    patch.takeAll(simplifier::isGone, progress);
  }

  private Collection<Unit> chosen(EditScope scope) {
    if (units.isEmpty()) {
      return scope.plan().grids();
    }
    units.forEach(code -> Units.find(scope.plan(), depth, code));
    return below(scope.plan()).stream().sorted().map(scope::grid).toList();
  }

  /** Codes of the grids that belong to the units. */
  private Set<String> below(Plan plan) {
    Set<String> above = new HashSet<>(units);
    int finest = plan.theme().gridLevel().depth();
    for (int level = depth + 1; level <= finest; level++) {
      Set<String> below = new HashSet<>();
      for (Unit unit : plan.units(level)) {
        if (above.contains(unit.parentCode())) {
          below.add(unit.code());
        }
      }
      above = below;
    }
    return above;
  }
}
