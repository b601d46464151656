package org.gridwright.api.http.locate;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.Points;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Locates the rows of a CSV. A row with too few fields is filled up with empty ones; fields beyond
 * the header's are left out.
 */
final class CsvPoints implements PointStream {

  private static final int MAX_RECORD = 1 << 20;
  private static final List<String> NOTHING = Collections.nCopies(RowPlacement.NAMES.size(), "");

  @Override
  public String contentType() {
    return "text/csv; charset=utf-8";
  }

  @Override
  public long locate(PlanSnapshot snapshot, InputStream in, OutputStream out, Locale language)
      throws IOException {
    CloseableIterator<CsvRecord> records = reader(in).iterator();
    List<String> header = header(records);
    int lon = column(header, "lon");
    int lat = column(header, "lat");
    CsvRecordWriter writer = new CsvRecordWriter(out);
    long located = 0;
    try {
      writer.write(joined(header, RowPlacement.NAMES));
      while (records.hasNext()) {
        List<String> row = fitted(records.next().getFields(), header.size());
        LatticePoint point = point(row.get(lon), row.get(lat));
        writer.write(joined(row, point == null ? NOTHING : columns(snapshot, point)));
        located++;
      }
      writer.flush();
    } catch (CsvParseException broken) {
      writer.flush();
      Message told = ApiMessages.of("http.csv-broken", String.valueOf(MAX_RECORD));
      out.write(("# error: " + told.in(language) + "\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    return located;
  }

  private static CsvReader<CsvRecord> reader(InputStream in) {
    return CsvReader.builder()
        .detectBomHeader(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(MAX_RECORD)
        .build(
            CsvRecordHandler.of(
                limits -> limits.maxFieldSize(MAX_RECORD).maxRecordSize(MAX_RECORD)),
            in,
            StandardCharsets.UTF_8);
  }

  private static List<String> header(CloseableIterator<CsvRecord> records) throws IOException {
    try {
      if (records.hasNext()) {
        return records.next().getFields().stream().map(String::strip).toList();
      }
    } catch (CsvParseException broken) {
      // told below, together with an empty body
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    throw ProblemException.badBody(null, ApiMessages.of("http.csv-no-header"));
  }

  private static int column(List<String> header, String name) {
    int column = header.indexOf(name);
    if (column < 0) {
      throw ProblemException.badBody(
          name, ApiMessages.of("http.csv-no-column", name, String.join(", ", header)));
    }
    return column;
  }

  private static @Nullable LatticePoint point(String lon, String lat) {
    try {
      return Points.of(Double.parseDouble(lon), Double.parseDouble(lat), ProblemException::badBody);
    } catch (NumberFormatException | ProblemException unreadable) {
      return null;
    }
  }

  private static List<String> columns(PlanSnapshot snapshot, LatticePoint point) {
    RowPlacement placement = RowPlacement.of(snapshot, point);
    return List.of(
        placement.grid() == null ? "" : placement.grid(),
        String.valueOf(placement.onBoundary()),
        String.join(";", placement.contested()),
        placement.runnerUp() == null ? "" : placement.runnerUp(),
        placement.distanceMetres() == null ? "" : placement.distanceMetres().toString());
  }

  private static List<String> fitted(List<String> row, int size) {
    if (row.size() == size) {
      return row;
    }
    List<String> fitted = new ArrayList<>(row.subList(0, Math.min(size, row.size())));
    fitted.addAll(Collections.nCopies(size - fitted.size(), ""));
    return fitted;
  }

  private static List<String> joined(List<String> row, List<String> appended) {
    List<String> all = new ArrayList<>(row.size() + appended.size());
    all.addAll(row);
    all.addAll(appended);
    return all;
  }
}
