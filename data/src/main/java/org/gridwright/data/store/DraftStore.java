package org.gridwright.data.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.plan.VoidChange;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.DraftRevision;
import org.gridwright.data.model.OfficerChoice;
import org.gridwright.data.model.RevisionNote;
import org.jspecify.annotations.Nullable;

/**
 * Drafts: plans being edited, as differences from the published plan that they started from, with a
 * linear history of revisions. Every change is one transaction, counts the draft's version up by
 * one, and costs in proportion to what it changes.
 *
 * <p>A method that takes the expected version throws a {@link StaleDraftException} when the draft
 * has another one, and every method a {@link StoreException} when there is no such draft.
 */
public interface DraftStore {

  /** Drafts of a theme in order of id; of all themes where it is null. */
  List<DraftInfo> list(@Nullable String theme);

  /** A draft; empty where there is none of that id, or it has been published. */
  Optional<DraftInfo> find(long id);

  /** What a draft that was read before has to be compared with; cheaper than {@link #find}. */
  Versions versions(long id);

  /** The draft and how it differs from its base, in one consistent state. */
  Difference difference(long id);

  /** A draft equal to a published plan. */
  DraftInfo create(long publishedPlan, About about);

  /** A draft with the content of a plan, based on the theme's latest published plan if any. */
  DraftInfo create(Plan plan, About about);

  /** A copy of a draft with its history; its version starts at 1. */
  DraftInfo duplicate(long id, About about);

  DraftInfo describe(long id, long expectedVersion, String name, String description);

  /**
   * Counts the version up without changing a unit, and holds off other writers of the draft until
   * the running transaction ends.
   */
  DraftInfo touch(long id, long expectedVersion);

  /**
   * Applies a change and adds it to the history, in which what had been undone is dropped. Takes
   * time in proportion to the change, however much the draft differs from its base.
   *
   * @param before the draft as it was told last
   * @param change from the draft's content at that version; not checked against it
   * @throws StaleDraftException when it has another version by now
   * @throws org.gridwright.core.work.StoppedException when it is not to go on; nothing is changed
   */
  DraftInfo append(DraftInfo before, PlanChange change, RevisionNote note, Progress progress);

  /** Takes the last applied revision back; empty where there is none. */
  Optional<Stepped> undo(long id, long expectedVersion, Actor author);

  /** Applies the revision undone last again; empty where there is none. */
  Optional<Stepped> redo(long id, long expectedVersion, Actor author);

  /** Revisions in order of position, undone ones included. */
  List<DraftRevision> history(long id);

  /**
   * What revisions do between a draft as it is and one of its revisions, which is among them.
   *
   * @param position of that revision, applied or undone
   */
  RevisionsBetween between(long id, int position);

  /**
   * What became of a draft after a version, each change in order. A draft without units changed
   * since then has none.
   */
  List<PlanChange> since(long id, long version);

  /**
   * The notes of the edits that were made after a version, in order, whatever became of them; and
   * of those that were applied again. The history that a copy began with is not among them.
   */
  List<Noted> notesSince(long id, long version);

  /**
   * Bases a draft on a later published plan, with other content; the history stays as it is.
   *
   * @param change from that plan to the draft's new content
   */
  DraftInfo rebase(long id, long expectedVersion, long publishedPlan, PlanChange change);

  /** The lineage of each revision that is applied, in order. */
  default List<List<Lineage>> lineage(long id) {
    return lineage(id, 0).steps();
  }

  /** The lineage of the revisions that are applied behind a position, in order. */
  AppliedLineage lineage(long id, int behind);

  /** What was chosen in a draft to become of officers, by the id of their assignment. */
  Map<Long, KeptChoice> officerChoices(long id);

  /** Keeps what is chosen to become of an officer, in place of what was chosen before. */
  void chooseOfficer(long id, long assignment, KeptChoice choice);

  /** Removes a draft with its history and what was accepted in it. */
  void delete(long id);

  /**
   * What tells whether a draft, and what it is checked by, are as they were read.
   *
   * @param draft the draft's version
   * @param review as {@link ReviewStore#version}
   */
  record Versions(long draft, String review) {}

  /**
   * What was chosen to become of an officer.
   *
   * @param basis stands for all that it was chosen upon
   */
  record KeptChoice(OfficerChoice choice, String basis) {}

  /** What was said of the edit that led to a version. */
  record Noted(long version, RevisionNote note) {}

  /**
   * What became of codes, at one version of a draft.
   *
   * @param head position of the last applied revision
   */
  record AppliedLineage(long version, int head, List<List<Lineage>> steps) {

    public AppliedLineage {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Revisions between a draft at one version and one of its revisions.
   *
   * @param head position of the last applied revision
   * @param steps in order of position: from the revision to the head where it is applied, from
   *     behind the head to the revision where it is undone; empty where there is no such revision
   */
  record RevisionsBetween(long version, int head, List<Positioned> steps) {

    public RevisionsBetween {
      steps = List.copyOf(steps);
    }
  }

  /** What the revision at a position does. */
  record Positioned(int position, String kind, PlanChange change) {}

  /** What people say about a draft. */
  record About(String name, String description, Actor author) {}

  /**
   * A draft and how it differs from its base.
   *
   * @param units those that its base does not have, or has with another content
   * @param removed those that only its base has
   * @param voids all of the draft's
   */
  record Difference(
      DraftInfo info, List<Unit> units, List<Removed> removed, List<DeclaredVoid> voids) {

    public Difference {
      units = List.copyOf(units);
      removed = List.copyOf(removed);
      voids = List.copyOf(voids);
    }

    /** What makes the draft of its base. */
    public PlanChange from(Plan base) {
      List<UnitChange> changes = new ArrayList<>();
      for (Unit unit : units) {
        changes.add(new UnitChange(base.unit(unit.depth(), unit.code()).orElse(null), unit));
      }
      for (Removed gone : removed) {
        changes.add(UnitChange.removed(base.unit(gone.depth(), gone.code()).orElseThrow()));
      }
      return new PlanChange(changes, VoidChange.between(base.voids(), voids), List.of());
    }
  }

  /** A unit that is no longer there. */
  record Removed(int depth, String code) {}

  /**
   * A step of undoing or redoing.
   *
   * @param kind of the revision that was taken back or applied again
   * @param change what it did to the draft
   */
  record Stepped(DraftInfo draft, String kind, PlanChange change) {}
}
