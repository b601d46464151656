package org.gridwright.data.store;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/** Plans and their units, kept as revisions. */
public interface PlanStore {

  /** All plans of a theme: published ones by effective date, then drafts by id. */
  List<PlanInfo> list(String theme);

  Optional<PlanInfo> find(long planId);

  /** The plan of a theme that was published last, whenever it comes into force. */
  default Optional<PlanInfo> latest(String theme) {
    return list(theme).stream()
        .filter(plan -> plan.status() == PlanInfo.Status.PUBLISHED)
        .max(Comparator.comparingLong(PlanInfo::revision));
  }

  /** The published plan in force on a day. */
  Optional<PlanInfo> inForce(String theme, LocalDate day);

  /** As {@link #load(long, Progress)}, unwatched. */
  default Plan load(long planId) {
    return load(planId, Progress.NONE);
  }

  /**
   * The whole plan.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  Plan load(long planId, Progress progress);

  /**
   * Units of one level in code order, as a stream that must be closed.
   *
   * @param box only units whose rectangle meets it; null for all
   */
  Stream<Unit> units(long planId, int depth, @Nullable LatticeEnvelope box);

  /** Number of units of one level. */
  long count(long planId, int depth);

  /** As {@link #createDraft(Plan, Actor, String, Progress)}, unwatched. */
  default PlanInfo createDraft(Plan plan, Actor author, String reason) {
    return createDraft(plan, author, reason, Progress.NONE);
  }

  /**
   * Stores a plan as a new draft, as differences from the theme's latest published plan. The theme
   * must exist.
   *
   * @param reason why, for the history
   * @throws org.gridwright.core.work.StoppedException when it is not to go on; nothing was stored
   */
  PlanInfo createDraft(Plan plan, Actor author, String reason, Progress progress);

  /** As {@link #publish(long, LocalDate, String, Progress)}, unwatched. */
  default Published publish(long draftId, LocalDate effective, @Nullable String accepted) {
    return publish(draftId, effective, accepted, Progress.NONE);
  }

  /**
   * Publishes a draft; its id becomes the published plan's id, and what was accepted in it belongs
   * to the theme from now on. Only units that differ from the theme's previous published revision
   * are written.
   *
   * @param effective first day in force
   * @param accepted the reason with which remaining findings were accepted; null where there are
   *     none
   * @return what was published, and how many unit rows it took
   * @throws StoreException when the plan is not a draft, or is not based on the theme's latest
   *     published plan
   * @throws org.gridwright.core.work.StoppedException when it is not to go on; nothing was
   *     published
   */
  Published publish(
      long draftId, LocalDate effective, @Nullable String accepted, Progress progress);

  /** What identifies the content of a plan; empty where nobody said, or others wrote since. */
  Optional<String> digest(long planId);

  /**
   * Keeps what identifies the content of a plan, until others write to units, plans or themes.
   *
   * @param edition {@link RowCheck#planVersion} when the plan was read; where it is another by now,
   *     nothing is kept
   */
  void keepDigest(long planId, String digest, String edition);

  /**
   * The outcome of publishing.
   *
   * @param rowsAdded unit rows written
   * @param rowsEnded unit rows of the previous revision that this one no longer uses
   */
  record Published(PlanInfo plan, long rowsAdded, long rowsEnded) {}
}
