package org.gridwright.api.http.themes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridwright.api.http.answer.Bounds;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /api/v1/themes}. */
record ThemesAnswer(List<ThemeItem> themes) {

  /**
   * @param bounds {@code [west, south, east, north]} in degrees
   */
  record ThemeItem(
      String id,
      String title,
      String codeScheme,
      List<LevelItem> levels,
      @Nullable List<Double> bounds,
      @Nullable PlanItem plan) {}

  record LevelItem(int depth, String name, int units) {}

  /**
   * @param tiles the version of its map tiles
   */
  record PlanItem(
      long id,
      long revision,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      @Nullable String accepted,
      String tiles) {

    static PlanItem of(PlanInfo info, String tiles) {
      return new PlanItem(
          info.id(),
          info.revision(),
          info.effectiveFrom(),
          info.effectiveTo(),
          info.accepted(),
          tiles);
    }
  }

  /**
   * @param tiles tells the version of a plan's map tiles
   */
  static ThemeItem item(
      Theme theme, Optional<PlanSnapshot> current, Function<PlanSnapshot, String> tiles) {
    return new ThemeItem(
        theme.id(),
        theme.title(),
        theme.codes().id(),
        theme.levels().stream()
            .map(
                level ->
                    new LevelItem(
                        level.depth(),
                        level.name(),
                        current.map(plan -> plan.plan().units(level.depth()).size()).orElse(0)))
            .toList(),
        current.map(plan -> Bounds.of(plan.plan().envelope())).orElse(null),
        current.map(plan -> PlanItem.of(plan.info(), tiles.apply(plan))).orElse(null));
  }
}
