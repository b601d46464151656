package org.gridwright.data.export;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.DecimalDegrees;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerSchema.Shape;
import org.gridwright.data.store.geopackage.GeoPackageWriter;
import org.locationtech.jts.io.WKTWriter;

/**
 * Writes rows in a format. For one thread; {@link #end} and then {@link #close} end the file, not
 * the stream.
 */
public interface RowWriter extends AutoCloseable {

  void write(LayerRow row);

  /**
   * Makes a whole of the rows, where that takes more than closing.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  default void end(Progress progress) {}

  @Override
  void close();

  /** As one FeatureCollection. */
  static RowWriter geoJson(OutputStream out) {
    GeoJsonWriter json = new GeoJsonWriter(out);
    return new RowWriter() {
      @Override
      public void write(LayerRow row) {
        json.write(row);
      }

      @Override
      public void close() {
        json.close();
      }
    };
  }

  /** As CSV with a header. */
  static RowWriter csv(OutputStream out, Table table, CsvOutput output) {
    CsvRecordWriter csv = new CsvRecordWriter(out, output);
    csv.write(csvColumns(table));
    return new RowWriter() {
      @Override
      public void write(LayerRow row) {
        csv.write(csvValues(table, row));
      }

      @Override
      public void close() {
        csv.close();
      }
    };
  }

  /** As a GeoPackage with one layer of the given name, in a file that is not there yet. */
  static RowWriter geoPackage(Path path, String name, Table table) {
    return rows(layer(path, name, table));
  }

  /**
   * The same, with a style that QGIS shows it in.
   *
   * @param style what the style is called
   * @param qml the style
   */
  static RowWriter geoPackage(Path path, String name, Table table, String style, String qml) {
    GeoPackageWriter file = layer(path, name, table);
    file.showAs(style, qml);
    return rows(file);
  }

  private static GeoPackageWriter layer(Path path, String name, Table table) {
    return GeoPackageWriter.create(
        path, name, GeoPackageWriter.Shape.valueOf(table.shape().name()), table.columns());
  }

  private static RowWriter rows(GeoPackageWriter file) {
    return new RowWriter() {
      @Override
      public void write(LayerRow row) {
        file.write(row.values(), row.area() == null ? row.point() : row.area());
      }

      @Override
      public void end(Progress progress) {
        file.finish(progress);
      }

      @Override
      public void close() {
        file.close();
      }
    };
  }

  private static List<String> csvColumns(Table table) {
    List<String> columns = new ArrayList<>(table.columns());
    switch (table.shape()) {
      case AREA -> columns.add("wkt");
      case POINT -> columns.addAll(List.of("lon", "lat"));
      case NONE -> {}
    }
    return columns;
  }

  private static List<String> csvValues(Table table, LayerRow row) {
    List<String> values = new ArrayList<>();
    for (String column : table.columns()) {
      values.add(Objects.toString(row.values().get(column), ""));
    }
    if (table.shape() == Shape.AREA) {
      values.add(row.area() == null ? "" : new WKTWriter().write(LatticeJts.toDegrees(row.area())));
    } else if (table.shape() == Shape.POINT) {
      LatticePoint point = row.point();
      values.add(point == null ? "" : DecimalDegrees.of(point.x()));
      values.add(point == null ? "" : DecimalDegrees.of(point.y()));
    }
    return values;
  }
}
