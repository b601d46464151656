package org.gridwright.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.divide.RedrawReport;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.PlanEdit;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.redraw.Proposed;
import org.jspecify.annotations.Nullable;

/** Works a redraw out, writes its grids to a GeoJSON file, and tells how good they are. */
final class RedrawOutput {

  private static final double PERCENT = 100;

  /** Shares that differ by less are told as one. */
  private static final double SAME = 1e-4;

  private final Session session;
  private final OutputFile file;

  /**
   * @throws CliException when the name does not end in a format that can be written
   */
  RedrawOutput(Session session, OutputFile file) {
    if (!file.isStandardOutput() && !List.of("geojson", "json").contains(file.format())) {
      throw CliException.usage("redraw.unknown-format", file.name());
    }
    if (file.isStandardOutput() && session.options().json()) {
      throw CliException.usage("repair.one-output");
    }
    this.session = session;
    this.file = file;
  }

  /**
   * @param plan what is redrawn; null where there was nothing
   * @param all whether to write the grids that stay as well
   */
  void write(@Nullable EditablePlan plan, Function<Progress, Proposed> work, boolean all)
      throws IOException {
    Proposed proposed;
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.redrawing"))) {
      proposed = work.apply(display.shares());
    }
    List<Unit> grids = proposed.grids();
    if (plan != null) {
      Plan after = plan.plan().with(PlanEdit.of(proposed.edit()).on(plan));
      grids = all ? after.grids() : grids;
    }
    List<Unit> written = grids;
    file.write(out -> writeTo(out, written, proposed));
    tell(proposed, written.size());
  }

  private static void writeTo(OutputStream out, List<Unit> grids, Proposed proposed) {
    Map<String, RedrawReport.Grid> measured = new HashMap<>();
    proposed.report().grids().forEach(grid -> measured.put(grid.code(), grid));
    try (GeoJsonWriter json = new GeoJsonWriter(out)) {
      for (Unit grid : grids) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("code", grid.code());
        members.put("name", grid.name());
        members.put("parent", grid.parentCode());
        RedrawReport.Grid measures = measured.get(grid.code());
        if (measures != null) {
          members.put("weight", measures.weight());
          members.put("weightBasis", measures.weightBasis());
          members.put("points", measures.points());
          members.put("deviation", rounded(measures.deviation(), 4));
          members.put("areaSquareMetres", rounded(measures.squareMetres(), 1));
          members.put("polsbyPopper", rounded(measures.polsbyPopper(), 4));
          members.put("reock", rounded(measures.reock(), 4));
          members.put("from", measures.from());
        }
        json.write(grid.code(), members, grid.drawnArea());
      }
    }
  }

  private void tell(Proposed proposed, int written) {
    if (session.options().json()) {
      session.printJson(json(proposed));
    } else if (!file.isStandardOutput()) {
      lines(proposed.report());
    }
    proposed.report().remarks().forEach(note -> session.note(session.say(note)));
    if (!file.isStandardOutput()) {
      session.note(session.say("redraw.done", written, file.name()));
    }
  }

  private void lines(RedrawReport report) {
    pair("grids", report.grids().size());
    boolean byWeight = report.basis() != RedrawReport.Basis.AREA;
    pair(
        "mean",
        session.say(
            byWeight ? "redraw.mean-weight" : "redraw.mean-area",
            Wording.told(Decimals.of(report.mean(), 1), report.isEstimate())));
    pair(
        "deviation",
        report.tolerance() > 0
            ? session.say(
                "redraw.deviation-of",
                percent(report.largestDeviation()),
                percent(report.tolerance()))
            : session.say("redraw.deviation-alone", percent(report.largestDeviation())));
    if (report.overallDeviation() > report.largestDeviation() + SAME) {
      pair("overall", session.say("redraw.overall-of", percent(report.overallDeviation())));
    }
    pair("variation", Decimals.of(report.coefficientOfVariation(), 3));
    pair(
        "compactness",
        session.say(
            "redraw.shapes",
            Decimals.of(report.meanPolsbyPopper(), 2),
            Decimals.of(report.meanReock(), 2)));
    pair("disconnected", report.disconnected());
    if (report.tolerance() > 0 && report.streetsCut() + report.streetShare() > 0) {
      pair(
          "streets",
          session.say("redraw.streets-of", report.streetsCut(), percent(report.streetShare())));
    }
    if (report.shareMoving().isPresent()) {
      pair(
          "moving",
          session.say(
              "redraw.moving-of",
              report.pointsMoving(),
              percent(report.shareMoving().getAsDouble())));
    }
  }

  private void pair(String label, Object value) {
    session.printPair(session.say("redraw." + label), value);
  }

  private Map<String, @Nullable Object> json(Proposed proposed) {
    RedrawReport report = proposed.report();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("output", file.name());
    json.put("basis", report.basis().name().toLowerCase(Locale.ROOT));
    json.put("tolerance", report.tolerance());
    json.put("balanced", report.isBalanced());
    json.put("mean", report.mean());
    json.put("largestDeviation", report.largestDeviation());
    json.put("overallDeviation", report.overallDeviation());
    json.put("coefficientOfVariation", report.coefficientOfVariation());
    json.put("polsbyPopper", report.meanPolsbyPopper());
    json.put("reock", report.meanReock());
    json.put("disconnected", report.disconnected());
    json.put("streetsCut", report.streetsCut());
    json.put("streetCuts", report.streetCuts());
    json.put("cutMetres", report.cutMetres());
    json.put("streetShare", report.streetShare());
    json.put("pointsMoving", report.pointsMoving());
    json.put("weightMoving", report.weightMoving());
    json.put("grids", report.grids());
    json.put("touched", proposed.touched());
    json.put("lineage", proposed.edit().lineage());
    json.put("notes", report.remarks().stream().map(session::say).toList());
    return json;
  }

  private static String percent(double share) {
    return Decimals.of(share * PERCENT, 1);
  }

  private static double rounded(double value, int places) {
    double scale = Math.pow(10, places);
    return Math.round(value * scale) / scale;
  }
}
