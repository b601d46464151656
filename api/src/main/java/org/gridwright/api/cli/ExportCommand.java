package org.gridwright.api.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.export.Coarsening;
import org.gridwright.data.export.RowWriter;
import org.gridwright.data.export.Table;
import org.gridwright.data.export.TableFormat;
import org.gridwright.data.layer.LayerSchema.Shape;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a layer to a file. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

  /** The layers there are. */
  enum LayerName {
    UNITS,
    ADDRESSES,
    INCIDENTS,
    FACILITIES,
    OFFICERS,
    LOCATOR,
    TILES;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What places can be coarsened to. */
  enum Coarseness {
    GRID;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Session session;

  @Parameters(paramLabel = "LAYER", index = "0")
  private LayerName layerName = LayerName.UNITS;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true)
  private String output = "-";

  @Option(names = "--format", paramLabel = "FORMAT")
  private @Nullable String format;

  @Mixin private final ExportedRows rows = new ExportedRows();

  @Option(names = "--coarsen", paramLabel = "GRAIN")
  private @Nullable Coarseness coarsen;

  @Option(names = "--suppress-below", paramLabel = "K", defaultValue = "0")
  private long suppressBelow;

  @Option(names = "--zoom", paramLabel = "FROM-TO", defaultValue = "8-14")
  private String zooms = "8-14";

  @Mixin private final CsvOutputOptions.Alone written = new CsvOutputOptions.Alone();

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile file = OutputFile.of(session, output, List.of());
    if (layerName == LayerName.LOCATOR) {
      return locator(file);
    }
    if (layerName == LayerName.TILES) {
      return tiles(file);
    }
    TableFormat as = format(file);
    if (suppressBelow > 0 && coarsen == null) {
      throw CliException.usage("export.suppress-needs-coarsen");
    }
    CsvOutput csv = written.output();
    long[] count = {0};
    try (Store store = session.openStore()) {
      Table exact = rows.table(store, layerName);
      Table table = coarsen == null ? exact : coarsened(store, exact);
      switch (as) {
        case GEOJSON -> file.write(out -> count[0] = write(table, RowWriter.geoJson(out)));
        case CSV -> file.write(out -> count[0] = write(table, RowWriter.csv(out, table, csv)));
        case GPKG ->
            file.make(
                path ->
                    count[0] =
                        write(table, RowWriter.geoPackage(path, layerName.toString(), table)));
      }
    }
    if (!file.isStandardOutput()) {
      session.note(session.say("export.done", count[0], layerName, file.name()));
    }
    return ExitStatus.DONE;
  }

  private int locator(OutputFile file) throws IOException {
    String named = named(file);
    if (!named.equals("gwl") || file.name().endsWith(".gz") || coarsen != null || rows.hasLevel()) {
      throw CliException.usage("export.locator-as-gwl", file.name());
    }
    LocatorExport export = rows.locator();
    try (Store store = session.openStore()) {
      List<PlanInfo> plans = export.plans(store, rows.theme(store));
      file.write(out -> export.write(store, plans, out, session));
      if (!file.isStandardOutput()) {
        session.note(session.say("export.locator-done", plans.size(), file.name()));
      }
    }
    return ExitStatus.DONE;
  }

  private int tiles(OutputFile file) throws IOException {
    TilesExport export = TilesExport.of(file, named(file), zooms);
    long[] tiles = {0};
    try (Store store = session.openStore()) {
      Theme chosen = rows.theme(store);
      file.make(
          path -> {
            try (ProgressDisplay display =
                new ProgressDisplay(session, session.say("progress.exporting"), 0)) {
              tiles[0] =
                  export.write(store, chosen, rows.level(), rows.at(), path, display.progress());
            }
          });
    }
    session.note(session.say("export.tiles-done", tiles[0], file.name()));
    return ExitStatus.DONE;
  }

  /** The format as it was told, or as the file's name tells. */
  private String named(OutputFile file) {
    return format != null ? format.toLowerCase(Locale.ROOT) : file.format();
  }

  private TableFormat format(OutputFile file) {
    String named = named(file);
    return switch (named) {
      case "csv" -> TableFormat.CSV;
      case "geojson", "json" -> TableFormat.GEOJSON;
      case "gpkg" -> {
        file.requireGeoPackage();
        yield TableFormat.GPKG;
      }
      case "" -> throw CliException.usage("export.which-format", file.name());
      default -> throw CliException.usage("export.unknown-format", named);
    };
  }

  private Table coarsened(Store store, Table exact) {
    if (exact.shape() != Shape.POINT) {
      throw CliException.usage("export.nothing-to-coarsen", layerName);
    }
    Progress progress = session.quiet();
    return new Coarsening(rows.snapshot(store, progress), suppressBelow, progress).of(exact);
  }

  private long write(Table table, RowWriter to) {
    try (ProgressDisplay display =
        new ProgressDisplay(session, session.say("progress.exporting"), 0)) {
      return table.write(to, -1, display.progress());
    }
  }
}
