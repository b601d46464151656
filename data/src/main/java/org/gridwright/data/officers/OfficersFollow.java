package org.gridwright.data.officers;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridwright.core.plan.CodeLineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.DraftStore.KeptChoice;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of officers where one plan takes the place of another: new codes are followed,
 * ground that moves asks. Immutable.
 *
 * @param share of a grid's addresses above which its officers are asked about, from 0 to 1
 */
public record OfficersFollow(double share) {

  /** Share of a grid's addresses above which officers are asked about where nobody says another. */
  public static final double USUAL_SHARE = 0.05;

  /**
   * What is asked about officers of grids, by grid, then officer.
   *
   * @param from where the roster is
   * @param kept what was chosen, by the assignment's id
   * @param concerned which of the assignments that are not over today are asked about
   */
  public List<OfficerQuestion> questions(
      Store from,
      String theme,
      GridShifts shifts,
      Map<Long, KeptChoice> kept,
      Predicate<RosterEntry> concerned) {
    if (shifts.isEmpty()) {
      return List.of();
    }
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    List<RosterEntry> roster =
        from.roster().ofGrids(theme, shifts.codes()).stream()
            .filter(entry -> !entry.assignment().over(today))
            .filter(concerned)
            .toList();
    Map<String, Optional<GridShifts.MovedGrid>> known = new HashMap<>();
    List<OfficerQuestion> questions = new ArrayList<>();
    for (RosterEntry entry : roster) {
      known
          .computeIfAbsent(entry.assignment().gridCode(), shifts::of)
          .filter(this::isAsked)
          .ifPresent(shift -> questions.add(question(entry, shift, kept.get(entry.id()))));
    }
    return questions;
  }

  /**
   * What is asked when a plan takes the place of another.
   *
   * @param kept what was chosen, by the assignment's id
   * @param effective first day of the plan
   */
  public List<OfficerQuestion> questions(
      Store from,
      Plan before,
      Plan after,
      CodeLineage codes,
      Map<Long, KeptChoice> kept,
      LocalDate effective) {
    List<UnitChange> changes = PlanChange.between(before, after).units();
    GridShifts shifts = new GridShifts(changes, after, codes, from.addresses(), grid -> true);
    return questions(
        from, after.theme().id(), shifts, kept, entry -> !entry.assignment().over(effective));
  }

  /**
   * Writes what becomes of the officers of a theme.
   *
   * @param tx the transaction in which the plan is published
   * @param answered all questions, with what holds of each
   * @param effective first day of the plan
   */
  public static void write(
      Store tx,
      String theme,
      CodeLineage codes,
      List<OfficerQuestion> answered,
      LocalDate effective) {
    Map<Long, List<String>> asked = new HashMap<>();
    answered.forEach(each -> asked.put(each.entry().id(), each.grids()));
    if (codes.isEmpty() && asked.isEmpty()) {
      return;
    }
    RosterMoves moves = new RosterMoves(effective);
    try (Stream<RosterEntry> entries = tx.roster().entries(theme, null)) {
      entries
          .filter(entry -> !entry.assignment().over(effective))
          .forEach(
              entry -> {
                String code = entry.assignment().gridCode();
                moves.add(entry, asked.getOrDefault(entry.id(), List.of(codes.of(code))));
              });
    }
    moves.write(tx.roster());
  }

  private boolean isAsked(GridShifts.MovedGrid shift) {
    return shift.code() == null || shift.moved() > share * shift.addresses();
  }

  private static OfficerQuestion question(
      RosterEntry entry, GridShifts.MovedGrid shift, @Nullable KeptChoice kept) {
    String targets =
        shift.parts().stream()
            .map(OfficerQuestion.Part::grid)
            .limit(2)
            .collect(Collectors.joining(","));
    String basis = entry.version() + "/" + shift.code() + "/" + targets + "/" + shift.ground();
    return new OfficerQuestion(
        entry,
        shift.code(),
        shift.addresses(),
        shift.parts(),
        kept == null ? null : kept.choice(),
        kept != null && !kept.basis().equals(basis),
        basis);
  }
}
