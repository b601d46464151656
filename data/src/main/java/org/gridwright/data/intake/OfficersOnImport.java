package org.gridwright.data.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.CodeLineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.officers.OfficerQuestion;
import org.gridwright.data.officers.OfficersFollow;
import org.gridwright.data.store.Store;

/**
 * What becomes of officers when a file takes the place of the theme's latest plan. A file tells no
 * lineage and nobody can be asked: officers of grids that are no more go where most of their
 * addresses go, others stay, and what a planner would have been asked is told.
 */
final class OfficersOnImport {

  /** So many officers are named; of others there is only the number. */
  private static final int NAMED = 3;

  private OfficersOnImport() {}

  /**
   * Lets the roster follow, and says how.
   *
   * @param tx the transaction in which the plan is published
   * @param effective first day of the plan
   */
  static List<Message> follow(Store tx, Plan plan, LocalDate effective, Progress progress) {
    String theme = plan.theme().id();
    Optional<PlanInfo> latest = tx.plans().latest(theme);
    if (latest.isEmpty() || !hasOfficers(tx, theme, effective)) {
      return List.of();
    }
    Plan before = tx.plans().load(latest.get().id(), progress.quiet());
    List<OfficerQuestion> questions =
        new OfficersFollow(OfficersFollow.USUAL_SHARE)
            .questions(tx, before, plan, CodeLineage.NONE, Map.of(), effective);
    OfficersFollow.write(tx, theme, CodeLineage.NONE, questions, effective);
    List<Message> notes = new ArrayList<>();
    note("intake.officers-went", questions, each -> each.code() == null, notes);
    note("intake.officers-stayed", questions, each -> each.code() != null, notes);
    return notes;
  }

  private static boolean hasOfficers(Store tx, String theme, LocalDate effective) {
    try (Stream<RosterEntry> entries = tx.roster().entries(theme, null)) {
      return entries.anyMatch(entry -> !entry.assignment().over(effective));
    }
  }

  private static void note(
      String key,
      List<OfficerQuestion> questions,
      Predicate<OfficerQuestion> concerned,
      List<Message> notes) {
    List<OfficerQuestion> told = questions.stream().filter(concerned).toList();
    if (!told.isEmpty()) {
      String named =
          told.stream()
              .limit(NAMED)
              .map(
                  each ->
                      "%s (%s → %s)"
                          .formatted(
                              each.entry().officer().name(),
                              each.entry().assignment().gridCode(),
                              each.grids().isEmpty() ? "–" : String.join(", ", each.grids())))
              .collect(Collectors.joining("; "));
      notes.add(DataMessages.of(key, told.size(), named));
    }
  }
}
