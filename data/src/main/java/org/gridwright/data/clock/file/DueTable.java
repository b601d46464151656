package org.gridwright.data.clock.file;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.data.clock.DueClock;
import org.gridwright.data.clock.DueRule;
import org.gridwright.data.clock.DueTime;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.CsvTable;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.intake.IncidentTimes;
import org.gridwright.data.intake.TimesOfFile;
import org.jspecify.annotations.Nullable;

/**
 * A table to each of whose rows a column {@code due} is added: the city's local time with its
 * offset, such as {@code 2026-03-02T08:30:00+08:00}; empty where nothing is due.
 *
 * @param file CSV with a header
 * @param reading how it is written
 * @param opened field of the moment something was opened
 * @param rule field of the name of its rule
 * @param times how moments are read
 */
public record DueTable(
    Path file, ReadOptions reading, String opened, String rule, IncidentTimes times) {

  /** The column that is added. */
  public static final String DUE = "due";

  /**
   * Copies the table with due times.
   *
   * @param rules by name
   * @param city in which local times are meant, and due times are told
   * @throws InputException when the table cannot be read, lacks a field, has a column of that name,
   *     or can be read in two orders of day and month
   */
  public DueCounts copy(
      Map<String, DueRule> rules,
      DueClock clock,
      ZoneId city,
      OutputStream out,
      CsvOutput output,
      Progress progress) {
    TimesOfFile moments = new TimesOfFile(file, reading, List.of(opened), times);
    try (CsvTable csv = CsvTable.open(InputFile.of(file), reading.text());
        CsvRecordWriter writer = new CsvRecordWriter(out, output)) {
      Rows rows = new Rows(csv, rules, clock, city, moments);
      List<String> header = new ArrayList<>(csv.header());
      header.add(DUE);
      writer.write(header);
      long size = InputFile.of(file).size();
      while (csv.hasNext()) {
        CsvTable.Row row = csv.next();
        List<String> values = new ArrayList<>(row.values());
        values.add(rows.due(row));
        writer.write(values);
        progress.at(csv.bytesRead(), size);
      }
      List<Message> notes = new ArrayList<>(csv.dialect().notes());
      notes.addAll(moments.notes());
      return rows.counts.of(notes);
    }
  }

  /** Rows on their way. */
  private final class Rows {

    private final Map<String, DueRule> rules;
    private final DueClock clock;
    private final ZoneId city;
    private final TimesOfFile moments;
    private final int openedAt;
    private final int ruleAt;
    private final DueCounts.Counting counts = new DueCounts.Counting();

    Rows(
        CsvTable csv,
        Map<String, DueRule> rules,
        DueClock clock,
        ZoneId city,
        TimesOfFile moments) {
      this.rules = rules;
      this.clock = clock;
      this.city = city;
      this.moments = moments;
      this.openedAt = csv.column(opened);
      this.ruleAt = csv.column(rule);
      if (csv.header().contains(DUE)) {
        throw InputException.at(InputFile.of(file).source(), "clock.due-there");
      }
    }

    String due(CsvTable.Row row) {
      String name = row.values().get(ruleAt).strip();
      DueRule known = rules.get(name);
      if (known == null) {
        counts.withoutRule(name);
        return "";
      }
      String text = row.values().get(openedAt).strip();
      Instant moment = moment(text, row);
      if (moment == null) {
        return "";
      }
      DueTime due = clock.due(known, moment);
      counts.told(due);
      return due.moment().map(this::local).orElse("");
    }

    private @Nullable Instant moment(String text, CsvTable.Row row) {
      if (text.isEmpty()) {
        counts.unreadable(InputException.at(row.source(), "input.field-empty", opened).told());
        return null;
      }
      try {
        return moments.moment(text, row.source(), city);
      } catch (InputException unreadable) {
        if (unreadable.source().kind() == Source.Kind.FILE) {
          throw unreadable;
        }
        counts.unreadable(unreadable.told());
        return null;
      }
    }

    private String local(Instant due) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(due.atZone(city));
    }
  }
}
