package org.gridwright.data.draft;

import java.util.List;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.DraftInfo;

/**
 * A draft at one version. Immutable and safe to read from any thread.
 *
 * <p>The plan is there at once; the check of a draft that was just opened may still be running, and
 * whoever asks for findings waits for it.
 */
public final class DraftState {

  private final DraftInfo info;
  private final Plan plan;
  private final Checking checking;

  DraftState(DraftInfo info, Plan plan, Checking checking) {
    this.info = info;
    this.plan = plan;
    this.checking = checking;
  }

  public DraftInfo info() {
    return info;
  }

  public long version() {
    return info.version();
  }

  public Plan plan() {
    return plan;
  }

  /** Everything that is wrong, ordered by kind, units and place. */
  public List<Finding> findings() {
    return checked().findings();
  }

  CheckedPlan checked() {
    return checking.checked();
  }

  /** The same content, of which something else is known now. */
  DraftState knownAs(DraftInfo now) {
    return new DraftState(now, plan, checking);
  }
}
