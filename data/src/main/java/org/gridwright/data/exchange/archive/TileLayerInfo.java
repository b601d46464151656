package org.gridwright.data.exchange.archive;

import java.util.Map;

/**
 * A layer of vector tiles and what its features say, as TileJSON and the metadata of archives have
 * it.
 *
 * @param fields types by name
 */
public record TileLayerInfo(
    String id, String description, Map<String, String> fields, int minzoom, int maxzoom) {

  /** The same layer in tiles of some zooms only. */
  TileLayerInfo within(int coarsest, int finest) {
    return new TileLayerInfo(id, description, fields, coarsest, finest);
  }
}
