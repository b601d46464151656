package org.gridwright.api.http.drafts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.DraftSummary;
import org.gridwright.data.draft.LevelChanges;
import org.gridwright.data.draft.LevelChanges.ChangedUnit;
import org.gridwright.data.draft.LevelChanges.What;

/** The units of a summary's table: which a planner changed, and how units are called in it. */
final class SummaryUnits {

  /** Between units of one row, and between the names of a path. */
  private static final String AND = "; ";

  private static final String ABOVE = " / ";

  private final List<LevelChanges> levels;
  private final Theme theme;
  private final Plan was;
  private final Plan is;
  private final Locale language;

  SummaryUnits(DraftSummary summary, DraftState draft, Locale language) {
    this.levels = summary.levels();
    this.theme = draft.plan().theme();
    this.was = draft.basePlan();
    this.is = draft.plan();
    this.language = language;
  }

  /**
   * A unit that a planner changed.
   *
   * @param what became of it
   * @param before the code that it had, where that was another; empty otherwise
   */
  record Row(String level, String what, String before, CalledUnit unit) {}

  /**
   * How a unit, or several, stand in a row.
   *
   * @param code by which rows are joined with other tables
   * @param within names of the units above it, coarse to fine
   */
  record CalledUnit(String code, String name, String within) {

    static final CalledUnit NOBODY = new CalledUnit("", "", "");
  }

  Stream<Row> rows() {
    return levels.stream()
        .flatMap(level -> level.changed().stream().map(each -> row(level.depth(), each)));
  }

  private Row row(int depth, ChangedUnit changed) {
    Unit unit = changed.unit();
    String before = changed.before();
    return new Row(
        theme.levels().get(depth).name(),
        changed.what().id(),
        before == null || before.equals(unit.code()) ? "" : before,
        named(PathStep.to(changed.what() == What.GONE ? was : is, unit)));
  }

  /** A unit by its path; nobody where it is empty. */
  CalledUnit named(List<PathStep> path) {
    if (path.isEmpty()) {
      return CalledUnit.NOBODY;
    }
    PathStep unit = path.get(path.size() - 1);
    return new CalledUnit(
        unit.code(),
        name(unit),
        path.subList(0, path.size() - 1).stream()
            .map(this::name)
            .collect(Collectors.joining(ABOVE)));
  }

  /** Several units in one row. */
  CalledUnit named(List<String> codes, List<List<PathStep>> paths) {
    List<CalledUnit> all = paths.stream().map(this::named).toList();
    return new CalledUnit(
        String.join(AND, codes),
        all.stream().map(CalledUnit::name).collect(Collectors.joining(AND)),
        all.stream().map(CalledUnit::within).distinct().collect(Collectors.joining(AND)));
  }

  private String name(PathStep unit) {
    String name = unit.names().getOrDefault(language.getLanguage(), unit.name());
    return name.isBlank() ? unit.code() : name;
  }
}
