package org.gridwright.api.http.tiles;

import io.javalin.http.Context;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.jspecify.annotations.Nullable;

/** How long tiles may be kept, and by whom. */
final class TileAnswers {

  static final String VECTOR_TILE = "application/vnd.mapbox-vector-tile";

  private static final String FOR_EVER = ", max-age=31536000, immutable";

  private TileAnswers() {}

  /**
   * Says of an answer that it is of a version: for ever where that was asked for, and otherwise to
   * be asked for again.
   *
   * @param readers whose caches may keep it: {@code public} or {@code private}
   * @param wanted the version asked for; null for the present one
   * @throws ProblemException 410 with the right address, where another version was asked for
   */
  static void keep(Context ctx, String readers, String version, @Nullable String wanted) {
    if (wanted != null && !wanted.equals(version)) {
      ctx.header("Cache-Control", "no-store");
      throw ProblemException.gone(ApiMessages.of("http.tile-version", wanted, version))
          .with("address", TileLinks.to(ctx, ctx.path(), version));
    }
    ctx.header("Cache-Control", readers + (wanted == null ? ", no-cache" : FOR_EVER));
    ctx.header("Gridwright-Tile-Version", version);
  }
}
