package org.gridwright.api.http.tiles;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.Resource;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.tile.TileEdition;
import org.gridwright.data.tile.UnitTiles;

/** What programs read of tiles before they ask for any. */
public final class TileDocumentsResource implements Resource {

  private static final int MOST_NUMBERS = 20_000;

  private final TileLookup lookup;

  public TileDocumentsResource(TileLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public void register(RoutesConfig routes) {
    KnownParameters known = TileLookup.KNOWN;
    routes.get("/tiles/{layer}/tilejson.json", known.then(ctx -> describe(ctx, false)));
    routes.get("/tiles/{layer}/metadata.json", known.then(ctx -> describe(ctx, true)));
    routes.get("/tiles/{layer}/style.json", known.then(this::style));
    routes.get("/tiles/{layer}/layers.qlr", known.then(this::forQgis));
    routes.get(
        "/tiles/{layer}/table.json",
        known.and(KnownParameters.of("from", "limit", "v")).then(this::table));
    routes.get(
        "/tiles/{layer}/changes.json",
        known.and(KnownParameters.of("since")).then(ctx -> changes(ctx, ctx.pathParam("layer"))));
    routes.get(
        "/tiles/changes",
        known.and(KnownParameters.of("since")).then(ctx -> changes(ctx, UnitTiles.UNITS)));
  }

  private void describe(Context ctx, boolean asMetadata) {
    Described described = described(ctx);
    TileJson tiles = described.tiles();
    answer(ctx, described, asMetadata ? TileMetadata.of(tiles) : tiles);
  }

  private void style(Context ctx) {
    Described described = described(ctx);
    Locale language = Languages.of(ctx);
    ctx.header("Vary", "Accept-Language");
    String tileJson =
        TileLinks.absolute(ctx, "/tiles/" + ctx.pathParam("layer") + "/tilejson.json");
    answer(
        ctx,
        described.in(language),
        TileStyle.of(described.tiles(), described.levels(), tileJson, language));
  }

  private void forQgis(Context ctx) {
    Described described = described(ctx);
    if (isNew(ctx, described)) {
      ctx.header(
          "Content-Disposition",
          "attachment; filename=\"" + described.edition().plan().theme().id() + ".qlr\"");
      ctx.contentType("application/xml");
      ctx.result(
          QgisLayer.of(described.tiles(), described.levels()).getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * The tiles of a level as they are now.
   *
   * @param levels down to theirs, the coarsest first
   */
  private record Described(
      TileEdition edition, List<Level> levels, TileJson tiles, String version) {

    Described in(Locale language) {
      return new Described(edition, levels, tiles, version + " " + language);
    }
  }

  private Described described(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    TileEdition edition = lookup.edition(parameters);
    Level level = level(ctx, edition, parameters);
    Theme theme = edition.plan().theme();
    String title = theme.title() + " (" + level.name() + ")";
    String tiles = TileLinks.pattern(ctx, ctx.pathParam("layer"));
    return new Described(
        edition,
        theme.levels().subList(0, level.depth() + 1),
        TileJson.of(edition.plan(), level.depth(), title, tiles),
        edition.version(level.depth()));
  }

  private void table(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    TileEdition edition = lookup.edition(parameters);
    Level level = level(ctx, edition, parameters);
    int from = parameters.number("from", 1, Integer.MAX_VALUE, 1);
    int limit = parameters.number("limit", 1, MOST_NUMBERS, MOST_NUMBERS);
    String version = edition.version(level.depth());
    TileAnswers.keep(ctx, TileLookup.readers(edition), version, parameters.text("v").orElse(null));
    if (!ETags.unchanged(ctx, ETags.of(ctx.path(), version, from, limit))) {
      ctx.json(NumbersAnswer.of(edition, level.depth(), from, limit));
    }
  }

  private void changes(Context ctx, String layer) {
    Parameters parameters = new Parameters(ctx);
    TileEdition edition = lookup.edition(parameters);
    Level level = lookup.level(edition, layer, parameters);
    int since = parameters.number("since", 0, Integer.MAX_VALUE, 0);
    ctx.header("Cache-Control", "no-store");
    ctx.json(TileChangesAnswer.of(edition.changes(), level.name(), level.depth(), since));
  }

  private Level level(Context ctx, TileEdition edition, Parameters parameters) {
    return lookup.level(edition, ctx.pathParam("layer"), parameters);
  }

  private static void answer(Context ctx, Described described, Object document) {
    if (isNew(ctx, described)) {
      ctx.json(document);
    }
  }

  /** Says who may keep the answer, and whether its reader does not have it already. */
  private static boolean isNew(Context ctx, Described described) {
    ctx.header("Cache-Control", TileLookup.readers(described.edition()) + ", no-cache");
    return !ETags.unchanged(ctx, ETags.of(ctx.path(), described.version(), ctx.host()));
  }
}
