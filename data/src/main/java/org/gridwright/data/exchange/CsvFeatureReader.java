package org.gridwright.data.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads the records of a CSV file as features; their places are lines. A column called {@code wkt}
 * in whatever case is their geometry, as well-known text; without one they have none.
 */
final class CsvFeatureReader implements FeatureReader {

  private final InputFile file;
  private final CsvTable table;
  private final Optional<String> crs;
  private final int wkt;

  CsvFeatureReader(InputFile file, ReadOptions options) {
    this.file = file;
    this.crs = Optional.ofNullable(options.crs());
    this.table = CsvTable.open(file, options.text());
    this.wkt = wkt(table.header());
  }

  private static int wkt(List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equalsIgnoreCase("wkt")) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Optional<String> crs() {
    return crs;
  }

  @Override
  public boolean hasNext() {
    return table.hasNext();
  }

  @Override
  public Feature next() {
    CsvTable.Row row = table.next();
    List<String> header = table.header();
    Map<String, @Nullable String> properties = new LinkedHashMap<>(header.size() * 2);
    for (int i = 0; i < header.size(); i++) {
      if (i != wkt) {
        properties.put(header.get(i), row.values().get(i));
      }
    }
    Geometry geometry = wkt < 0 ? null : WellKnownText.read(row.values().get(wkt), row.source());
    return new Feature(
        row.source(),
        null,
        Collections.unmodifiableMap(properties),
        Collections.unmodifiableMap(properties),
        geometry,
        geometry != null && WellKnownText.hasHeights(geometry));
  }

  @Override
  public List<Message> notes() {
    return table.dialect().notes();
  }

  @Override
  public Optional<TextDialect> dialect() {
    return Optional.of(table.dialect());
  }

  @Override
  public Optional<String> pointed(String number) {
    return Optional.ofNullable(table.dialect().pointed(number));
  }

  @Override
  public Message decimalRemedy() {
    return table
        .dialect()
        .remedies()
        .setting("decimal", table.dialect().decimal() == ',' ? "." : ",");
  }

  @Override
  public long bytesRead() {
    return table.bytesRead();
  }

  @Override
  public Source source() {
    return file.source();
  }

  @Override
  public long bytesTotal() {
    return file.size();
  }

  @Override
  public void close() {
    table.close();
  }
}
