package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.flow.FactFlow;
import org.gridwright.core.flow.GroundHolders;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Once;
import org.gridwright.core.work.Progress;
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

  /** Which grids hold shares of counted ground; null until somebody asks. */
  private final AtomicReference<@Nullable GroundHolders> holding = new AtomicReference<>();

  private final Once<PlanFacts> told = new Once<>(this::tell);

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
    return new EditablePlan(plan, grids, null, grids, new Once<>(() -> FactBasis.of(plan)));
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
        new Once<>(() -> FactBasis.of(plan)));
  }

  /**
   * The same plan, of whose facts more is known than what its attributes are called.
   *
   * @param known asked once, when the first edit needs it
   */
  public EditablePlan standingOn(Supplier<FactBasis> known) {
    return new EditablePlan(plan, grids, base, baseGrids, new Once<>(known));
  }

  /** Builds what the first edits would otherwise wait for; returns this. */
  public EditablePlan indexed() {
    grids.build();
    baseGrids.build();
    var unusedBasis = facts.get();
    var unusedHolding = holding();
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
    EditablePlan after =
        new EditablePlan(
            next,
            grids.after(next, change),
            base,
            baseGrids,
            new Once<>(() -> facts.get().after(next, change)));
    GroundHolders known = holding.get();
    if (known != null) {
      after.holding.set(known.after(change, plan.theme().gridLevel().depth()));
    }
    return after;
  }

  private GroundHolders holding() {
    GroundHolders known = holding.get();
    if (known == null) {
      known = GroundHolders.of(plan);
      holding.set(known);
    }
    return known;
  }

  /** Whether an attribute of its grids is a number that is counted on ground. */
  boolean isCounted(String attribute) {
    return facts
        .get()
        .schema()
        .or(FactSchema.proposed(List.of(attribute)))
        .kind(attribute)
        .isCounted();
  }

  /** Whether the same is known of its facts as of another plan's, but for places of ground. */
  public boolean knowsFactsAs(EditablePlan other) {
    FactBasis mine = facts.get();
    FactBasis theirs = other.facts.get();
    return mine.schema().equals(theirs.schema())
        && mine.known().equals(theirs.known())
        && Objects.equals(mine.since(), theirs.since());
  }

  /**
   * A change of this plan with the facts that follow the ground.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public PlanChange carried(PlanChange change, Progress progress) {
    return FactFlow.carried(plan, this::gridsNear, change, facts.get(), progress);
  }

  /**
   * The numbers of its grids as they are told; kept from the first call on. That makes one pass
   * over the grids; after a change of a plan that was asked, it costs what the grids do that hold
   * shares.
   */
  public PlanFacts facts() {
    return told.get();
  }

  private PlanFacts tell() {
    return PlanFacts.of(plan, facts.get(), holding());
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
