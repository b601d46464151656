package org.gridwright.data.clock.file;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridwright.core.message.Message;
import org.gridwright.data.clock.DueKind;
import org.gridwright.data.clock.DueRule;
import org.gridwright.data.exchange.CsvTable;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.TextOptions;

/**
 * Rules of due times as CSV with the columns {@code name}, {@code kind} and {@code amount}.
 *
 * @param rules by name, in the order of the file
 * @param notes what was found of how the file is written
 */
public record DueRulesFile(Map<String, DueRule> rules, List<Message> notes) {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  public DueRulesFile {
    notes = List.copyOf(notes);
  }

  /** Whether any of them counts working time. */
  public boolean needsCalendar() {
    return rules.values().stream().anyMatch(rule -> rule.kind().isOfWork());
  }

  /**
   * Reads rules.
   *
   * @throws InputException when the file or a row of it cannot be read, or a name stands twice
   */
  public static DueRulesFile read(Path file, TextOptions text) {
    try (CsvTable csv = CsvTable.open(InputFile.of(file), text)) {
      int name = csv.column("name");
      int kind = csv.column("kind");
      int amount = csv.column("amount");
      Map<String, DueRule> rules = new LinkedHashMap<>();
      while (csv.hasNext()) {
        CsvTable.Row row = csv.next();
        String called = row.values().get(name).strip();
        if (called.isEmpty()) {
          throw InputException.at(row.source(), "clock.rule-no-name");
        }
        DueRule rule = rule(row, row.values().get(kind), row.values().get(amount).strip(), csv);
        if (rules.putIfAbsent(called, rule) != null) {
          throw InputException.at(row.source(), "clock.rule-twice", called);
        }
      }
      return new DueRulesFile(rules, csv.dialect().notes());
    }
  }

  private static DueRule rule(CsvTable.Row row, String kind, String amount, CsvTable csv) {
    DueKind known =
        DueKind.of(kind)
            .orElseThrow(
                () ->
                    InputException.at(
                        row.source(),
                        "clock.kind-unknown",
                        kind,
                        Arrays.stream(DueKind.values())
                            .map(DueKind::id)
                            .collect(Collectors.joining(", "))));
    BigDecimal number = number(row, amount, csv);
    if (number.compareTo(DueRule.MOST) > 0) {
      throw InputException.at(row.source(), "clock.amount-range", amount, DueRule.MOST);
    }
    if (known.isOfDays() && !DueRule.isWhole(number)) {
      throw InputException.at(row.source(), "clock.amount-whole", amount, known.id());
    }
    return new DueRule(known, number);
  }

  private static BigDecimal number(CsvTable.Row row, String amount, CsvTable csv) {
    String pointed = csv.dialect().pointed(amount);
    if (pointed == null || !NUMBER.matcher(pointed).matches()) {
      throw InputException.at(row.source(), "clock.amount-unreadable", amount);
    }
    return new BigDecimal(pointed);
  }
}
