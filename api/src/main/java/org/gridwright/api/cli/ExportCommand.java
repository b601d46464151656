package org.gridwright.api.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gridwright.api.cli.export.Coarsening;
import org.gridwright.api.cli.export.Layer;
import org.gridwright.api.cli.export.Layers;
import org.gridwright.api.cli.export.Row;
import org.gridwright.api.cli.export.RowWriter;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    OFFICERS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What places can be coarsened to. */
  enum Grain {
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
  private @Nullable Grain coarsen;

  @Option(names = "--suppress-below", paramLabel = "K", defaultValue = "0")
  private long suppressBelow;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    OutputFile file = OutputFile.of(session, output, List.of());
    Format as = format(file);
    if (suppressBelow > 0 && coarsen == null) {
      throw CliException.usage("export.suppress-needs-coarsen");
    }
    long[] written = {0};
    try (Store store = session.openStore()) {
      Layer exact = layer(store);
      Layer layer = coarsen == null ? exact : coarsened(store, exact);
      switch (as) {
        case GEOJSON -> file.write(out -> written[0] = write(layer, RowWriter.geoJson(out)));
        case CSV -> file.write(out -> written[0] = write(layer, RowWriter.csv(out, layer)));
        case GPKG ->
            file.make(
                path ->
                    written[0] =
                        write(layer, RowWriter.geoPackage(path, layerName.toString(), layer)));
      }
    }
    if (!file.isStandardOutput()) {
      session.note(session.say("export.done", written[0], layerName, file.name()));
    }
    return ExitStatus.DONE;
  }

  private Format format(OutputFile file) {
    String named = format != null ? format.toLowerCase(Locale.ROOT) : file.format();
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

  private Layer layer(Store store) {
    return switch (layerName) {
      case UNITS -> {
        Theme chosen = PlanChoice.theme(store, theme);
        yield Layers.units(
            store, PlanChoice.inForce(store, chosen, at), PlanChoice.level(chosen, level));
      }
      case ADDRESSES -> Layers.addresses(store);
      case INCIDENTS -> Layers.incidents(store, query());
      case FACILITIES -> Layers.facilities(store);
      case OFFICERS -> Layers.officers(store, PlanChoice.theme(store, theme));
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

  private Layer coarsened(Store store, Layer exact) {
    if (exact.shape() != Layer.Shape.POINT) {
      throw CliException.usage("export.nothing-to-coarsen", layerName);
    }
    return new Coarsening(PlanChoice.snapshot(store, theme, at), suppressBelow).of(exact);
  }

  private long write(Layer layer, RowWriter to) {
    long[] written = {0};
    try (ProgressDisplay progress =
            new ProgressDisplay(session, session.say("progress.exporting"), 0);
        RowWriter writer = to;
        Stream<Row> rows = layer.source().open()) {
      rows.forEach(
          row -> {
            writer.write(row);
            progress.at(++written[0]);
          });
    }
    return written[0];
  }
}
