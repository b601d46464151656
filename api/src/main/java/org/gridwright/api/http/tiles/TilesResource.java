package org.gridwright.api.http.tiles;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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

  private static final String LAYERS = "layers";
  private static final String CONTESTED = "contested";

  private final TileLookup lookup;
  private final UnitTiles tiles = new UnitTiles();
  private final TileCache cache = new TileCache(CACHE_BYTES);
  private final TileTurns turns;

  /** A way in which a tile is written. */
  private enum Form {
    MVT(TileAnswers.VECTOR_TILE),
    IDS("application/octet-stream"),
    /** With a mark where several units claim a pixel. */
    MARKED_IDS("application/octet-stream");

    private final String type;

    Form(String type) {
      this.type = type;
    }
  }

  /** A tile as it is asked for; one of owners has no parts. */
  private record Asked(
      TileEdition edition, int depth, TileAddress tile, Form form, Set<UnitTiles.Part> parts) {

    String version() {
      return edition.version(depth, tile);
    }
  }

  public TilesResource(TileLookup lookup, TileTurns turns, MeterRegistry metrics) {
    this.lookup = lookup;
    this.turns = turns;
    count(metrics, "hit", TileCache::hits);
    count(metrics, "miss", TileCache::misses);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/tiles/{layer}/{z}/{x}/{file}",
        TileLookup.KNOWN.and(KnownParameters.of("v", LAYERS, CONTESTED)).then(this::tile));
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
    TileAnswers.keep(
        ctx, TileLookup.readers(asked.edition()), version, parameters.text("v").orElse(null));
    ctx.contentType(asked.form().type);
    if (!ETags.unchanged(
        ctx, ETags.of(version, asked.form(), asked.parts(), asked.depth(), asked.tile()))) {
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
        new TileCache.TileKey(
            version, asked.form() + " " + asked.parts() + " " + asked.depth(), asked.tile());
    return cache.find(key).orElseGet(() -> turns.take(() -> cache.get(key, () -> made(asked))));
  }

  private byte[] made(Asked asked) {
    return asked.form() == Form.MVT
        ? tiles.vector(asked.edition(), asked.depth(), asked.tile(), asked.parts())
        : tiles.owners(
            asked.edition(), asked.depth(), asked.tile(), asked.form() == Form.MARKED_IDS);
  }

  private Asked asked(Context ctx, Parameters parameters) {
    TileFile file = TileFile.of(ctx);
    Form form = form(file, parameters);
    TileEdition edition = lookup.edition(parameters);
    int depth = lookup.level(edition, ctx.pathParam("layer"), parameters).depth();
    return new Asked(
        edition, depth, file.tile(), form, form == Form.MVT ? parts(parameters) : Set.of());
  }

  /** The parts of a vector tile that are wanted; all where nothing is said. */
  private static Set<UnitTiles.Part> parts(Parameters parameters) {
    Set<UnitTiles.Part> all = EnumSet.allOf(UnitTiles.Part.class);
    String wanted = parameters.text(LAYERS).orElse(null);
    if (wanted == null) {
      return all;
    }
    Set<UnitTiles.Part> parts = EnumSet.noneOf(UnitTiles.Part.class);
    for (String name : wanted.split(",", -1)) {
      parts.add(
          all.stream()
              .filter(part -> part.word().equals(name))
              .findFirst()
              .orElseThrow(() -> noPart(name, all)));
    }
    return parts;
  }

  private static ProblemException noPart(String name, Set<UnitTiles.Part> all) {
    return ProblemException.badParameter(
        LAYERS,
        ApiMessages.of(
            "http.no-tile-part",
            name,
            all.stream().map(UnitTiles.Part::word).collect(Collectors.joining(", "))));
  }

  private static Form form(TileFile file, Parameters parameters) {
    if (file.isVector()) {
      return Form.MVT;
    }
    if (file.ending().equals("ids")) {
      return parameters.flag(CONTESTED) ? Form.MARKED_IDS : Form.IDS;
    }
    throw file.noSuchForm();
  }
}
