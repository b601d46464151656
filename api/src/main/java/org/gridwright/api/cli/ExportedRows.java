package org.gridwright.api.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.data.export.Table;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.LayerStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which rows of a layer are exported. */
final class ExportedRows {

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--level", paramLabel = "LEVEL")
  private @Nullable String level;

  @Option(names = "--at", paramLabel = "DATE")
  private @Nullable LocalDate at;

  @Option(names = "--draft", paramLabel = "DRAFT")
  private @Nullable Long draft;

  @Option(names = "--from", paramLabel = "DATE")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE")
  private @Nullable LocalDate to;

  @Option(names = "--category", paramLabel = "CATEGORY")
  private @Nullable String category;

  @Option(names = "--status", paramLabel = "STATUS")
  private @Nullable IncidentStatus status;

  @Option(names = "--bbox", paramLabel = "W,S,E,N")
  private @Nullable String bbox;

  @Option(names = "--columns", paramLabel = "NAMES", split = ",")
  private @Nullable List<String> columns;

  /** What became of an incident. */
  enum IncidentStatus {
    OPEN,
    CLOSED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean hasLevel() {
    return level != null;
  }

  @Nullable String level() {
    return level;
  }

  @Nullable LocalDate at() {
    return at;
  }

  Theme theme(Store store) {
    return PlanChoice.theme(store, theme);
  }

  LocatorExport locator() {
    return new LocatorExport(at, from, to);
  }

  PlanSnapshot snapshot(Store store, Progress progress) {
    return PlanChoice.snapshot(store, theme, at, progress);
  }

  /** The rows meant of a layer that is a table. */
  Table table(Store store, ExportCommand.LayerName layer) {
    if (draft != null && (layer != ExportCommand.LayerName.UNITS || at != null)) {
      throw CliException.usage("export.draft-of-units");
    }
    LayerStore layers = store.layers();
    return switch (layer) {
      case UNITS -> table(units(store), LayerQuery.ALL);
      case ADDRESSES -> table(layers.addresses(), LayerQuery.ALL);
      case INCIDENTS -> table(layers.incidents(), incidents().ofLayer());
      case FACILITIES -> table(layers.facilities(), LayerQuery.ALL);
      case OFFICERS -> table(layers.officers(theme(store).id(), at), LayerQuery.ALL);
      case LOCATOR, TILES -> throw new IllegalStateException(layer + " are no table");
    };
  }

  private Table table(Layer layer, LayerQuery query) {
    return Table.of(layer, query.within(box()).columns(columns));
  }

  private Layer units(Store store) {
    if (draft == null) {
      Theme chosen = theme(store);
      long plan = PlanChoice.inForce(store, chosen, at).id();
      return store.layers().units(plan, PlanChoice.level(chosen, level));
    }
    PlanInfo plan = PlanChoice.known(store, draft);
    Level chosen = PlanChoice.level(PlanChoice.theme(store, plan.theme()), level);
    return store.layers().units(plan.id(), chosen);
  }

  private IncidentStore.Query incidents() {
    return new IncidentStore.Query(
        from == null ? null : from.atStartOfDay(),
        to == null ? null : to.plusDays(1).atStartOfDay(),
        category,
        status == null ? null : status.toString(),
        null);
  }

  private @Nullable LatticeEnvelope box() {
    return bbox == null ? null : BoxOption.read(bbox);
  }
}
