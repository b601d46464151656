package org.gridwright.api.http.drafts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.api.http.answer.FindingAnswer;
import org.gridwright.api.http.answer.FindingsTally;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.core.compare.Apportionment;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Handover;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.compare.ComparedPlans;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.DraftSummary;
import org.gridwright.data.draft.LevelChanges;
import org.gridwright.data.draft.Reviewed;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a draft changes.
 *
 * @param base id of the plan that it was made from; null where there was none
 * @param levels coarse to fine
 * @param hands what changes hands between units of the finest level; null without a base
 * @param facts what all grids have together, before and after
 * @param officers those of whom it is asked what becomes of them
 */
record SummaryAnswer(
    long draft,
    String name,
    long version,
    @Nullable Long base,
    List<LevelSummary> levels,
    @Nullable Hands hands,
    List<DraftSummary.Total> facts,
    List<OfficerQuestionAnswer> officers,
    Remaining findings) {

  /** How many units of a level there are, and how many a planner changed. */
  record LevelSummary(
      String level, int units, int added, int removed, int redrawn, int relabelled) {

    private static LevelSummary of(LevelChanges changes, Theme theme) {
      return new LevelSummary(
          theme.levels().get(changes.depth()).name(),
          changes.units(),
          changes.added(),
          changes.removed(),
          changes.redrawn(),
          changes.relabelled());
    }
  }

  /**
   * What goes from one unit to another.
   *
   * @param moved square metres that change hands
   * @param added square metres that were nobody's
   * @param dropped square metres that are nobody's then
   * @param households an estimate; null where no unit says how many it has
   */
  record Hands(
      double moved,
      double added,
      double dropped,
      long addresses,
      long openIncidents,
      @Nullable Double households) {

    static Hands of(ComparedPlans compared) {
      Comparison comparison = compared.comparison();
      return new Hands(
          Metres.rounded(comparison.movedSquareMetres()),
          Metres.rounded(comparison.addedSquareMetres()),
          Metres.rounded(comparison.droppedSquareMetres()),
          Math.round(compared.addresses().moved()),
          Math.round(compared.openIncidents().moved()),
          compared
              .households()
              .map(Apportionment::handover)
              .map(Handover::moved)
              .map(Metres::rounded)
              .orElse(null));
    }
  }

  /**
   * A finding that goes along.
   *
   * @param units codes
   * @param paths to the units that the draft has, each with the unit last
   * @param reason why somebody accepted it; null where nobody did, as author and time
   */
  record LeftFinding(
      String kind,
      String severity,
      List<String> units,
      List<List<PathStep>> paths,
      String message,
      @Nullable String reason,
      @Nullable String author,
      @Nullable Instant at) {

    private static LeftFinding of(Reviewed reviewed, UnitsByName units) {
      FindingAnswer finding = FindingAnswer.ofDraft(reviewed, units);
      FindingAnswer.Accepted accepted = finding.accepted();
      return new LeftFinding(
          finding.kind(),
          finding.severity(),
          finding.units(),
          finding.paths(),
          finding.message(),
          accepted == null ? null : accepted.reason(),
          accepted == null ? null : accepted.author(),
          accepted == null ? null : accepted.at());
    }
  }

  /**
   * The findings that are left.
   *
   * @param listed those that were accepted, then open ones that block, then warnings, so many at
   *     most
   */
  record Remaining(long blocking, long warnings, long accepted, List<LeftFinding> listed) {

    private static final int MOST = 1_000;

    static Remaining of(List<Reviewed> findings, UnitsByName units) {
      FindingsTally tally = FindingsTally.of(findings);
      Stream<Reviewed> ordered =
          findings.stream()
              .sorted(
                  Comparator.<Reviewed, Boolean>comparing(it -> it.accepted().isEmpty())
                      .thenComparing(it -> it.finding().severity()));
      return new Remaining(
          tally.blocking(),
          tally.warnings(),
          tally.accepted(),
          ordered.limit(MOST).map(it -> LeftFinding.of(it, units)).toList());
    }
  }

  static SummaryAnswer of(
      DraftState draft,
      DraftSummary summary,
      @Nullable Hands hands,
      List<OfficerQuestionAnswer> officers,
      Remaining findings) {
    PlanInfo base = draft.info().base();
    return new SummaryAnswer(
        draft.info().id(),
        draft.info().name(),
        draft.version(),
        base == null ? null : base.id(),
        summary.levels().stream()
            .map(level -> LevelSummary.of(level, draft.plan().theme()))
            .toList(),
        hands,
        summary.totals(),
        officers,
        findings);
  }
}
