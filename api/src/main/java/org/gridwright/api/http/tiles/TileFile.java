package org.gridwright.api.http.tiles;

import io.javalin.http.Context;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.tile.TileAddress;

/**
 * Which tile the path of a request names.
 *
 * @param ending what stands behind its dot, such as {@code mvt}; empty for none
 */
record TileFile(TileAddress tile, String ending) {

  /**
   * Reads {@code {z}/{x}/{file}}.
   *
   * @throws ProblemException 404 where there is no such tile
   */
  static TileFile of(Context ctx) {
    String file = ctx.pathParam("file");
    int dot = file.indexOf('.');
    String y = dot < 0 ? file : file.substring(0, dot);
    return new TileFile(
        address(ctx.pathParam("z"), ctx.pathParam("x"), y), dot < 0 ? "" : file.substring(dot + 1));
  }

  /** Whether a vector tile is asked for. */
  boolean isVector() {
    return ending.equals("mvt") || ending.equals("pbf");
  }

  /** 404: there are no tiles of that ending. */
  ProblemException noSuchForm() {
    return ProblemException.notFound(ApiMessages.of("http.no-tile-form", ending));
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
}
