package org.gridwright.api.http.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.gridwright.api.http.answer.FeatureCollection;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.api.http.answer.Properties;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.core.divide.RedrawReport;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.redraw.Proposed;
import org.jspecify.annotations.Nullable;

/**
 * What a redraw would do, or has done. What grids are balanced by is told in full, as it is
 * everywhere else; shapes are rounded.
 *
 * @param version of the draft, after the redraw where it was applied
 * @param grids the new grids with their measures
 * @param removed codes of grids that go
 * @param touched codes of other grids that take vertices on a common border
 * @param edit the stored edit; left out of a preview
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RedrawAnswer(
    long version,
    String method,
    FeatureCollection grids,
    List<String> removed,
    List<String> touched,
    List<EditAnswer.Descent> lineage,
    Figures report,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EditAnswer edit) {

  private static final double SHARE = 1e4;

  /** {@link RedrawReport} without its grids; shares are parts of one. */
  record Figures(
      String basis,
      double tolerance,
      boolean balanced,
      double mean,
      double largestDeviation,
      double overallDeviation,
      double coefficientOfVariation,
      double polsbyPopper,
      double reock,
      int disconnected,
      int streetsCut,
      int streetCuts,
      double cutMetres,
      double streetShare,
      long pointsMoving,
      double weightMoving,
      @Nullable Double shareMoving,
      List<String> notes) {

    static Figures of(RedrawReport report, UnitsByName units) {
      return new Figures(
          report.basis().name().toLowerCase(Locale.ROOT),
          report.tolerance(),
          report.isBalanced(),
          report.mean(),
          report.largestDeviation(),
          report.overallDeviation(),
          report.coefficientOfVariation(),
          share(report.meanPolsbyPopper()),
          share(report.meanReock()),
          report.disconnected(),
          report.streetsCut(),
          report.streetCuts(),
          Metres.rounded(report.cutMetres()),
          share(report.streetShare()),
          report.pointsMoving(),
          Metres.rounded(report.weightMoving()),
          report.shareMoving().isPresent() ? share(report.shareMoving().getAsDouble()) : null,
          report.remarks().stream().map(units::say).toList());
    }
  }

  static RedrawAnswer of(
      long version,
      String method,
      Proposed proposed,
      Level level,
      @Nullable EditAnswer edit,
      UnitsByName units) {
    return new RedrawAnswer(
        version,
        method,
        features(proposed, level),
        proposed.edit().removed().stream().filter(code -> !isGrid(proposed, code)).toList(),
        proposed.touched(),
        proposed.edit().lineage().stream()
            .map(each -> new EditAnswer.Descent(level.name(), each.from(), each.to()))
            .toList(),
        Figures.of(proposed.report(), units),
        edit);
  }

  private static FeatureCollection features(Proposed proposed, Level level) {
    List<FeatureCollection.Item> items = new ArrayList<>();
    for (int i = 0; i < proposed.grids().size(); i++) {
      Unit grid = proposed.grids().get(i);
      RedrawReport.Grid measured = proposed.report().grids().get(i);
      Map<String, @Nullable Object> properties = Properties.of(grid, level);
      properties.put("weight", measured.weight());
      properties.put("weightBasis", measured.weightBasis());
      properties.put("points", measured.points());
      properties.put("deviation", measured.deviation());
      OptionalDouble overall = proposed.report().overallDeviation(measured);
      properties.put("overallDeviation", overall.isPresent() ? overall.getAsDouble() : null);
      properties.put("areaSquareMetres", Metres.rounded(measured.squareMetres()));
      properties.put("polsbyPopper", share(measured.polsbyPopper()));
      properties.put("reock", share(measured.reock()));
      properties.put("parts", measured.parts());
      properties.put("from", measured.from());
      items.add(new FeatureCollection.Item("Feature", grid.code(), properties, grid.area()));
    }
    return new FeatureCollection("FeatureCollection", items);
  }

  private static boolean isGrid(Proposed proposed, String code) {
    return proposed.grids().stream().anyMatch(grid -> grid.code().equals(code));
  }

  private static double share(double value) {
    return Math.round(value * SHARE) / SHARE;
  }
}
