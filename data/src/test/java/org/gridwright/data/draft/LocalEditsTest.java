package org.gridwright.data.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditGenerator;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.draft.Merging.Made;
import org.junit.jupiter.api.Test;

/** An edit that need not be made again would do the very same. */
class LocalEditsTest {

  private static final int GRIDS = 400;
  private static final int TRIES = 300;
  private static final int OTHERS = 3;

  @Test
  void whatStandsIsWhatTheEditDoesNow() {
    Plan plan = DemoCity.generate(DemoOptions.of(GRIDS, 1)).plan();
    EditablePlan then = EditablePlan.of(plan, plan).indexed();
    EditGenerator edits = new EditGenerator(3);
    int stood = 0;
    for (int i = 0; i < TRIES; i++) {
      Optional<Made> made = made(then, edits.next(then, GRIDS));
      List<PlanChange> since = new ArrayList<>();
      EditablePlan now = then;
      for (int other = 0; other < OTHERS; other++) {
        Optional<Made> theirs = made(now, edits.next(now, GRIDS));
        if (theirs.isPresent()) {
          since.add(theirs.get().change());
          now = now.after(theirs.get().change());
        }
      }
      if (made.isPresent() && LocalEdits.stands(now, since, made.get())) {
        stood++;
        assertThat(made.get().edit().on(now)).as("try %d", i).isEqualTo(made.get().change());
      }
    }
    assertThat(stood).isGreaterThan(TRIES / 20);
  }

  @Test
  void nothingStandsNearWhatOthersChanged() {
    Plan plan = DemoCity.generate(DemoOptions.of(GRIDS, 1)).plan();
    EditablePlan then = EditablePlan.of(plan, plan).indexed();
    EditGenerator edits = new EditGenerator(5);
    int looked = 0;
    for (int i = 0; i < TRIES; i++) {
      Optional<Made> made = made(then, edits.next(then, GRIDS));
      if (made.isPresent() && !made.get().change().isEmpty()) {
        looked++;
        PlanChange same = made.get().change();
        assertThat(LocalEdits.stands(then.after(same), List.of(same), made.get())).isFalse();
      }
    }
    assertThat(looked).isPositive();
  }

  private static Optional<Made> made(EditablePlan on, Edit edit) {
    try {
      return Optional.of(Made.on(on, PlanEdit.of(edit), Progress.NONE));
    } catch (ChangeRefusedException refused) {
      return Optional.empty();
    }
  }
}
