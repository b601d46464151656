package org.gridwright.api.http.tiles;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridwright.api.http.Json;

/**
 * What tiles there are, as GDAL and others read it beside a folder of tiles (the metadata of
 * MBTiles 1.3 as one document, all values texts).
 *
 * @param json the layers, a JSON document in a text
 */
record TileMetadata(
    String name,
    String format,
    String minzoom,
    String maxzoom,
    String bounds,
    String center,
    String json) {

  static TileMetadata of(TileJson tiles) {
    return new TileMetadata(
        tiles.name(),
        "pbf",
        String.valueOf(tiles.minzoom()),
        String.valueOf(tiles.maxzoom()),
        joined(tiles.bounds()),
        joined(tiles.center()),
        Json.MAPPER.writeValueAsString(Map.of("vector_layers", tiles.vectorLayers())));
  }

  private static String joined(List<Double> numbers) {
    return numbers.stream()
        .map(number -> BigDecimal.valueOf(number).toPlainString())
        .collect(Collectors.joining(","));
  }
}
