package org.gridwright.data.assignments;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.edit.BlockHolders;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.CsvTable;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * Assignments as CSV with a header and two columns: a code, and the code of the unit that it
 * belongs to. Where the header has the names of a level and of the one above it, such as {@code
 * grid,community}, the columns may stand in any order among others.
 *
 * @param level of the units that are assigned; of grids, where blocks are
 * @param rows in the order of the file
 * @param notes what was found of how the file is written
 */
public record AssignmentFile(Level level, List<AssignmentRow> rows, List<Message> notes) {

  /** What blocks are called in a header, where they are not called something else. */
  private static final String BLOCK = "block";

  /** Behind the name of a level, the column that says what its unit is called. */
  private static final String NAME = "_name";

  public AssignmentFile {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * Reads which unit each unit of a level belongs to.
   *
   * @param level of the units; null for the one that the header names, else grids
   * @throws InputException when the file cannot be read, or the level has none above it
   */
  public static AssignmentFile ofUnits(
      Path file, TextOptions text, Theme theme, @Nullable Level level) {
    try (CsvTable csv = CsvTable.open(InputFile.of(file), text)) {
      Level chosen = level == null ? named(csv.header(), theme) : level;
      if (chosen.depth() == 0) {
        throw new InputException(InputFile.of(file).source(), top(chosen));
      }
      String above = theme.levels().get(chosen.depth() - 1).name();
      return new AssignmentFile(chosen, rows(csv, chosen.name(), above), csv.dialect().notes());
    }
  }

  /**
   * Reads which grid each block belongs to.
   *
   * @throws InputException when the file cannot be read
   */
  public static AssignmentFile ofBlocks(Path file, TextOptions text, Theme theme) {
    try (CsvTable csv = CsvTable.open(InputFile.of(file), text)) {
      return new AssignmentFile(
          theme.gridLevel(), rows(csv, BLOCK, theme.gridLevel().name()), csv.dialect().notes());
    }
  }

  /** The sentence for a level whose units belong to nothing. */
  public static Message top(Level level) {
    return DataMessages.of("assignments.top", level.name());
  }

  private static Level named(List<String> header, Theme theme) {
    for (Level level : theme.levels()) {
      if (level.depth() > 0
          && find(header, level.name()).isPresent()
          && find(header, theme.levels().get(level.depth() - 1).name()).isPresent()) {
        return level;
      }
    }
    return theme.gridLevel();
  }

  private static List<AssignmentRow> rows(CsvTable csv, String codes, String units) {
    Optional<Integer> code = find(csv.header(), codes);
    Optional<Integer> unit = find(csv.header(), units);
    boolean byName = code.isPresent() && unit.isPresent();
    List<AssignmentRow> rows = new ArrayList<>();
    while (csv.hasNext()) {
      CsvTable.Row row = csv.next();
      if (!byName && csv.header().size() != 2) {
        throw InputException.at(row.source(), "assignments.columns", codes, units);
      }
      int first = byName ? code.orElseThrow() : unit.filter(at -> at == 0).isPresent() ? 1 : 0;
      int second = byName ? unit.orElseThrow() : 1 - first;
      rows.add(
          new AssignmentRow(
              row.line(), row.values().get(first).strip(), row.values().get(second).strip()));
    }
    return rows;
  }

  private static Optional<Integer> find(List<String> header, String name) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equalsIgnoreCase(name)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /**
   * Writes which unit each unit of a level belongs to; the stream stays open.
   *
   * @param level below the top
   * @param names whether the names of both stand behind their codes, in columns such as {@code
   *     grid_name}; who reads the file again passes over them
   */
  public static void write(
      Plan plan, Level level, boolean names, OutputStream out, CsvOutput output) {
    Level above = plan.theme().levels().get(level.depth() - 1);
    try (CsvRecordWriter csv = CsvRecordWriter.ofTexts(out, output)) {
      List<String> header = List.of(level.name(), above.name());
      csv.write(names ? with(header, header.get(0) + NAME, header.get(1) + NAME) : header);
      for (Unit unit : plan.units(level.depth())) {
        List<String> codes = List.of(unit.code(), unit.parent().orElse(""));
        String parent = plan.unit(above.depth(), codes.get(1)).map(Unit::name).orElse("");
        csv.write(names ? with(codes, unit.name(), parent) : codes);
      }
    }
  }

  private static List<String> with(List<String> codes, String name, String parent) {
    return List.of(codes.get(0), codes.get(1), name, parent);
  }

  /**
   * Writes which grid each block belongs to: the one that owns a point inside it. Blocks of which
   * nobody owns that are left out. The stream stays open.
   *
   * @param blocks a plan whose grids are the blocks
   * @return how many blocks do not lie in one grid as a whole
   */
  public static int write(Plan plan, Plan blocks, OutputStream out, CsvOutput output) {
    List<Unit> units = blocks.grids();
    int divided = 0;
    BlockHolders holders =
        BlockHolders.of(EditablePlan.of(plan), units.stream().map(Unit::drawnArea).toList());
    try (CsvRecordWriter csv = CsvRecordWriter.ofTexts(out, output)) {
      csv.write(BLOCK, plan.theme().gridLevel().name());
      for (int block = 0; block < units.size(); block++) {
        Optional<String> holder = holders.holder(block);
        if (holder.isPresent()) {
          csv.write(units.get(block).code(), holder.get());
        }
        divided += holders.isWhole(block) ? 0 : 1;
      }
    }
    return divided;
  }
}
