package org.gridwright.data.clock.file;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.core.message.Message;
import org.gridwright.data.clock.OpenSpan;
import org.gridwright.data.clock.WorkCalendar;
import org.gridwright.data.exchange.CsvTable;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.TextOptions;

/**
 * A calendar as CSV with the columns {@code date}, {@code weekday}, {@code from}, {@code to} and
 * {@code kind}: a row opens or closes a stretch of a date, or of every such day of the week.
 * Without {@code from} and {@code to} it is all day. A stretch that ends before it begins ends on
 * the next day.
 *
 * @param notes what was found of how the file is written
 */
public record CalendarFile(WorkCalendar calendar, List<Message> notes) {

  private static final String OPEN = "open";
  private static final String CLOSED = "closed";

  public CalendarFile {
    notes = List.copyOf(notes);
  }

  /**
   * Reads a calendar.
   *
   * @throws InputException when the file or a row of it cannot be read, or two rows contradict each
   *     other
   */
  public static CalendarFile read(Path file, TextOptions text) {
    try (CsvTable csv = CsvTable.open(InputFile.of(file), text)) {
      Collected collected = new Collected(Columns.of(csv));
      csv.forEachRemaining(collected::add);
      return new CalendarFile(collected.calendar.build(), csv.dialect().notes());
    }
  }

  /** Where the fields stand. */
  private record Columns(int date, int weekday, int from, int to, int kind) {

    static Columns of(CsvTable csv) {
      return new Columns(
          csv.column("date"),
          csv.column("weekday"),
          csv.column("from"),
          csv.column("to"),
          csv.column("kind"));
    }
  }

  /** What rows said so far. */
  private static final class Collected {

    private final Columns columns;
    private final WorkCalendar.CalendarBuilder calendar = new WorkCalendar.CalendarBuilder();

    /** Dates that are closed all day, and that have hours, with their lines. */
    private final Map<LocalDate, Long> closed = new HashMap<>();

    private final Map<LocalDate, Long> opened = new HashMap<>();

    Collected(Columns columns) {
      this.columns = columns;
    }

    void add(CsvTable.Row row) {
      boolean opens = opens(row);
      List<OpenSpan> spans = spans(row);
      String date = field(row, columns.date);
      String weekday = field(row, columns.weekday);
      if (date.isEmpty() && weekday.isEmpty()) {
        throw InputException.at(row.source(), "clock.no-day");
      }
      if (date.isEmpty()) {
        WeekdayWords.days(weekday, row.source()).forEach(day -> addWeekly(day, spans, opens));
        return;
      }
      LocalDate day = day(date, row);
      if (!weekday.isEmpty()
          && !WeekdayWords.days(weekday, row.source()).contains(day.getDayOfWeek())) {
        throw InputException.at(row.source(), "clock.other-weekday", date, weekday);
      }
      requireAgreement(day, spans, opens, row);
      addDated(day, spans, opens);
    }

    private void addWeekly(DayOfWeek day, List<OpenSpan> spans, boolean opens) {
      for (int i = 0; i < spans.size(); i++) {
        if (opens) {
          calendar.open(day.plus(i), spans.get(i));
        } else {
          calendar.close(day.plus(i), spans.get(i));
        }
      }
    }

    private void addDated(LocalDate day, List<OpenSpan> spans, boolean opens) {
      for (int i = 0; i < spans.size(); i++) {
        if (!opens) {
          calendar.close(day.plusDays(i), spans.get(i));
        } else if (i == 0) {
          calendar.open(day, spans.get(i));
        } else {
          calendar.openBesides(day.plusDays(i), spans.get(i));
        }
      }
    }

    private void requireAgreement(
        LocalDate day, List<OpenSpan> spans, boolean opens, CsvTable.Row row) {
      boolean allDay = spans.get(0).equals(OpenSpan.ALL_DAY);
      if (opens) {
        opened.putIfAbsent(day, row.line());
      } else if (allDay) {
        closed.putIfAbsent(day, row.line());
      }
      Long other = opens ? closed.get(day) : allDay ? opened.get(day) : null;
      if (other != null) {
        throw InputException.at(row.source(), "clock.open-and-closed", day, other);
      }
    }

    private boolean opens(CsvTable.Row row) {
      String kind = field(row, columns.kind).toLowerCase(Locale.ROOT);
      if (!kind.equals(OPEN) && !kind.equals(CLOSED)) {
        throw InputException.at(row.source(), "clock.open-or-closed", field(row, columns.kind));
      }
      return kind.equals(OPEN);
    }

    /** The stretch of a row: one of its day, or one of its day and one of the next. */
    private List<OpenSpan> spans(CsvTable.Row row) {
      String first = field(row, columns.from);
      String last = field(row, columns.to);
      if (first.isEmpty() && last.isEmpty()) {
        return List.of(OpenSpan.ALL_DAY);
      }
      int from = first.isEmpty() ? 0 : DayTime.seconds(first, row.source());
      int to = last.isEmpty() ? OpenSpan.DAY : DayTime.seconds(last, row.source());
      if (from == to || from == OpenSpan.DAY) {
        throw InputException.at(row.source(), "clock.no-span", first, last);
      }
      if (from < to) {
        return List.of(new OpenSpan(from, to));
      }
      List<OpenSpan> night = new ArrayList<>(List.of(new OpenSpan(from, OpenSpan.DAY)));
      if (to > 0) {
        night.add(new OpenSpan(0, to));
      }
      return night;
    }

    private static LocalDate day(String text, CsvTable.Row row) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw InputException.because(e, row.source(), "clock.date-unreadable", text);
      }
    }

    private static String field(CsvTable.Row row, int column) {
      return row.values().get(column).strip();
    }
  }
}
