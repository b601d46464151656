package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.flow.FactFlow;
import org.gridwright.core.flow.KeptBasis;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.jspecify.annotations.Nullable;

/**
 * A plan with an index of its grids' rectangles, and the plan that editing began with, where that
 * is known. Immutable and safe to use from any thread. Making one costs nothing; the one after a
 * change costs what the change does, besides copying references. The index is built when it has
 * been asked often enough to be worth it, so keep the value of a draft from one edit to the next.
 */
public final class EditablePlan {

  private final Plan plan;
  private final GridIndex grids;
  private final @Nullable Plan base;
  private final GridIndex baseGrids;
  private final Supplier<FactBasis> facts;

  private final AtomicReference<@Nullable PlanFacts> told = new AtomicReference<>();

  /** Grids that hold shares of counted ground, in code order; null until somebody asks. */
  private final AtomicReference<@Nullable SortedMap<String, Unit>> holding =
      new AtomicReference<>();

  private EditablePlan(
      Plan plan,
      GridIndex grids,
      @Nullable Plan base,
      GridIndex baseGrids,
      Supplier<FactBasis> facts) {
    this.plan = plan;
    this.grids = grids;
    this.base = base;
    this.baseGrids = baseGrids;
    this.facts = facts;
  }

  /** A plan of which is not known what editing began with. */
  public static EditablePlan of(Plan plan) {
    GridIndex grids = GridIndex.of(plan);
    return new EditablePlan(plan, grids, null, grids, new KeptBasis(() -> FactBasis.of(plan)));
  }

  /**
   * A draft that is being edited.
   *
   * @param base the plan that the draft was made from, which may be the plan itself; its vertices
   *     are never taken for leftovers of a split
   */
  public static EditablePlan of(Plan plan, Plan base) {
    GridIndex grids = GridIndex.of(plan);
    return new EditablePlan(
        plan,
        grids,
        base,
        plan == base ? grids : GridIndex.of(base),
        new KeptBasis(() -> FactBasis.of(plan)));
  }

  /**
   * The same plan, of whose facts more is known than what its attributes are called.
   *
   * @param known asked once, when the first edit needs it
   */
  public EditablePlan standingOn(Supplier<FactBasis> known) {
    return new EditablePlan(plan, grids, base, baseGrids, new KeptBasis(known));
  }

  /** Builds what the first edits would otherwise wait for; returns this. */
  public EditablePlan indexed() {
    grids.build();
    baseGrids.build();
    return this;
  }

  public Plan plan() {
    return plan;
  }

  /** The plan that editing began with, where that is known. */
  public Optional<Plan> base() {
    return Optional.ofNullable(base);
  }

  /** The outcome of a change, with the same base. */
  public EditablePlan after(PlanChange change) {
    if (change.isEmpty()) {
      return this;
    }
    Plan next = plan.with(change);
    EditablePlan after = new EditablePlan(next, grids.after(next, change), base, baseGrids, facts);
    after.holding.set(holdingAfter(change));
    return after;
  }

  private @Nullable SortedMap<String, Unit> holdingAfter(PlanChange change) {
    SortedMap<String, Unit> known = holding.get();
    if (known == null) {
      return null;
    }
    SortedMap<String, Unit> after = new TreeMap<>(known);
    int depth = plan.theme().gridLevel().depth();
    for (UnitChange unit : change.units()) {
      if (unit.depth() == depth) {
        after.remove(unit.code());
        if (unit.after() != null && !unit.after().facts().isNone()) {
          after.put(unit.code(), unit.after());
        }
      }
    }
    return after;
  }

  private SortedMap<String, Unit> holding() {
    SortedMap<String, Unit> known = holding.get();
    if (known == null) {
      known = new TreeMap<>(Plan.CODE_ORDER);
      for (Unit grid : plan.grids()) {
        if (!grid.facts().isNone()) {
          known.put(grid.code(), grid);
        }
      }
      holding.set(known);
    }
    return known;
  }

  /** A change of this plan with the facts that follow the ground. */
  public PlanChange carried(PlanChange change) {
    return FactFlow.carried(plan, this::gridsNear, change, facts.get());
  }

  /**
   * The numbers of its grids as they are told. The first call makes one pass over the grids; after
   * a change of a plan that was asked, it costs what the grids do that hold shares. They are kept.
   */
  public PlanFacts facts() {
    PlanFacts known = told.get();
    if (known == null) {
      told.compareAndSet(null, PlanFacts.of(plan, facts.get(), holding().values()));
      known = told.get();
    }
    return Objects.requireNonNull(known);
  }

  /** Grids whose rectangles meet a closed one, in code order. */
  public List<Unit> gridsNear(LatticeEnvelope box) {
    return grids.near(box);
  }

  /** Whether some grid had a vertex at a place when editing began. */
  boolean isBaseVertex(LatticePoint at) {
    if (base == null) {
      return false;
    }
    LatticeEnvelope box = new LatticeEnvelope(at.x(), at.y(), at.x(), at.y());
    List<LatticeRing> rings = new ArrayList<>();
    baseGrids.near(box).forEach(grid -> grid.drawnArea().forEachRing(rings::add));
    return rings.stream().anyMatch(ring -> hasVertex(ring, at));
  }

  private static boolean hasVertex(LatticeRing ring, LatticePoint at) {
    for (int i = 1; i < ring.size(); i++) {
      if (ring.x(i) == at.x() && ring.y(i) == at.y()) {
        return true;
      }
    }
    return false;
  }
}
