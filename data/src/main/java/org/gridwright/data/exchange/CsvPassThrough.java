package org.gridwright.data.exchange;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Copies a CSV file record by record and appends computed columns: every column and the order stay,
 * in constant memory. The copy is UTF-8 with CRLF line ends (RFC 4180).
 */
public final class CsvPassThrough {

  private CsvPassThrough() {}

  /**
   * Copies the records of an open table.
   *
   * @param appended names of the new columns; one that the file has already gets {@code _2}
   * @param columns the appended values of one record, as many as there are appended columns
   * @param out is flushed, not closed
   * @param records told after each record how many were written
   * @return how many records were written
   * @throws InputException when the file is malformed; what came before it was written
   */
  public static long copy(
      CsvTable table,
      List<String> appended,
      Function<CsvTable.Row, List<String>> columns,
      OutputStream out,
      LongConsumer records) {
    CsvRecordWriter writer = new CsvRecordWriter(out);
    List<String> names = new ArrayList<>(table.header());
    appended.forEach(name -> names.add(names.contains(name) ? name + "_2" : name));
    writer.write(names);
    long written = 0;
    while (table.hasNext()) {
      CsvTable.Row row = table.next();
      List<String> values = new ArrayList<>(row.values());
      values.addAll(columns.apply(row));
      writer.write(values);
      records.accept(++written);
    }
    writer.flush();
    return written;
  }
}
