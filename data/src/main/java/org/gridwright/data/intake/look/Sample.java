package org.gridwright.data.intake.look;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gridwright.core.fact.Counted;
import org.gridwright.data.exchange.Feature;
import org.jspecify.annotations.Nullable;

/** The values of the records looked at, field by field. For one thread. */
final class Sample {

  private static final int MOST_FIELDS = 200;
  private static final int MOST_EXAMPLES = 3;

  /** Values are kept up to this length; longer ones are no codes. */
  private static final int LENGTH = 80;

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})(?:[T ].*)?");

  private final Map<String, List<String>> columns = new LinkedHashMap<>();
  private final Function<String, Optional<String>> pointed;
  private int records;

  /**
   * @param pointed writes a number of the file with a point as its decimal mark; empty where it is
   *     none of the file's numbers
   */
  Sample(Function<String, Optional<String>> pointed) {
    this.pointed = pointed;
  }

  /** Takes the values of a record in. */
  void add(Feature feature) {
    feature
        .properties()
        .forEach(
            (field, value) -> {
              List<String> column = columns.get(field);
              if (column == null && columns.size() < MOST_FIELDS) {
                column = new ArrayList<>();
                columns.put(field, column);
              }
              if (column != null) {
                fill(column, records);
                column.add(kept(value));
              }
            });
    records++;
  }

  int records() {
    return records;
  }

  /** What there is to say of each field, in the order of the file. */
  List<FieldLook> fields() {
    return columns.keySet().stream().map(this::look).toList();
  }

  /** The values of a field, a text for each record; blank where there is none. */
  List<String> values(String field) {
    List<String> column = columns.getOrDefault(field, new ArrayList<>());
    fill(column, records);
    return column;
  }

  /** How many values of a field are numbers as attributes have them. */
  long numbers(String field) {
    return values(field).stream()
        .filter(value -> !value.isEmpty())
        .filter(value -> Counted.number(pointed.apply(value).orElse(value)).isPresent())
        .count();
  }

  /** Whether all records with the same code have the same value in each field. */
  boolean follows(List<String> fields, List<String> codeFields) {
    Map<String, String> known = new HashMap<>();
    for (int i = 0; i < records; i++) {
      String value = joined(fields, i);
      String before = known.putIfAbsent(joined(codeFields, i), value);
      if (before != null && !before.equals(value)) {
        return false;
      }
    }
    return true;
  }

  /** How many different codes some fields make together. */
  int distinct(List<String> fields) {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < records; i++) {
      all.add(joined(fields, i));
    }
    return all.size();
  }

  private String joined(List<String> fields, int record) {
    StringBuilder joined = new StringBuilder();
    for (String field : fields) {
      joined.append(values(field).get(record)).append('\n');
    }
    return joined.toString();
  }

  private FieldLook look(String field) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    long filled = 0;
    for (String value : values(field)) {
      if (!value.isEmpty()) {
        filled++;
        seen.merge(value, 1, Integer::sum);
      }
    }
    return new FieldLook(
        field,
        kind(seen.keySet()),
        filled,
        seen.size(),
        seen.keySet().stream().limit(MOST_EXAMPLES).toList());
  }

  private static FieldLook.Kind kind(Set<String> values) {
    if (values.isEmpty()) {
      return FieldLook.Kind.EMPTY;
    }
    if (all(values, WHOLE)) {
      return FieldLook.Kind.WHOLE;
    }
    if (all(values, DECIMAL)) {
      return FieldLook.Kind.DECIMAL;
    }
    return all(values, TIME) ? FieldLook.Kind.TIME : FieldLook.Kind.TEXT;
  }

  private static boolean all(Set<String> values, Pattern form) {
    return values.stream().allMatch(value -> form.matcher(value).matches());
  }

  private static void fill(List<String> column, int size) {
    while (column.size() < size) {
      column.add("");
    }
  }

  private static String kept(@Nullable String value) {
    String text = value == null ? "" : value.strip();
    return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
  }
}
