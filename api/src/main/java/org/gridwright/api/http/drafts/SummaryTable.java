package org.gridwright.api.http.drafts;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import org.gridwright.api.http.drafts.SummaryAnswer.Hands;
import org.gridwright.api.http.drafts.SummaryAnswer.LeftFinding;
import org.gridwright.api.http.drafts.SummaryAnswer.LevelSummary;
import org.gridwright.data.draft.DraftSummary;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a draft changes, as CSV with the columns {@code section}, {@code item}, {@code
 * measure}, {@code value} and {@code note}.
 */
final class SummaryTable {

  private final CsvRecordWriter csv;

  private SummaryTable(CsvRecordWriter csv) {
    this.csv = csv;
  }

  /** Leaves the stream open. */
  static void write(SummaryAnswer summary, OutputStream out, CsvOutput output) {
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output)) {
      csv.write("section", "item", "measure", "value", "note");
      new SummaryTable(csv).write(summary);
    }
  }

  private void write(SummaryAnswer summary) {
    summary.levels().forEach(this::units);
    if (summary.hands() != null) {
      hands(summary.hands());
    }
    summary.facts().forEach(this::fact);
    for (OfficerQuestionAnswer officer : summary.officers()) {
      String moved = officer.moved() + " of " + officer.addresses();
      row("officer", officer.name(), "grid", officer.grid(), moved);
      row(
          "officer",
          officer.name(),
          "grids then",
          String.join("; ", officer.grids()),
          officer.choice());
    }
    row("findings", "", "blocking", String.valueOf(summary.findings().blocking()), null);
    row("findings", "", "warnings", String.valueOf(summary.findings().warnings()), null);
    row("findings", "", "accepted", String.valueOf(summary.findings().accepted()), null);
    for (LeftFinding left : summary.findings().listed()) {
      row("finding", left.kind(), left.severity(), left.message(), left.reason());
    }
  }

  private void units(LevelSummary level) {
    row("units", level.level(), "all", String.valueOf(level.units()), null);
    row("units", level.level(), "new", String.valueOf(level.added()), null);
    row("units", level.level(), "gone", String.valueOf(level.removed()), null);
    row("units", level.level(), "redrawn", String.valueOf(level.redrawn()), null);
    row("units", level.level(), "relabelled", String.valueOf(level.relabelled()), null);
  }

  private void hands(Hands hands) {
    row("ground", "", "moved_m2", decimal(hands.moved()), null);
    row("ground", "", "added_m2", decimal(hands.added()), null);
    row("ground", "", "dropped_m2", decimal(hands.dropped()), null);
    row("addresses", "", "moved", String.valueOf(hands.addresses()), null);
    row("open incidents", "", "moved", String.valueOf(hands.openIncidents()), null);
    if (hands.households() != null) {
      row("households", "", "moved", decimal(hands.households()), "estimated");
    }
  }

  private void fact(DraftSummary.Total total) {
    String basis = total.estimated() == 0 ? "counted" : "estimated in " + total.estimated();
    row("total", total.attribute(), "before", total.before().toPlainString(), null);
    row("total", total.attribute(), "after", total.after().toPlainString(), basis);
  }

  private void row(
      String section, String item, String measure, String value, @Nullable String note) {
    csv.write(Arrays.asList(section, item, measure, value, note == null ? "" : note));
  }

  private static String decimal(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }
}
