package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.flow.GridsNear;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Once;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.DraftInfo;

/**
 * A draft at one version. Immutable and safe to read from any thread.
 *
 * <p>The plan is there at once; the check of a draft that was just opened may still be running, and
 * whoever asks for findings waits for it.
 */
public final class DraftState {

  private final DraftInfo info;
  private final Base base;
  private final Plan plan;
  private final Later<EditablePlan> editable;
  private final Later<CheckedPlan> checked;
  private final Once<Plan> told = new Once<>(() -> facts().told());

  private DraftState(
      DraftInfo info,
      Base base,
      Plan plan,
      Later<EditablePlan> editable,
      Later<CheckedPlan> checked) {
    this.info = info;
    this.base = base;
    this.plan = plan;
    this.editable = editable;
    this.checked = checked;
  }

  /** A draft that differs from its base by a change. */
  static DraftState opened(DraftInfo info, Base base, PlanChange change) {
    Plan plan = base.plan().with(change);
    return new DraftState(
        info,
        base,
        plan,
        base.editable().then(editable -> editable.after(change)),
        base.checked().then(checked -> checked.after(change)));
  }

  public DraftInfo info() {
    return info;
  }

  public long version() {
    return info.version();
  }

  /**
   * Proves that a change can have been made on a version.
   *
   * @throws UnknownVersionException when the draft never had it
   */
  public DraftState requireVersion(long version) {
    if (version < 1 || version > version()) {
      throw new UnknownVersionException(info.id(), version, version());
    }
    return this;
  }

  public Plan plan() {
    return plan;
  }

  /** The plan that the draft began with. */
  public Plan basePlan() {
    return base.plan();
  }

  /** Everything that is wrong, ordered by kind, units and place. */
  public List<Finding> findings() {
    return checked().findings();
  }

  /** The numbers of its grids as they are told; kept from the first call on. */
  public PlanFacts facts() {
    return editable().facts();
  }

  /** The plan as it is read by people and programs; kept from the first call on. */
  public Plan told() {
    return told.get();
  }

  /**
   * How grids differ from the base whose rectangles, before or now, meet a rectangle or a grid that
   * does; takes time in proportion to the grids there.
   */
  List<UnitChange> gridChanges(LatticeEnvelope box) {
    GridsNear were = base.editable().get()::gridsNear;
    LatticeEnvelope wide = box;
    for (Unit grid : were.near(box)) {
      wide = wide.union(grid.drawnArea().envelope());
    }
    int depth = plan.theme().gridLevel().depth();
    SortedSet<String> codes = new TreeSet<>(Plan.CODE_ORDER);
    were.near(wide).forEach(grid -> codes.add(grid.code()));
    editable().gridsNear(wide).forEach(grid -> codes.add(grid.code()));
    List<UnitChange> changes = new ArrayList<>();
    for (String code : codes) {
      Unit was = base.plan().unit(depth, code).orElse(null);
      Unit is = plan.unit(depth, code).orElse(null);
      if (!Objects.equals(was, is)) {
        changes.add(new UnitChange(was, is));
      }
    }
    return changes;
  }

  Base base() {
    return base;
  }

  /** The plan with what edits of it stand on. */
  public EditablePlan editable() {
    return editable.get();
  }

  /** As {@link #editable}, without waiting for it. */
  Later<EditablePlan> editableLater() {
    return editable;
  }

  CheckedPlan checked() {
    return checked.get();
  }

  /** What a change makes of it, checked; still under the version that it has now. */
  DraftState after(PlanChange change) {
    return after(change, Progress.NONE);
  }

  /** As above, watched. */
  DraftState after(PlanChange change, Progress progress) {
    EditablePlan next = editable().after(change);
    progress.checkpoint();
    CheckedPlan nextChecked = checked().after(change, next.plan(), progress);
    return new DraftState(info, base, next.plan(), Later.now(next), Later.now(nextChecked));
  }

  /** The same content, of which something else is known now. */
  DraftState knownAs(DraftInfo now) {
    return new DraftState(now, base, plan, editable, checked);
  }
}
