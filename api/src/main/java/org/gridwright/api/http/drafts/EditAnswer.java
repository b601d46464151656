package org.gridwright.api.http.drafts;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gridwright.api.http.answer.FactAnswer;
import org.gridwright.api.http.answer.FeatureCollection;
import org.gridwright.api.http.answer.FindingAnswer;
import org.gridwright.core.edit.AreaChange;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.plan.VoidChange;
import org.gridwright.data.draft.Edited;
import org.gridwright.data.draft.Reviewed;
import org.gridwright.data.officers.OfficerQuestion;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an edit, of undoing or redoing one, or of a repair.
 *
 * @param changed added and changed units of all levels, as they are now
 * @param officers what is asked about officers of grids that it touched
 * @param repeated whether nothing was done because the edit had come before
 */
record EditAnswer(
    long version,
    DraftAnswer draft,
    String kind,
    FeatureCollection changed,
    List<UnitName> removed,
    List<Descent> lineage,
    Voids voids,
    List<GridFacts> facts,
    Map<String, BigDecimal> differences,
    SizeChanges areas,
    Findings findings,
    List<OfficerQuestionAnswer> officers,
    boolean merged,
    boolean repeated) {

  record UnitName(String level, String code) {}

  /** Which units went on as which. */
  record Descent(String level, List<String> from, List<String> to) {}

  /** What a grid that is there afterwards is told. */
  record GridFacts(String code, List<FactAnswer> facts) {}

  /**
   * How the ground of grids changed in size.
   *
   * @param largest code of the grid whose size changed most; null where none did
   */
  record SizeChanges(List<AreaChange> changed, @Nullable String largest) {

    static SizeChanges of(List<AreaChange> changed) {
      return new SizeChanges(
          changed,
          changed.stream()
              .max(Comparator.comparingDouble(AreaChange::size))
              .map(AreaChange::code)
              .orElse(null));
    }
  }

  record Voids(FeatureCollection declared, List<String> dropped) {}

  /**
   * @param gone ids of findings that are no longer there
   */
  record Findings(
      long blocking,
      long warnings,
      long accepted,
      List<FindingAnswer> appeared,
      List<String> gone) {}

  /**
   * @param reviewed all findings of the draft after the edit
   */
  static EditAnswer of(
      Edited edited,
      List<Reviewed> reviewed,
      List<OfficerQuestion> questions,
      boolean repeated,
      Locale language) {
    Theme theme = edited.state().plan().theme();
    PlanChange change = edited.change();
    return new EditAnswer(
        edited.state().version(),
        DraftAnswer.of(edited.state().info()),
        edited.kind(),
        FeatureCollection.ofUnits(theme, after(change)),
        change.units().stream()
            .filter(unit -> unit.after() == null)
            .map(unit -> new UnitName(level(theme, unit.depth()), unit.code()))
            .toList(),
        change.lineage().stream()
            .map(each -> new Descent(level(theme, each.depth()), each.from(), each.to()))
            .toList(),
        new Voids(
            FeatureCollection.ofVoids(
                change.voids().stream().map(VoidChange::after).filter(Objects::nonNull).toList()),
            change.voids().stream()
                .filter(each -> each.after() == null)
                .map(each -> Objects.requireNonNull(each.before()).name())
                .toList()),
        facts(edited),
        edited.differences(),
        SizeChanges.of(AreaChange.of(change, theme.gridLevel().depth())),
        FindingsOfDraft.differences(edited, reviewed, language),
        OfficerQuestionAnswer.of(questions, edited.state()),
        edited.merged(),
        repeated);
  }

  /** Of the grids that changed, and of those that share a count with them. */
  private static List<GridFacts> facts(Edited edited) {
    PlanFacts told = edited.state().facts();
    return told.sharing(edited.grids()).stream()
        .map(grid -> new GridFacts(grid.code(), FactAnswer.of(told, grid)))
        .filter(grid -> !grid.facts().isEmpty())
        .toList();
  }

  private static List<Unit> after(PlanChange change) {
    return change.units().stream().map(UnitChange::after).filter(Objects::nonNull).toList();
  }

  private static String level(Theme theme, int depth) {
    return theme.levels().get(depth).name();
  }
}
