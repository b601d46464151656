package org.gridwright.core.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.flow.Fact;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** How much each grid of a plan has of something. Immutable and thread-safe. */
public final class GridAmounts {

  /** In the place of an index. */
  private static final int ANOTHER = -1;

  private final Plan plan;
  private final Measure measure;
  private final List<UnitAmount> amounts;

  /** The same in arrays; null where some amount does not fit there. */
  private final @Nullable AmountColumn column;

  private GridAmounts(
      Plan plan, Measure measure, List<UnitAmount> amounts, @Nullable AmountColumn column) {
    this.plan = plan;
    this.measure = measure;
    this.amounts = amounts;
    this.column = column;
  }

  /**
   * The amounts of a plan's grids, on all cores.
   *
   * @param source how much a grid has; thread-safe
   */
  public static GridAmounts of(Plan plan, Measure measure, Function<Unit, UnitAmount> source) {
    List<UnitAmount> amounts = plan.grids().parallelStream().map(source).toList();
    return new GridAmounts(plan, measure, amounts, AmountColumn.of(amounts));
  }

  public Plan plan() {
    return plan;
  }

  /** What a grid has; unknown where there is no such grid. */
  public UnitAmount of(String code) {
    int index = plan.indexOf(plan.theme().gridLevel().depth(), code);
    return index < 0 ? UnitAmount.UNKNOWN : amounts.get(index);
  }

  /**
   * The amounts of what a change made of the plan. Grids that are the same object have what they
   * had.
   *
   * @param source how much a grid of the later plan has
   * @param others grids of either plan that are to be asked for though they are the same; codes
   *     that the later plan does not have are passed over
   */
  public GridAmounts after(
      Plan next, Function<Unit, UnitAmount> source, Collection<String> others) {
    int[] from = kept(next);
    UnitAmount[] after = new UnitAmount[from.length];
    int depth = next.theme().gridLevel().depth();
    for (String code : others) {
      int index = next.indexOf(depth, code);
      if (index >= 0) {
        from[index] = ANOTHER;
      }
    }
    List<Unit> grids = next.grids();
    for (int i = 0; i < after.length; i++) {
      after[i] = from[i] < 0 ? source.apply(grids.get(i)) : amounts.get(from[i]);
    }
    List<UnitAmount> all = List.of(after);
    return new GridAmounts(
        next, measure, all, column == null ? AmountColumn.of(all) : column.after(from, all));
  }

  /** Where grids of a later plan stand here that are the same; {@link #ANOTHER} for others. */
  @SuppressWarnings("ReferenceEquality") // a grid that was not touched is the same object
  private int[] kept(Plan next) {
    List<Unit> was = plan.grids();
    List<Unit> is = next.grids();
    int[] from = new int[is.size()];
    int old = 0;
    for (int i = 0; i < from.length; i++) {
      while (old < was.size() && was.get(old) != is.get(i) && order(was.get(old), is.get(i)) < 0) {
        old++;
      }
      from[i] = old < was.size() && was.get(old) == is.get(i) ? old++ : ANOTHER;
    }
    return from;
  }

  private static int order(Unit a, Unit b) {
    return Plan.CODE_ORDER.compare(a.code(), b.code());
  }

  /**
   * The amounts of a level: of an upper one the sums of what is below; what nobody below knows is
   * what an attribute of the unit itself says, as {@link org.gridwright.core.flow.PlanFacts#told}
   * has it.
   */
  public LevelAmounts level(int depth) {
    List<UnitAmount> level = amounts;
    for (int below = plan.theme().gridLevel().depth(); below > depth; below--) {
      level = above(below, level);
    }
    return new LevelAmounts(plan.units(depth), level);
  }

  /** The amounts of a level in arrays, where they are there. */
  @Nullable AmountColumn column(int depth) {
    return depth == plan.theme().gridLevel().depth() ? column : null;
  }

  private List<UnitAmount> above(int depth, List<UnitAmount> below) {
    List<Unit> parents = plan.units(depth - 1);
    BigDecimal[] sums = new BigDecimal[parents.size()];
    String[] bases = new String[sums.length];
    Arrays.fill(bases, Fact.COUNTED);
    int[] parentOf = plan.parents(depth);
    for (int i = 0; i < parentOf.length; i++) {
      UnitAmount amount = below.get(i);
      int parent = parentOf[i];
      if (amount.known() != null) {
        sums[parent] = sums[parent] == null ? amount.known() : sums[parent].add(amount.known());
      }
      bases[parent] = Fact.weaker(bases[parent], amount.basis());
    }
    List<UnitAmount> above = new ArrayList<>(sums.length);
    for (int i = 0; i < sums.length; i++) {
      above.add(sums[i] == null ? stored(parents.get(i)) : new UnitAmount(sums[i], bases[i]));
    }
    return above;
  }

  private UnitAmount stored(Unit unit) {
    return measure.isAttribute()
        ? Counted.number(unit.attributes().get(measure.id()))
            .map(number -> new UnitAmount(number, Fact.COUNTED))
            .orElse(UnitAmount.UNKNOWN)
        : UnitAmount.UNKNOWN;
  }
}
