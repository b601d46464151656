package org.gridwright.data.hotspot;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Figures to write, with 17 significant digits; what is not defined is empty.
 *
 * @param columns their names in order
 * @param rows opens the rows anew
 * @param members what a GeoJSON says beside its features
 */
public record FigureSheet(
    List<String> columns, Supplier<Stream<FigureRow>> rows, Map<String, Object> members) {

  private static final MathContext DIGITS = new MathContext(17);

  public FigureSheet {
    columns = List.copyOf(columns);
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** Rows alone. */
  public FigureSheet(List<String> columns, Supplier<Stream<FigureRow>> rows) {
    this(columns, rows, Map.of());
  }

  /** All rows, each by its columns. */
  public List<Map<String, @Nullable Object>> named() {
    try (Stream<FigureRow> opened = rows.get()) {
      return opened.map(this::named).toList();
    }
  }

  /**
   * One row.
   *
   * @param values texts, numbers, or null, in the order of the columns
   * @param shape in degrees; null for none
   */
  public record FigureRow(List<@Nullable Object> values, @Nullable Geometry shape) {}

  /** Takes the values of a row one after the other. */
  static final class Values {

    private final List<@Nullable Object> values = new ArrayList<>();

    Values text(@Nullable String text) {
      values.add(text);
      return this;
    }

    Values whole(long number) {
      values.add(number);
      return this;
    }

    Values whole(OptionalInt number) {
      values.add(number.isPresent() ? number.getAsInt() : null);
      return this;
    }

    Values flag(boolean yes) {
      values.add(yes);
      return this;
    }

    /** A text, a number, or null. */
    Values any(@Nullable Object value) {
      values.add(value instanceof Double figure ? number(figure) : value);
      return this;
    }

    /** A text, a number as it is, or null. */
    Values plain(@Nullable Object value) {
      values.add(value);
      return this;
    }

    Values figure(double number) {
      values.add(number(number));
      return this;
    }

    Values figure(OptionalDouble number) {
      values.add(number.isPresent() ? number(number.getAsDouble()) : null);
      return this;
    }

    FigureRow row(@Nullable Geometry shape) {
      return new FigureRow(values, shape);
    }
  }

  private static BigDecimal number(double figure) {
    return new BigDecimal(figure).round(DIGITS);
  }

  /** Writes a CSV; leaves the stream open. */
  public void writeCsv(OutputStream out, CsvOutput output) {
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output);
        Stream<FigureRow> opened = rows.get()) {
      csv.write(columns);
      opened.forEach(row -> csv.write(row.values().stream().map(FigureSheet::cell).toList()));
    }
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** Writes one FeatureCollection; leaves the stream open. */
  public void writeGeoJson(OutputStream out) {
    try (GeoJsonWriter json = new GeoJsonWriter(out);
        Stream<FigureRow> opened = rows.get()) {
      opened.forEach(row -> json.write(null, named(row), row.shape()));
      members.forEach(json::member);
    }
  }

  private Map<String, @Nullable Object> named(FigureRow row) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      named.put(columns.get(i), row.values().get(i));
    }
    return named;
  }
}
