package org.gridwright.data.draft;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.CodeLineage;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.OfficerChoice;
import org.gridwright.data.officers.GridShifts;
import org.gridwright.data.officers.OfficerQuestion;
import org.gridwright.data.officers.OfficersFollow;
import org.gridwright.data.store.DraftStore.KeptChoice;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;

/**
 * What becomes of officers whose grids a draft changes. That is worked out from the draft's base,
 * the draft and the roster whenever it is asked for, so that undoing and redoing need nothing; only
 * what was chosen is kept. Thread-safe.
 */
public final class DraftOfficers {

  private final Store store;
  private final OpenDrafts drafts;
  private final OfficersFollow follow;
  private final KeptLineages lineages;

  DraftOfficers(Store store, OpenDrafts drafts, OfficersFollow follow) {
    this.store = store;
    this.drafts = drafts;
    this.follow = follow;
    this.lineages = new KeptLineages(store);
  }

  /** All questions of a draft, by grid, then officer. */
  public List<OfficerQuestion> questions(DraftState draft) {
    List<UnitChange> changes = PlanChange.between(draft.base().plan(), draft.plan()).units();
    CodeLineage codes = codes(draft, List.of());
    GridShifts shifts =
        new GridShifts(changes, draft.plan(), codes, store.addresses(), grid -> true);
    return questions(draft, shifts);
  }

  /** Those about grids that an edit has touched, once it is stored. */
  public List<OfficerQuestion> questions(Edited edited) {
    return touched(edited, List.of());
  }

  /** Those about grids that an edit would touch. */
  public List<OfficerQuestion> previewed(Edited edited) {
    return touched(edited, edited.change().lineage());
  }

  private List<OfficerQuestion> touched(Edited edited, List<Lineage> further) {
    DraftState draft = edited.state();
    int depth = draft.plan().theme().gridLevel().depth();
    Set<String> touched =
        edited.change().units().stream()
            .filter(change -> change.depth() == depth)
            .map(change -> change.code())
            .collect(Collectors.toSet());
    if (touched.isEmpty()) {
      return List.of();
    }
    CodeLineage codes = codes(draft, further);
    LatticeEnvelope ground = ground(edited, depth);
    Predicate<Unit> near =
        grid ->
            touched.contains(grid.code())
                || touched.contains(codes.of(grid.code()))
                || grid.drawnArea().envelope().intersects(ground);
    GridShifts shifts =
        new GridShifts(draft.gridChanges(ground), draft.plan(), codes, store.addresses(), near);
    return questions(draft, shifts).stream()
        .filter(
            each ->
                touched.contains(each.entry().assignment().gridCode())
                    || touched.contains(String.valueOf(each.code()))
                    || each.parts().stream().anyMatch(part -> touched.contains(part.grid())))
        .toList();
  }

  /** Around the grids that an edit touches, before and after it. */
  private static LatticeEnvelope ground(Edited edited, int depth) {
    LatticeEnvelope ground = LatticeEnvelope.EMPTY;
    for (UnitChange change : edited.change().units()) {
      for (Unit unit : Arrays.asList(change.before(), change.after())) {
        if (change.depth() == depth && unit != null) {
          ground = ground.union(unit.drawnArea().envelope());
        }
      }
    }
    return ground;
  }

  /**
   * Chooses what becomes of an officer, and keeps it with the draft.
   *
   * @throws StoreException {@code NOT_FOUND} when nothing is asked about that assignment
   */
  public DraftState choose(long draft, long assignment, OfficerChoice choice) {
    return drafts.at(
        draft,
        slot -> {
          DraftState now = slot.current();
          OfficerQuestion question =
              questions(now).stream()
                  .filter(each -> each.entry().id() == assignment)
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new StoreException(
                              Reason.NOT_FOUND,
                              DataMessages.of("draft.officer-unasked", draft, assignment)));
          DraftInfo info =
              store.transaction(
                  tx -> {
                    DraftInfo touched = tx.drafts().touch(draft, now.version());
                    tx.drafts()
                        .chooseOfficer(draft, assignment, new KeptChoice(choice, question.basis()));
                    return touched;
                  });
          return slot.put(now.knownAs(info));
        });
  }

  /**
   * Lets the roster follow a draft that is being published, in the same transaction.
   *
   * @param base the plan that it replaces
   * @param plan the draft's content
   * @param effective first day of the plan
   * @throws OfficersAskedException when officers or grids changed since something was chosen
   */
  void follow(Store tx, DraftState draft, Plan base, Plan plan, LocalDate effective) {
    CodeLineage codes =
        CodeLineage.of(
            draft.plan().theme().gridLevel().depth(), tx.drafts().lineage(draft.info().id()));
    List<OfficerQuestion> questions =
        follow.questions(
            tx, base, plan, codes, tx.drafts().officerChoices(draft.info().id()), effective);
    List<OfficerQuestion> outdated = questions.stream().filter(OfficerQuestion::outdated).toList();
    if (!outdated.isEmpty()) {
      throw new OfficersAskedException(draft.info().id(), outdated);
    }
    OfficersFollow.write(tx, draft.info().theme(), codes, questions, effective);
  }

  private CodeLineage codes(DraftState draft, List<Lineage> further) {
    CodeLineage codes = lineages.of(draft);
    int depth = draft.plan().theme().gridLevel().depth();
    return further.isEmpty() ? codes : codes.followedBy(depth, List.of(further));
  }

  private List<OfficerQuestion> questions(DraftState draft, GridShifts shifts) {
    return follow.questions(
        store,
        draft.info().theme(),
        shifts,
        store.drafts().officerChoices(draft.info().id()),
        entry -> true);
  }
}
