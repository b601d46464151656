package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.data.draft.RecentVersions.VersionStep;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.store.Store;

/**
 * A draft as it is now, with its last versions. Immutable.
 *
 * @param rules the version of what it is checked by
 * @param stored its version in the store; less than the state's while edits are on their way there
 */
record DraftNow(DraftState state, String rules, long stored, RecentVersions recent) {

  /** A draft as it was read. */
  static DraftNow read(DraftState state, String rules) {
    return new DraftNow(state, rules, state.version(), RecentVersions.NONE);
  }

  /** After a step that is stored. */
  DraftNow and(DraftState next, PlanChange change) {
    return new DraftNow(next, rules, next.version(), with(next.version(), change));
  }

  /** After a step that is yet to be stored, as the next version. */
  DraftNow foreseeing(DraftState next, PlanChange change) {
    DraftInfo info = next.info().atVersion(state.version() + 1);
    return new DraftNow(next.knownAs(info), rules, stored, with(info.version(), change));
  }

  /** The same, all of it stored. */
  DraftNow storedAs(DraftInfo info) {
    return new DraftNow(state.knownAs(info), rules, info.version(), recent);
  }

  /**
   * What became of the draft since a version that it had.
   *
   * @throws UnknownVersionException when it never had it
   */
  Since since(long version, Store store) {
    state.requireVersion(version);
    if (version == state.version()) {
      return Since.nothing(state::editable);
    }
    Optional<List<VersionStep>> steps = recent.since(version);
    if (steps.isPresent()) {
      return new Since(changes(steps.get()), steps.get().get(0).before()::get);
    }
    List<PlanChange> changes = new ArrayList<>(store.drafts().since(state.info().id(), version));
    changes.addAll(
        changes(recent.steps().stream().filter(step -> step.version() > stored).toList()));
    return Since.reversing(changes, state.editable());
  }

  private RecentVersions with(long version, PlanChange change) {
    return recent.and(new VersionStep(version, state.editableLater(), change));
  }

  private static List<PlanChange> changes(List<VersionStep> steps) {
    return steps.stream().map(VersionStep::change).filter(change -> !change.isEmpty()).toList();
  }
}
