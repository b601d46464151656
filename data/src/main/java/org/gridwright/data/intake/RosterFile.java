package org.gridwright.data.intake;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gridwright.core.message.Message;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.CsvTable;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoredDates;
import org.jspecify.annotations.Nullable;

/**
 * Rosters as CSV with the columns {@code id, name, contact, role, grid, from, to}: a row for each
 * assignment. When read, only {@code id} and {@code name} have to be there; a row without a grid is
 * an officer who answers for none, one without a role has the plain one, and further columns are
 * left aside.
 */
public final class RosterFile {

  private static final String[] COLUMNS = {"id", "name", "contact", "role", "grid", "from", "to"};

  /** Grids that no plan has are told up to this many. */
  private static final int TOLD = 10;

  private RosterFile() {}

  /** Writes entries; the stream stays open. */
  public static void write(Stream<RosterEntry> entries, OutputStream out, CsvOutput output) {
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output)) {
      csv.write(COLUMNS);
      entries.forEach(
          entry ->
              csv.write(
                  entry.officer().id(),
                  entry.officer().name(),
                  text(entry.officer().contact()),
                  entry.assignment().role(),
                  entry.assignment().gridCode(),
                  text(entry.assignment().from()),
                  text(entry.assignment().to())));
    }
  }

  /**
   * Brings a roster of a theme into a store, all or nothing. Officers and assignments that the file
   * does not name stay as they are.
   *
   * @param grids codes of grids that may be meant; others are stored and told
   * @throws InputException when the file cannot be used
   * @throws org.gridwright.data.store.StoreException {@code CONFLICT} when an officer would have
   *     the same role in a grid twice on a day
   */
  public static PointReport read(
      Path file, TextOptions text, String theme, Set<String> grids, Store store) {
    Map<String, Officer> officers = new LinkedHashMap<>();
    List<Assignment> assignments = new ArrayList<>();
    List<Message> notes = new ArrayList<>();
    try (CsvTable csv = CsvTable.open(InputFile.of(file), text)) {
      notes.addAll(csv.dialect().notes());
      csv.column("id");
      csv.column("name");
      while (csv.hasNext()) {
        RosterLine row = new RosterLine(csv.next(), csv.header());
        Officer officer =
            new Officer(row.required("id"), row.required("name"), row.find("contact"));
        officers.put(officer.id(), officer);
        String grid = row.find("grid");
        if (grid != null) {
          assignments.add(row.assignment(officer.id(), theme, grid));
        }
      }
    }
    long replaced =
        store.transaction(
            open -> {
              open.roster().putOfficers(officers.values());
              return open.roster().assign(assignments);
            });
    return new PointReport(
            assignments.size(), replaced, 0, List.of(), unknown(assignments, theme, grids))
        .with(notes);
  }

  private static List<Message> unknown(
      List<Assignment> assignments, String theme, Set<String> grids) {
    List<String> unknown =
        assignments.stream()
            .map(Assignment::gridCode)
            .filter(code -> !grids.contains(code))
            .distinct()
            .sorted()
            .toList();
    return unknown.isEmpty()
        ? List.of()
        : List.of(
            DataMessages.of(
                "roster.grids-unknown",
                unknown.size(),
                theme,
                String.join(", ", unknown.subList(0, Math.min(TOLD, unknown.size())))));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** One row, by the names of its columns. */
  private record RosterLine(CsvTable.Row row, List<String> header) {

    @Nullable String find(String column) {
      int at = header.indexOf(column);
      String value = at < 0 ? "" : row.values().get(at).strip();
      return value.isEmpty() ? null : value;
    }

    String required(String column) {
      String value = find(column);
      if (value == null) {
        throw InputException.at(row.source(), "input.field-empty", column);
      }
      return value;
    }

    Assignment assignment(String officer, String theme, String grid) {
      String role = find("role");
      LocalDate from = day("from");
      LocalDate to = day("to");
      if (from != null && to != null && !from.isBefore(to)) {
        throw InputException.at(row.source(), "roster.ends-before", from.toString(), to.toString());
      }
      return new Assignment(officer, theme, grid, role == null ? Assignment.PLAIN : role, from, to);
    }

    private @Nullable LocalDate day(String column) {
      String value = find(column);
      try {
        return value == null ? null : StoredDates.parse(value);
      } catch (DateTimeException malformed) {
        throw InputException.because(malformed, row.source(), "roster.no-date", column, value);
      }
    }
  }
}
