package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.finding.FindingDifference;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.Merging.Made;
import org.gridwright.data.draft.OpenDrafts.Slot;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.StaleDraftException;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Edits of many planners at once. Each is made by its own thread on the version that its planner
 * saw; those that wait by then are merged and checked one after another, in the order in which they
 * came, and stored in one transaction, so that they share a forced write. Each keeps its own
 * version and its place in the history; nobody hears of any of them, nor of a refusal that follows
 * from them, before all are on disk. Thread-safe.
 */
final class EditGroups {

  /** A group ends here, so that the first in it does not wait for too many others. */
  private static final int MOST = 64;

  private static final long LONGEST_NANOS = 200_000_000;

  private final Store store;
  private final OpenDrafts drafts;

  EditGroups(Store store, OpenDrafts drafts) {
    this.store = store;
    this.drafts = drafts;
  }

  /**
   * Makes an edit; returns when it is on disk.
   *
   * @throws org.gridwright.core.work.StoppedException when it was stopped before that
   */
  Edited make(long id, long version, PlanEdit edit, RevisionNote note, Progress progress) {
    Since since = drafts.seen(id).since(version, store);
    Made made = Made.on(since.then().get(), edit, progress.part(0, 0.7));
    WaitingEdit waiting = new WaitingEdit(version, made, note, progress.part(0.7, 1));
    return drafts.inTurn(id, waiting, this::work);
  }

  /** What an edit would do to a draft, unstored. */
  Edited propose(DraftNow now, long version, PlanEdit edit, String kind, Progress progress) {
    Since since = now.since(version, store);
    Made made = Made.on(since.then().get(), edit, progress.part(0, 0.7));
    return outcome(now.state(), since, made, kind, progress.part(0.7, 1));
  }

  private static Edited outcome(
      DraftState now, Since since, Made made, String kind, Progress progress) {
    PlanChange change = Merging.change(now, since, made, progress.part(0, 0.5));
    DraftState after = now.after(change, progress.part(0.5, 1));
    FindingDifference difference = FindingDifference.between(now.findings(), after.findings());
    SeamGuard.require(now.findings(), difference);
    return Edited.of(now, after, kind, change, difference, !since.isNothing());
  }

  private void work(Slot slot) {
    Group group = new Group(slot, MOST);
    try {
      group.attempt();
    } catch (StaleDraftException stale) {
      group.refuse(stale);
    } catch (RuntimeException | Error failure) {
      if (failure instanceof RuntimeException && group.taken.size() > 1) {
        group.taken.forEach(each -> alone(slot, each));
      } else {
        group.refuse(failure);
      }
    }
  }

  /** An edit of a group that could not be stored; only the one that is at fault hears of it. */
  private void alone(Slot slot, WaitingEdit edit) {
    Group group = new Group(slot, 1);
    group.taken.add(edit);
    try {
      group.attempt();
    } catch (RuntimeException | Error failure) {
      group.refuse(failure);
    }
  }

  /** Edits that are stored together, or not at all. */
  private final class Group {

    private final Slot slot;
    private final int most;

    /** In the order in which they came. */
    private final List<WaitingEdit> taken = new ArrayList<>();

    Group(Slot slot, int most) {
      this.slot = slot;
      this.most = most;
    }

    /** What an edit comes to on the plan before it: an outcome, or why it is refused. */
    private record Judged(
        WaitingEdit edit, @Nullable Edited outcome, @Nullable RuntimeException refusal) {}

    /** Again from the start where another process changed the draft meanwhile. */
    void attempt() {
      for (int attempt = 1; ; attempt++) {
        try {
          once();
          return;
        } catch (StaleDraftException stale) {
          if (attempt == OpenDrafts.ATTEMPTS) {
            throw stale;
          }
        }
      }
    }

    void refuse(Throwable reason) {
      taken.stream().filter(each -> !each.isDone()).forEach(each -> each.refused(reason));
    }

    private void once() {
      DraftNow began = slot.now();
      List<Judged> judged = new ArrayList<>();
      DraftNow now = began;
      long start = System.nanoTime();
      for (WaitingEdit edit = take(0, start); edit != null; edit = take(judged.size(), start)) {
        Judged each = judge(now, edit);
        judged.add(each);
        if (each.outcome() != null) {
          now = now.foreseeing(each.outcome().state(), each.outcome().change());
        }
      }
      List<DraftInfo> stored = new ArrayList<>();
      if (judged.stream().anyMatch(each -> each.outcome() != null)) {
        DraftNow foreseen = now;
        slot.storing(now.state().version(), tx -> write(tx, began, judged, stored, foreseen));
      }
      answer(judged, stored);
    }

    /** The edits of an attempt before, then those that have come meanwhile. */
    private @Nullable WaitingEdit take(int index, long start) {
      if (index < taken.size()) {
        return taken.get(index);
      }
      boolean full = index >= most || (index > 0 && System.nanoTime() - start > LONGEST_NANOS);
      WaitingEdit next = full ? null : slot.next();
      if (next != null) {
        taken.add(next);
      }
      return next;
    }

    private Judged judge(DraftNow now, WaitingEdit edit) {
      try {
        Since since = now.since(edit.version(), store);
        Progress progress = edit.progress();
        progress.checkpoint();
        Edited outcome =
            outcome(now.state(), since, edit.made(), edit.note().kind(), progress.part(0, 0.8));
        return new Judged(edit, outcome, null);
      } catch (StaleDraftException stale) {
        throw stale;
      } catch (RuntimeException refusal) {
        return new Judged(edit, null, refusal);
      }
    }

    private DraftNow write(
        Store tx, DraftNow began, List<Judged> judged, List<DraftInfo> stored, DraftNow foreseen) {
      stored.clear();
      DraftInfo last = began.state().info();
      for (Judged each : judged) {
        if (each.outcome() != null) {
          PlanChange change = each.outcome().change();
          Progress progress = each.edit().progress();
          progress.checkpoint();
          last =
              tx.drafts().append(last, change, each.edit().note(), progress.part(0.8, 1).quiet());
          progress.checkpoint();
          stored.add(last);
        }
      }
      return foreseen.storedAs(last);
    }

    private void answer(List<Judged> judged, List<DraftInfo> stored) {
      int next = 0;
      for (Judged each : judged) {
        if (each.outcome() != null) {
          each.edit().stored(each.outcome().knownAs(stored.get(next++)));
        } else if (each.refusal() != null) {
          each.edit().refused(each.refusal());
        }
      }
    }
  }
}
