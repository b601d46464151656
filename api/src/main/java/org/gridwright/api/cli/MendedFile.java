package org.gridwright.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.export.RowWriter;
import org.gridwright.data.export.Table;
import org.gridwright.data.intake.Originals;
import org.gridwright.data.intake.Originals.Original;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerSchema.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A boundary file written again with other outlines: the same units in the same order, with the
 * fields of the original. GeoJSON keeps fields as they were typed and nested, GeoPackage as they
 * were typed, CSV as flat texts.
 */
final class MendedFile {

  private final OutputFile file;
  private final String format;
  private final CsvOutput csv;

  /**
   * @param csv how it leaves, where it is CSV
   * @throws CliException when the name does not end in a format that can be written
   */
  MendedFile(OutputFile file, CsvOutput csv) {
    this.file = file;
    this.csv = csv;
    this.format = file.isStandardOutput() ? "geojson" : file.format();
    if (!List.of("csv", "geojson", "json", "gpkg").contains(format)) {
      throw CliException.usage("repair.unknown-format", file.name());
    }
    if (format.equals("gpkg")) {
      file.requireGeoPackage();
    }
  }

  String name() {
    return file.name();
  }

  boolean isStandardOutput() {
    return file.isStandardOutput();
  }

  void write(Plan plan, Originals originals, Progress progress) throws IOException {
    switch (format) {
      case "csv" ->
          file.write(
              out -> {
                Table table = table(originals.fields(), plan, originals, Original::texts);
                table.write(RowWriter.csv(out, table, csv), -1, progress);
              });
      case "gpkg" ->
          file.make(
              path -> {
                Table table = table(memberNames(originals), plan, originals, Original::members);
                table.write(RowWriter.geoPackage(path, "units", table), -1, progress);
              });
      default -> file.write(out -> writeGeoJson(plan, originals, out));
    }
  }

  private static void writeGeoJson(Plan plan, Originals originals, OutputStream out) {
    try (GeoJsonWriter json = new GeoJsonWriter(out)) {
      originals
          .byCode()
          .forEach(
              (code, original) -> json.write(original.id(), original.members(), area(plan, code)));
    }
  }

  private static Table table(
      List<String> fields,
      Plan plan,
      Originals originals,
      Function<Original, Map<String, ? extends @Nullable Object>> values) {
    return new Table(
        fields,
        Shape.AREA,
        () ->
            originals.byCode().entrySet().stream()
                .map(
                    unit ->
                        new LayerRow(
                            unit.getKey(),
                            new LinkedHashMap<>(values.apply(unit.getValue())),
                            area(plan, unit.getKey()),
                            null)));
  }

  /** Fields as the file has them, nested ones whole, in the order of their first appearance. */
  private static List<String> memberNames(Originals originals) {
    return originals.byCode().values().stream()
        .flatMap(original -> original.members().keySet().stream())
        .distinct()
        .toList();
  }

  private static LatticeMultiPolygon area(Plan plan, String code) {
    Unit unit = plan.unit(plan.theme().gridLevel().depth(), code).orElseThrow();
    return unit.drawnArea();
  }
}
