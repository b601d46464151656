package org.gridwright.data.hotspot.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.hotspot.LocalTest;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.export.RowWriter;
import org.gridwright.data.export.Table;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerSchema;

/**
 * A result as a table: a row for each unit, in code order. What is not defined is empty, and {@code
 * note} says why. Numbers are written so that reading them gives the same ones.
 */
public final class PlanHotspotTable {

  private final HotspotResult result;
  private final LocalTest test;
  private final List<Unit> units;
  private final List<String> columns;
  private final List<PlaceFigures> figures;

  private PlanHotspotTable(HotspotResult result) {
    this.result = result;
    this.test = result.test();
    this.units = result.snapshot().plan().units(result.question().depth());
    this.columns =
        List.of(
            "code",
            "name",
            "count",
            "at_risk",
            "expected",
            "value",
            "statistic",
            "expectation",
            "variance",
            "z",
            "p",
            "p_" + result.question().adjustment().id(),
            "class",
            "neighbours",
            "note");
    this.figures =
        List.of(
            result.atRisk(),
            result.expected(),
            result.values(),
            test.statistic(),
            test.expectation(),
            test.variance(),
            test.z(),
            test.p(),
            result.pAdjusted());
  }

  /** The rows with the units' areas, for any format. */
  public static Table of(HotspotResult result) {
    PlanHotspotTable table = new PlanHotspotTable(result);
    return new Table(table.columns, LayerSchema.Shape.AREA, table::rows);
  }

  /** As CSV without areas. Leaves the stream open. */
  public static void write(HotspotResult result, OutputStream out, CsvOutput output) {
    PlanHotspotTable table = new PlanHotspotTable(result);
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output)) {
      csv.write(table.columns);
      table
          .rows()
          .forEach(
              row ->
                  csv.write(
                      row.values().values().stream().map(it -> Objects.toString(it, "")).toList()));
    }
  }

  /** As GeoJSON, with the id of the result. Leaves the stream open. */
  public static void writeMap(HotspotResult result, OutputStream out) {
    try (GeoJsonWriter json = new GeoJsonWriter(out)) {
      new PlanHotspotTable(result).rows().forEach(json::write);
      json.member("result", result.id());
    }
  }

  /**
   * As a GeoPackage with a style that QGIS shows.
   *
   * @param path a file that is not there yet
   */
  public static void writeGeoPackage(HotspotResult result, Path path, Progress progress) {
    Table table = of(result);
    table.write(
        RowWriter.geoPackage(path, "hotspots", table, "classes", ClassStyle.qml()), -1, progress);
  }

  /** As a picture, PNG. Leaves the stream open. */
  public static void writePicture(HotspotResult result, OutputStream out) throws IOException {
    ClassPicture.write(result, out);
  }

  private Stream<LayerRow> rows() {
    return IntStream.range(0, units.size()).mapToObj(this::row);
  }

  private LayerRow row(int i) {
    Unit unit = units.get(i);
    List<Object> values = new ArrayList<>();
    values.add(unit.code());
    values.add(unit.name());
    values.add((long) result.counts().value(i));
    for (PlaceFigures each : figures) {
      OptionalDouble figure = each.at(i);
      values.add(figure.isPresent() ? figure.getAsDouble() : null);
    }
    values.add(result.classOf(i).id());
    values.add((long) test.neighbours(i));
    values.add(test.reason(i).map(NotDefined::told).map(it -> it.in(Locale.ENGLISH)).orElse(null));
    Map<String, Object> named = new LinkedHashMap<>();
    for (int k = 0; k < columns.size(); k++) {
      named.put(columns.get(k), values.get(k));
    }
    return new LayerRow(unit.code(), named, unit.drawnArea(), null);
  }
}
