package org.gridwright.data.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the records of a CSV file as features without geometry; their places are lines. */
final class CsvFeatureReader implements FeatureReader {

  private final InputFile file;
  private final CsvTable table;
  private final Optional<String> crs;

  CsvFeatureReader(InputFile file, ReadOptions options) {
    this.file = file;
    this.crs = Optional.ofNullable(options.crs());
    this.table = CsvTable.open(file, options.encoding());
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
      properties.put(header.get(i), row.values().get(i));
    }
    return new Feature(
        row.source(),
        null,
        Collections.unmodifiableMap(properties),
        Collections.unmodifiableMap(properties),
        null,
        false);
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
