package org.gridwright.data.draft;

import java.time.LocalDate;
import java.util.List;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.repair.Proposal;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.DraftRevision;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Where drafts are worked on. Thread-safe.
 *
 * <p>Methods that take the version on which a change was made throw {@link UnknownVersionException}
 * when the draft never had it, {@link ConflictException} when what was changed since touches the
 * same units, {@link EditRefusedException} when the change makes no sense or would break the seam,
 * and all throw {@link org.gridwright.data.store.StoreException} with {@code NOT_FOUND} when there
 * is no such draft.
 */
public final class DraftDesk {

  public DraftDesk(Store store) {
    store.description();
  }

  /** Drafts of a theme in order of id; of all themes where it is null. */
  public List<DraftInfo> list(@Nullable String theme) {
    throw new UnsupportedOperationException();
  }

  /** The draft as it is now. */
  public DraftState open(long id) {
    throw new UnsupportedOperationException();
  }

  /**
   * A draft equal to a published plan; where it is null, to the theme's latest one, or empty where
   * none was published.
   */
  public DraftState create(String theme, @Nullable Long publishedPlan, About about) {
    throw new UnsupportedOperationException();
  }

  /** A draft with the content of a plan of a known theme. */
  public DraftState create(Plan plan, About about) {
    throw new UnsupportedOperationException();
  }

  /** A copy with its history. */
  public DraftState duplicate(long id, About about) {
    throw new UnsupportedOperationException();
  }

  public DraftState describe(long id, String name, String description) {
    throw new UnsupportedOperationException();
  }

  public void delete(long id) {
    throw new UnsupportedOperationException();
  }

  /** Revisions in order of position, undone ones included. */
  public List<DraftRevision> history(long id) {
    throw new UnsupportedOperationException();
  }

  /** Makes an edit and stores it. */
  public Edited apply(long id, long version, PlanEdit edit, RevisionNote note) {
    throw new UnsupportedOperationException();
  }

  /** What {@link #apply} would do and answer, without storing it. */
  public Edited preview(long id, long version, PlanEdit edit, String kind) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes the last applied revision back.
   *
   * @throws EditRefusedException {@code nothing-to-undo}
   */
  public Edited undo(long id, long version, String author) {
    throw new UnsupportedOperationException();
  }

  /**
   * Applies the revision undone last again.
   *
   * @throws EditRefusedException {@code nothing-to-redo}
   */
  public Edited redo(long id, long version, String author) {
    throw new UnsupportedOperationException();
  }

  /** Findings, those that were accepted marked. */
  public List<Reviewed> findings(long id) {
    throw new UnsupportedOperationException();
  }

  /** Accepts a finding in this draft; once it is published, in its theme. */
  public DraftState accept(long id, String finding, String reason, String author) {
    throw new UnsupportedOperationException();
  }

  /** Takes back what was accepted. */
  public DraftState takeBack(long id, String finding) {
    throw new UnsupportedOperationException();
  }

  /** What a repair would do. */
  public Proposal proposeRepair(long id, RepairOptions options) {
    throw new UnsupportedOperationException();
  }

  /** Repairs and stores it as one revision. */
  public Edited repair(long id, long version, RepairOptions options, RevisionNote note) {
    throw new UnsupportedOperationException();
  }

  /**
   * Publishes a draft; its id becomes the plan's. What was published since the draft was made is
   * merged where no unit is touched by both.
   *
   * @param effective first day in force
   * @param accept the reason with which findings that still block are accepted; null to refuse
   * @throws org.gridwright.data.intake.PublishRefusedException when some block and there is no
   *     reason
   */
  public PlanInfo publish(
      long id, long version, LocalDate effective, @Nullable String accept, String author) {
    throw new UnsupportedOperationException();
  }
}
