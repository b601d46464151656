package org.gridwright.data.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the dialect of a CSV by its first rows. For one text. */
final class DialectGuess {

  private static final String SEPARATORS = ",;\t|";

  /** Lines before the header that are believed to be none. */
  private static final int MOST_BEFORE = 50;

  private static final int TOLD_CHARACTERS = 80;

  private static final Pattern SEP_LINE =
      Pattern.compile("\"?sep=(.)\"?[,;\\t|]*(?:\\r\\n|\\n|\\r|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern WITH_COMMA = Pattern.compile("[+-]?(\\d*),(\\d+)");
  private static final Pattern WITH_POINT = Pattern.compile("[+-]?\\d*\\.\\d+");

  private final String text;
  private final boolean whole;
  private final TextOptions told;
  private final Source source;

  /** Lines up to the end of a {@code sep=} line. */
  private final int sepLines;

  private final @Nullable Character sep;

  DialectGuess(String text, boolean whole, TextOptions told, Source source) {
    Matcher line = SEP_LINE.matcher(text);
    boolean says = line.lookingAt();
    this.text = says ? text.substring(line.end()) : text;
    this.sepLines = says ? 1 : 0;
    this.sep = says ? Character.valueOf(line.group(1).charAt(0)) : null;
    this.whole = whole;
    this.told = told;
    this.source = source;
  }

  /** The records of the sample, and which of them is the header, by one separator. */
  private record Reading(char separator, List<CsvRecord> records, int header) {

    int width() {
      return records.get(header).getFieldCount();
    }

    /** Records below the header that have as many fields, or more that are empty. */
    long fitting() {
      return below().stream()
          .filter(each -> each.getFieldCount() >= width() && isBlank(each, width()))
          .count();
    }

    boolean fits() {
      return width() > 1 && fitting() == below().size();
    }

    List<CsvRecord> below() {
      return records.isEmpty() ? List.of() : records.subList(header + 1, records.size());
    }
  }

  TextDialect dialect(Charset encoding) {
    Reading reading = reading();
    List<String> found = new ArrayList<>();
    if (told.separator() == null && sep == null && reading.separator != ',') {
      found.add("separator");
    }
    Character mark = told.decimal();
    char decimal = mark == null ? decimal(reading) : mark;
    if (told.decimal() == null && decimal == ',') {
      found.add("decimal");
    }
    if (told.headerLine().isEmpty() && reading.header > 0) {
      found.add("headerLine");
    }
    return new TextDialect(
        encoding,
        reading.separator,
        decimal,
        told.headerLine()
            .orElseGet(
                () ->
                    reading.records.isEmpty()
                        ? sepLines + 1L
                        : reading.records.get(reading.header).getStartingLineNumber() + sepLines),
        before(reading),
        found,
        told.remedies());
  }

  private Reading reading() {
    Character said = told.separator() == null ? sep : told.separator();
    if (said != null) {
      return read(said);
    }
    List<Reading> all =
        SEPARATORS
            .chars()
            .mapToObj(each -> read((char) each))
            .filter(each -> !each.records.isEmpty())
            .toList();
    List<Reading> fitting = all.stream().filter(Reading::fits).toList();
    int least = fitting.stream().mapToInt(Reading::header).min().orElse(0);
    List<Reading> first = fitting.stream().filter(each -> each.header == least).toList();
    if (first.size() > 1) {
      throw InputException.at(
          source,
          "dialect.ambiguous",
          TextDialect.name(first.get(0).separator),
          TextDialect.name(first.get(1).separator),
          told.remedies().setting("separator", "…"));
    }
    return first.isEmpty() ? nearest(all).orElseGet(() -> read(',')) : first.get(0);
  }

  /** Where no separator fits every row: what divides the header and fits most, a comma first. */
  private static Optional<Reading> nearest(List<Reading> all) {
    return all.stream()
        .filter(each -> each.width() > 1)
        .max(
            Comparator.comparingLong(Reading::fitting)
                .thenComparing(each -> -SEPARATORS.indexOf(each.separator)));
  }

  private Reading read(char separator) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(text)) {
      csv.forEach(records::add);
    } catch (CsvParseException | IOException tooLong) {
      records.clear(); // a record without an end; whoever reads the rows says which
    }
    if (!whole && records.size() > 1 && isCut(records.get(records.size() - 1))) {
      records.remove(records.size() - 1);
    }
    records.removeIf(each -> filled(each) == 0);
    return new Reading(separator, records, header(separator, records));
  }

  /** Whether the last record of the sample goes on behind it. */
  private boolean isCut(CsvRecord last) {
    return !text.endsWith("\n") || last.getField(last.getFieldCount() - 1).endsWith("\n");
  }

  private int header(char separator, List<CsvRecord> records) {
    if (told.headerLine().isPresent()) {
      long line = told.headerLine().getAsLong() - sepLines;
      for (int i = 0; i < records.size(); i++) {
        if (records.get(i).getStartingLineNumber() >= line) {
          return i;
        }
      }
      return 0;
    }
    int header = 0;
    while (header < records.size() && isBefore(separator, records.get(header))) {
      header++;
    }
    if (header == 0 || header >= Math.min(records.size(), MOST_BEFORE)) {
      return 0;
    }
    Reading reading = new Reading(separator, records, header);
    int rows = reading.below().size();
    return (rows == 0 && whole) || 2 * reading.fitting() < rows ? 0 : header;
  }

  /**
   * Whether a record is a title or a remark rather than the header: one text in the first field,
   * alone in its line, or followed by the empty fields with which spreadsheets fill up a title. The
   * header of a file with another separator is no title.
   */
  private static boolean isBefore(char separator, CsvRecord record) {
    String said = record.getField(0);
    return filled(record) == 1
        && !said.isBlank()
        && (record.getFieldCount() == 1 || record.getFieldCount() > 2)
        && said.chars().noneMatch(each -> SEPARATORS.indexOf(each) > SEPARATORS.indexOf(separator));
  }

  private static long filled(CsvRecord record) {
    return record.getFields().stream().filter(each -> !each.isBlank()).count();
  }

  private static boolean isBlank(CsvRecord record, int from) {
    return record.getFields().stream().skip(from).allMatch(String::isBlank);
  }

  /**
   * A comma where some number has one and none has a point. Where fields are not divided by
   * semicolons a comma can stand between thousands too, unless the digits behind it are not three.
   *
   * @throws InputException when numbers between semicolons have both
   */
  private char decimal(Reading reading) {
    String withComma = null;
    String withPoint = null;
    for (CsvRecord record : reading.below()) {
      for (String field : record.getFields()) {
        String value = field.strip();
        Matcher comma = WITH_COMMA.matcher(value);
        if (WITH_POINT.matcher(value).matches()) {
          withPoint = value;
        } else if (comma.matches()
            && (reading.separator == ';'
                || comma.group(2).length() != 3
                || comma.group(1).matches("0?"))) {
          withComma = value;
        }
      }
    }
    if (withComma != null && withPoint != null && reading.separator == ';') {
      throw InputException.at(
          source,
          "dialect.decimal-ambiguous",
          withComma,
          withPoint,
          told.remedies().setting("decimal", "…"));
    }
    return withComma == null || withPoint != null ? '.' : ',';
  }

  private List<String> before(Reading reading) {
    return reading.records.stream()
        .limit(reading.header)
        .map(each -> String.join(" ", each.getFields()).strip())
        .map(
            line ->
                line.length() > TOLD_CHARACTERS ? line.substring(0, TOLD_CHARACTERS) + "…" : line)
        .toList();
  }
}
