package org.gridwright.api.cli.export;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.DecimalDegrees;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.store.geopackage.GeoPackageWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/** Writes rows in a format. For one thread; {@link #close} ends the file, not the stream. */
public interface RowWriter extends AutoCloseable {

  void write(Row row);

  @Override
  void close();

  /** As one FeatureCollection. */
  static RowWriter geoJson(OutputStream out) {
    GeoJsonWriter json = new GeoJsonWriter(out);
    return new RowWriter() {
      @Override
      public void write(Row row) {
        if (row.area() != null) {
          json.write(row.id(), row.fields(), row.area());
        } else if (row.point() != null) {
          json.write(row.id(), row.fields(), row.point());
        } else {
          json.write(row.id(), row.fields(), (@Nullable Geometry) null);
        }
      }

      @Override
      public void close() {
        json.close();
      }
    };
  }

  /** As CSV with a header. */
  static RowWriter csv(OutputStream out, Layer layer) {
    CsvRecordWriter csv = new CsvRecordWriter(out);
    csv.write(csvColumns(layer));
    return new RowWriter() {
      @Override
      public void write(Row row) {
        csv.write(csvValues(layer, row));
      }

      @Override
      public void close() {
        csv.flush();
      }
    };
  }

  /** As a GeoPackage with one layer of the given name, in a file that is not there yet. */
  static RowWriter geoPackage(Path file, String name, Layer layer) {
    GeoPackageWriter table =
        GeoPackageWriter.create(
            file, name, GeoPackageWriter.Shape.valueOf(layer.shape().name()), layer.columns());
    return new RowWriter() {
      @Override
      public void write(Row row) {
        table.write(row.fields(), row.area() == null ? row.point() : row.area());
      }

      @Override
      public void close() {
        table.close();
      }
    };
  }

  private static List<String> csvColumns(Layer layer) {
    List<String> columns = new ArrayList<>(layer.columns());
    switch (layer.shape()) {
      case AREA -> columns.add("wkt");
      case POINT -> columns.addAll(List.of("lon", "lat"));
      case NONE -> {}
    }
    return columns;
  }

  private static List<String> csvValues(Layer layer, Row row) {
    List<String> values = new ArrayList<>();
    for (String column : layer.columns()) {
      values.add(Objects.toString(row.fields().get(column), ""));
    }
    if (layer.shape() == Layer.Shape.AREA) {
      values.add(row.area() == null ? "" : new WKTWriter().write(LatticeJts.toDegrees(row.area())));
    } else if (layer.shape() == Layer.Shape.POINT) {
      LatticePoint point = row.point();
      values.add(point == null ? "" : DecimalDegrees.of(point.x()));
      values.add(point == null ? "" : DecimalDegrees.of(point.y()));
    }
    return values;
  }
}
