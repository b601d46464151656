package org.gridwright.api.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.archive.MbtilesWriter;
import org.gridwright.data.exchange.archive.PmtilesWriter;
import org.gridwright.data.exchange.archive.TileArchive;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.tile.TileEdition;
import org.gridwright.data.tile.TileExport;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tiles of a plan's level into one file.
 *
 * @param ending of the kind of file, {@code pmtiles} or {@code mbtiles}
 * @param minZoom the coarsest zoom
 * @param maxZoom the finest zoom
 */
record TilesExport(String ending, int minZoom, int maxZoom) {

  private static final Pattern ZOOMS = Pattern.compile("([0-9]{1,2})(?:-([0-9]{1,2}))?");

  /**
   * @param ending of the kind of file, as it was told or as its name tells
   * @param zooms a zoom, or the coarsest and the finest with a hyphen between
   */
  static TilesExport of(OutputFile file, String ending, String zooms) {
    boolean isKnown = ending.equals("pmtiles") || ending.equals("mbtiles");
    if (!isKnown || file.isStandardOutput() || file.name().endsWith(".gz")) {
      throw CliException.usage("export.tiles-as", file.name());
    }
    Matcher matcher = ZOOMS.matcher(zooms);
    if (matcher.matches()) {
      int min = Integer.parseInt(matcher.group(1));
      int max = matcher.group(2) == null ? min : Integer.parseInt(matcher.group(2));
      if (min <= max && max <= TileAddress.LAST_ZOOM) {
        return new TilesExport(ending, min, max);
      }
    }
    throw CliException.usage("export.zooms", zooms, TileAddress.LAST_ZOOM);
  }

  /** Writes a new file; returns the number of tiles. */
  long write(
      Store store,
      Theme theme,
      @Nullable String level,
      @Nullable LocalDate at,
      Path path,
      Progress progress) {
    PlanInfo info = PlanChoice.inForce(store, theme, at);
    Level chosen = PlanChoice.level(theme, level);
    Plan plan = store.plans().load(info.id(), progress);
    TileEdition edition = TileEdition.ofPlan(info.id(), plan, () -> PackedLocator.of(plan));
    try (TileArchive archive =
        ending.equals("pmtiles") ? new PmtilesWriter(path) : new MbtilesWriter(path)) {
      return new TileExport(edition, chosen.depth(), minZoom, maxZoom)
          .write(archive, theme.title() + " (" + chosen.name() + ")", progress);
    }
  }
}
