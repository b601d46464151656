package org.gridwright.api.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.export.Coarsening;
import org.gridwright.api.cli.export.RowWriter;
import org.gridwright.api.cli.export.Table;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerSchema.Shape;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.LayerStore;
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

  /** What files can be written in. */
  private enum Format {
    GEOJSON,
    CSV,
    GPKG
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

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--level", paramLabel = "LEVEL")
  private @Nullable String level;

  @Option(names = "--at", paramLabel = "DATE")
  private @Nullable LocalDate at;

  @Option(names = "--from", paramLabel = "DATE")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE")
  private @Nullable LocalDate to;

  @Option(names = "--category", paramLabel = "CATEGORY")
  private @Nullable String category;

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
    Format as = format(file);
    if (suppressBelow > 0 && coarsen == null) {
      throw CliException.usage("export.suppress-needs-coarsen");
    }
    CsvOutput csv = written.output();
    long[] rows = {0};
    try (Store store = session.openStore()) {
      Table exact = table(store);
      Table table = coarsen == null ? exact : coarsened(store, exact);
      switch (as) {
        case GEOJSON -> file.write(out -> rows[0] = write(table, RowWriter.geoJson(out)));
        case CSV -> file.write(out -> rows[0] = write(table, RowWriter.csv(out, table, csv)));
        case GPKG ->
            file.make(
                path ->
                    rows[0] =
                        write(table, RowWriter.geoPackage(path, layerName.toString(), table)));
      }
    }
    if (!file.isStandardOutput()) {
      session.note(session.say("export.done", rows[0], layerName, file.name()));
    }
    return ExitStatus.DONE;
  }

  private int locator(OutputFile file) throws IOException {
    String named = named(file);
    if (!named.equals("gwl") || file.name().endsWith(".gz") || coarsen != null || level != null) {
      throw CliException.usage("export.locator-as-gwl", file.name());
    }
    LocatorExport export = new LocatorExport(at, from, to);
    try (Store store = session.openStore()) {
      List<PlanInfo> plans = export.plans(store, PlanChoice.theme(store, theme));
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
      Theme chosen = PlanChoice.theme(store, theme);
      file.make(
          path -> {
            try (ProgressDisplay display =
                new ProgressDisplay(session, session.say("progress.exporting"), 0)) {
              tiles[0] = export.write(store, chosen, level, at, path, display.progress());
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

  private Format format(OutputFile file) {
    String named = named(file);
    return switch (named) {
      case "csv" -> Format.CSV;
      case "geojson", "json" -> Format.GEOJSON;
      case "gpkg" -> {
        file.requireGeoPackage();
        yield Format.GPKG;
      }
      case "" -> throw CliException.usage("export.which-format", file.name());
      default -> throw CliException.usage("export.unknown-format", named);
    };
  }

  private Table table(Store store) {
    LayerStore layers = store.layers();
    return switch (layerName) {
      case UNITS -> {
        Theme chosen = PlanChoice.theme(store, theme);
        long plan = PlanChoice.inForce(store, chosen, at).id();
        yield Table.of(layers.units(plan, PlanChoice.level(chosen, level)), LayerQuery.ALL);
      }
      case ADDRESSES -> Table.of(layers.addresses(), LayerQuery.ALL);
      case INCIDENTS -> Table.of(layers.incidents(), query().ofLayer());
      case FACILITIES -> Table.of(layers.facilities(), LayerQuery.ALL);
      case OFFICERS ->
          Table.of(layers.officers(PlanChoice.theme(store, theme).id(), at), LayerQuery.ALL);
      case LOCATOR, TILES -> throw new IllegalStateException(layerName + " are no table");
    };
  }

  private IncidentStore.Query query() {
    return new IncidentStore.Query(
        from == null ? null : from.atStartOfDay(),
        to == null ? null : to.plusDays(1).atStartOfDay(),
        category,
        null,
        null);
  }

  private Table coarsened(Store store, Table exact) {
    if (exact.shape() != Shape.POINT) {
      throw CliException.usage("export.nothing-to-coarsen", layerName);
    }
    Progress progress = session.quiet();
    return new Coarsening(PlanChoice.snapshot(store, theme, at, progress), suppressBelow, progress)
        .of(exact);
  }

  private long write(Table table, RowWriter to) {
    try (ProgressDisplay display =
        new ProgressDisplay(session, session.say("progress.exporting"), 0)) {
      return table.write(to, display.progress());
    }
  }
}
