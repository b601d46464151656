package org.gridwright.api.http.tiles;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.Resource;
import org.gridwright.core.plan.Level;
import org.gridwright.data.tile.TileEdition;

/** What programs read of tiles before they ask for any. */
public final class TileDocumentsResource implements Resource {

  private static final int MOST_NUMBERS = 20_000;
  private static final String PATTERN = "/{z}/{x}/{y}.mvt";

  private final TileLookup lookup;

  public TileDocumentsResource(TileLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public void register(RoutesConfig routes) {
    KnownParameters known = TileLookup.KNOWN;
    routes.get("/tiles/{layer}/tilejson.json", known.then(ctx -> describe(ctx, false)));
    routes.get("/tiles/{layer}/metadata.json", known.then(ctx -> describe(ctx, true)));
    routes.get(
        "/tiles/{layer}/table.json",
        known.and(KnownParameters.of("from", "limit")).then(this::table));
    routes.get(
        "/tiles/{layer}/changes.json", known.and(KnownParameters.of("since")).then(this::changes));
  }

  private void describe(Context ctx, boolean asMetadata) {
    Parameters parameters = new Parameters(ctx);
    TileEdition edition = lookup.edition(parameters);
    Level level = level(ctx, edition, parameters);
    String version = edition.version(level.depth());
    String title = edition.plan().theme().title() + " (" + level.name() + ")";
    String tiles = TileLinks.absolute(ctx, "/tiles/" + ctx.pathParam("layer"));
    TileJson document = TileJson.of(edition.plan(), level.depth(), title, withPattern(tiles));
    answer(ctx, edition, asMetadata ? TileMetadata.of(document) : document, version);
  }

  private static String withPattern(String address) {
    int query = address.indexOf('?');
    return query < 0
        ? address + PATTERN
        : address.substring(0, query) + PATTERN + address.substring(query);
  }

  private void table(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    TileEdition edition = lookup.edition(parameters);
    Level level = level(ctx, edition, parameters);
    int from = parameters.number("from", 1, Integer.MAX_VALUE, 1);
    int limit = parameters.number("limit", 1, MOST_NUMBERS, MOST_NUMBERS);
    answer(
        ctx,
        edition,
        NumbersAnswer.of(edition, level.depth(), from, limit),
        edition.version(level.depth()) + " " + from + " " + limit);
  }

  private void changes(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    TileEdition edition = lookup.edition(parameters);
    Level level = level(ctx, edition, parameters);
    int since = parameters.number("since", 0, Integer.MAX_VALUE, 0);
    ctx.header("Cache-Control", "no-store");
    ctx.json(TileChangesAnswer.of(edition.changes(), level.name(), level.depth(), since));
  }

  private Level level(Context ctx, TileEdition edition, Parameters parameters) {
    return lookup.level(edition, ctx.pathParam("layer"), parameters);
  }

  private static void answer(Context ctx, TileEdition edition, Object document, String version) {
    ctx.header("Cache-Control", TileLookup.readers(edition) + ", no-cache");
    if (!ETags.unchanged(ctx, ETags.of(ctx.path(), version, ctx.host()))) {
      ctx.json(document);
    }
  }
}
