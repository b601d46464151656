package org.gridwright.api.http.tiles;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.data.exchange.archive.TileLayerInfo;
import org.gridwright.data.tile.TileLayers;

/**
 * What tiles there are, for programs that draw them (TileJSON 3.0.0).
 *
 * @param tiles addresses, with {@code {z}}, {@code {x}} and {@code {y}} for the tile
 * @param bounds west, south, east, north in degrees
 * @param center longitude, latitude, zoom
 */
record TileJson(
    String tilejson,
    String name,
    String version,
    String attribution,
    String scheme,
    List<String> tiles,
    int minzoom,
    int maxzoom,
    List<Double> bounds,
    List<Double> center,
    @JsonProperty("vector_layers") List<TileLayerInfo> vectorLayers) {

  private static final String VERSION = "1.0.0";

  static TileJson of(Plan plan, int depth, String name, String tiles) {
    return of(plan.envelope(), name, tiles, TileLayers.of(plan, depth));
  }

  /**
   * Of some layers.
   *
   * @param box where there is something; the whole world where it is empty
   */
  static TileJson of(LatticeEnvelope box, String name, String tiles, List<TileLayerInfo> layers) {
    boolean empty = box.isEmpty();
    double west = empty ? -180 : Lattice.degrees(box.minX());
    double south = empty ? -85 : Lattice.degrees(box.minY());
    double east = empty ? 180 : Lattice.degrees(box.maxX());
    double north = empty ? 85 : Lattice.degrees(box.maxY());
    double zoom = Math.floor(Math.log(360 / Math.max(1e-6, east - west)) / Math.log(2));
    return new TileJson(
        "3.0.0",
        name,
        VERSION,
        "",
        "xyz",
        List.of(tiles),
        0,
        TileAddress.LAST_ZOOM,
        List.of(west, south, east, north),
        List.of(
            (west + east) / 2,
            (south + north) / 2,
            Math.max(0, Math.min(TileAddress.LAST_ZOOM, zoom))),
        layers);
  }
}
