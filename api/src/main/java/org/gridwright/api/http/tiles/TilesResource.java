package org.gridwright.api.http.tiles;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.function.ToDoubleFunction;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.data.tile.TileCache;
import org.gridwright.data.tile.TileEdition;
import org.gridwright.data.tile.UnitTiles;

/** Tiles of the units of plans and drafts. */
public final class TilesResource implements Resource {

  private static final long CACHE_BYTES = 64L << 20;
  private static final String FOR_EVER = ", max-age=31536000, immutable";

  private final TileLookup lookup;
  private final UnitTiles tiles = new UnitTiles();
  private final TileCache cache = new TileCache(CACHE_BYTES);

  /** A way in which a tile is written. */
  private enum Form {
    MVT("application/vnd.mapbox-vector-tile"),
    IDS("application/octet-stream");

    private final String type;

    Form(String type) {
      this.type = type;
    }
  }

  private record Asked(TileEdition edition, int depth, TileAddress tile, Form form) {

    String version() {
      return edition.version(depth, tile);
    }
  }

  public TilesResource(TileLookup lookup, MeterRegistry metrics) {
    this.lookup = lookup;
    count(metrics, "hit", TileCache::hits);
    count(metrics, "miss", TileCache::misses);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/tiles/{layer}/{z}/{x}/{file}",
        TileLookup.KNOWN.and(KnownParameters.of("v")).then(this::tile));
  }

  private void count(MeterRegistry metrics, String result, ToDoubleFunction<TileCache> counted) {
    FunctionCounter.builder("gridwright.tiles", cache, counted)
        .tag("cache", result)
        .description("Tiles asked for, by whether they were kept.")
        .register(metrics);
  }

  private void tile(Context ctx) throws IOException {
    Parameters parameters = new Parameters(ctx);
    Asked asked = asked(ctx, parameters);
    String version = asked.version();
    String wanted = parameters.text("v").orElse(null);
    if (wanted != null && !wanted.equals(version)) {
      throw gone(ctx, wanted, version);
    }
    ctx.header(
        "Cache-Control",
        TileLookup.readers(asked.edition()) + (wanted == null ? ", no-cache" : FOR_EVER));
    ctx.header("Gridwright-Tile-Version", version);
    ctx.contentType(asked.form().type);
    if (!ETags.unchanged(ctx, ETags.of(version, asked.form(), asked.depth(), asked.tile()))) {
      send(ctx, asked.form(), made(asked, version));
    }
  }

  /** What is compressed already is sent as it is. */
  private static void send(Context ctx, Form form, byte[] tile) throws IOException {
    if (form == Form.MVT) {
      ctx.result(tile);
    } else {
      ctx.res().setContentLength(tile.length);
      ctx.res().getOutputStream().write(tile);
    }
  }

  private byte[] made(Asked asked, String version) {
    TileCache.TileKey key =
        new TileCache.TileKey(version, asked.form() + " " + asked.depth(), asked.tile());
    return cache.get(
        key,
        () ->
            asked.form() == Form.MVT
                ? tiles.vector(asked.edition(), asked.depth(), asked.tile())
                : tiles.owners(asked.edition(), asked.depth(), asked.tile()));
  }

  private Asked asked(Context ctx, Parameters parameters) {
    String file = ctx.pathParam("file");
    int dot = file.indexOf('.');
    Form form = form(dot < 0 ? "" : file.substring(dot + 1));
    TileAddress tile =
        address(ctx.pathParam("z"), ctx.pathParam("x"), dot < 0 ? file : file.substring(0, dot));
    TileEdition edition = lookup.edition(parameters);
    int depth = lookup.level(edition, ctx.pathParam("layer"), parameters).depth();
    return new Asked(edition, depth, tile, form);
  }

  private static Form form(String ending) {
    return switch (ending) {
      case "mvt", "pbf" -> Form.MVT;
      case "ids" -> Form.IDS;
      default -> throw ProblemException.notFound(ApiMessages.of("http.no-tile-form", ending));
    };
  }

  private static TileAddress address(String z, String x, String y) {
    try {
      int zoom = Integer.parseInt(z);
      int column = Integer.parseInt(x);
      int row = Integer.parseInt(y);
      if (TileAddress.exists(zoom, column, row)) {
        return new TileAddress(zoom, column, row);
      }
    } catch (NumberFormatException notNumber) {
      // told below, together with numbers out of range
    }
    throw ProblemException.notFound(
        ApiMessages.of("http.no-tile", z + "/" + x + "/" + y, TileAddress.LAST_ZOOM));
  }

  private static ProblemException gone(Context ctx, String wanted, String version) {
    ctx.header("Cache-Control", "no-store");
    return ProblemException.gone(ApiMessages.of("http.tile-version", wanted, version))
        .with("address", TileLinks.to(ctx, ctx.path(), version));
  }
}
