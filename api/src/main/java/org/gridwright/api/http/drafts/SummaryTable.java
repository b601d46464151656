package org.gridwright.api.http.drafts;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.gridwright.api.http.drafts.SummaryAnswer.Hands;
import org.gridwright.api.http.drafts.SummaryAnswer.LeftFinding;
import org.gridwright.api.http.drafts.SummaryAnswer.LevelSummary;
import org.gridwright.api.http.drafts.SummaryUnits.CalledUnit;
import org.gridwright.data.draft.DraftSummary;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a draft changes, as CSV with the columns {@code section}, {@code item}, {@code
 * measure}, {@code value} and {@code note}, and for units {@code code}, by which rows are joined
 * with other tables, {@code name} and {@code within}.
 */
final class SummaryTable {

  private final CsvRecordWriter csv;
  private final SummaryUnits units;

  private SummaryTable(CsvRecordWriter csv, SummaryUnits units) {
    this.csv = csv;
    this.units = units;
  }

  /** Leaves the stream open. */
  static void write(SummaryAnswer summary, SummaryUnits units, OutputStream out, CsvOutput output) {
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output)) {
      csv.write("section", "item", "measure", "value", "note", "code", "name", "within");
      new SummaryTable(csv, units).write(summary);
    }
  }

  private void write(SummaryAnswer summary) {
    summary.levels().forEach(this::units);
    units.rows().forEach(it -> row("unit", it.level(), it.what(), it.before(), null, it.unit()));
    if (summary.hands() != null) {
      hands(summary.hands());
    }
    summary.facts().forEach(this::fact);
    summary.officers().forEach(this::officer);
    row("findings", "", "blocking", String.valueOf(summary.findings().blocking()), null);
    row("findings", "", "warnings", String.valueOf(summary.findings().warnings()), null);
    row("findings", "", "accepted", String.valueOf(summary.findings().accepted()), null);
    for (LeftFinding left : summary.findings().listed()) {
      CalledUnit named = units.named(left.units(), left.paths());
      row("finding", left.kind(), left.severity(), left.message(), left.reason(), named);
    }
  }

  /** The grid of an officer, and a row for each grid that the officer answers for then. */
  private void officer(OfficerQuestionAnswer officer) {
    String moved = officer.moved() + " of " + officer.addresses();
    CalledUnit grid = units.named(List.of(officer.grid()), List.of(officer.path()));
    row("officer", officer.name(), "grid", officer.officer(), moved, grid);
    if (officer.grids().isEmpty()) {
      row("officer", officer.name(), "grid then", officer.officer(), officer.choice());
    }
    for (int i = 0; i < officer.grids().size(); i++) {
      CalledUnit then =
          units.named(List.of(officer.grids().get(i)), List.of(officer.paths().get(i)));
      row("officer", officer.name(), "grid then", officer.officer(), officer.choice(), then);
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
    row(section, item, measure, value, note, CalledUnit.NOBODY);
  }

  private void row(
      String section,
      String item,
      String measure,
      String value,
      @Nullable String note,
      CalledUnit unit) {
    csv.write(
        Arrays.asList(
            section,
            item,
            measure,
            value,
            note == null ? "" : note,
            unit.code(),
            unit.name(),
            unit.within()));
  }

  private static String decimal(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }
}
