package org.gridwright.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridwright.api.cli.export.Layer;
import org.gridwright.api.cli.export.Row;
import org.gridwright.api.cli.export.RowWriter;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.intake.Originals;

/**
 * A boundary file written again with other outlines: the same units in the same order, with the
 * fields of the original. GeoJSON keeps fields as they were typed and nested, CSV as flat texts.
 */
final class MendedFile {

  private final OutputFile file;
  private final boolean csv;

  /**
   * @throws CliException when the name does not end in a format that can be written
   */
  MendedFile(OutputFile file) {
    this.file = file;
    this.csv =
        switch (file.isStandardOutput() ? "geojson" : file.format()) {
          case "csv" -> true;
          case "geojson", "json" -> false;
          default -> throw CliException.usage("repair.unknown-format", file.name());
        };
  }

  String name() {
    return file.name();
  }

  boolean isStandardOutput() {
    return file.isStandardOutput();
  }

  void write(Plan plan, Originals originals) throws IOException {
    file.write(
        out -> {
          if (csv) {
            writeCsv(plan, originals, out);
          } else {
            writeGeoJson(plan, originals, out);
          }
        });
  }

  private static void writeGeoJson(Plan plan, Originals originals, OutputStream out) {
    try (GeoJsonWriter json = new GeoJsonWriter(out)) {
      originals
          .byCode()
          .forEach(
              (code, original) -> json.write(original.id(), original.members(), area(plan, code)));
    }
  }

  private static void writeCsv(Plan plan, Originals originals, OutputStream out) {
    List<String> fields = originals.fields();
    Layer layer =
        new Layer(
            fields,
            Layer.Shape.AREA,
            () -> originals.byCode().entrySet().stream().map(unit -> row(plan, unit)));
    try (RowWriter writer = RowWriter.csv(out, layer);
        Stream<Row> rows = layer.source().open()) {
      rows.forEach(writer::write);
    }
  }

  private static Row row(Plan plan, Map.Entry<String, Originals.Original> unit) {
    return new Row(
        unit.getKey(),
        new LinkedHashMap<>(unit.getValue().texts()),
        area(plan, unit.getKey()),
        null);
  }

  private static LatticeMultiPolygon area(Plan plan, String code) {
    Unit unit = plan.unit(plan.theme().gridLevel().depth(), code).orElseThrow();
    return unit.drawnArea();
  }
}
