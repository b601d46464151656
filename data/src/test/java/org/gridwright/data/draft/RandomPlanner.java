package org.gridwright.data.draft;

import java.util.Random;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditGenerator;
import org.gridwright.core.edit.EditSequence;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;

/** A planner who edits, undoes and redoes at random, at a desk of an own process if need be. */
final class RandomPlanner implements AutoCloseable {

  private final Store store;
  private final DraftDesk desk;
  private final long draft;
  private final Random random;
  private final EditGenerator edits;
  private final int grids;

  RandomPlanner(String address, long draft, long seed) {
    this.store = Stores.open(address);
    this.desk = new DraftDesk(store);
    this.draft = draft;
    this.random = new Random(seed);
    this.edits = new EditGenerator(seed);
    this.grids = desk.open(draft).plan().grids().size();
  }

  DraftState state() {
    return desk.open(draft);
  }

  Store store() {
    return store;
  }

  DraftDesk desk() {
    return desk;
  }

  /**
   * One try: mostly an edit, every fourth on an older version, sometimes undo or redo.
   *
   * @throws ChangeRefusedException when it makes no sense
   * @throws ConflictException when others changed the same units
   */
  Edited step() {
    DraftState seen = state();
    int what = random.nextInt(20);
    if (what < 4) {
      return desk.undo(draft, seen.version(), Actor.named("ann"));
    }
    if (what < 7) {
      return desk.redo(draft, seen.version(), Actor.named("ann"));
    }
    long on = Math.max(1, seen.version() - (what < 11 ? random.nextInt(4) : 0));
    Edit edit = edits.next(seen.editable(), grids);
    RevisionNote note = new RevisionNote(edit.kind(), "{}", Actor.named("ann"), "");
    return desk.apply(draft, on, PlanEdit.of(edit), note);
  }

  @Override
  public void close() {
    store.close();
  }

  /** Works without end, and says version and digest of the draft after each change. */
  public static void main(String[] arguments) {
    try (RandomPlanner planner =
        new RandomPlanner(
            arguments[0], Long.parseLong(arguments[1]), Long.parseLong(arguments[2]))) {
      while (true) {
        try {
          DraftState state = planner.step().state();
          System.out.println(state.version() + " " + digest(state.plan()));
        } catch (ChangeRefusedException | ConflictException refused) {
          // the next step is another
        }
      }
    }
  }

  /** A digest of the content, wherever rings begin. */
  static String digest(Plan plan) {
    return EditSequence.digest(plan, true);
  }
}
