package org.gridwright.data.exchange.archive;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a file of tiles says of itself.
 *
 * @param name for people
 * @param minZoom the coarsest zoom
 * @param maxZoom the finest zoom
 * @param box around everything in it
 */
public record TileSet(
    String name, int minZoom, int maxZoom, LatticeEnvelope box, List<TileLayerInfo> layers) {

  private static final JsonMapper JSON = new JsonMapper();

  public TileSet {
    int min = minZoom;
    int max = maxZoom;
    layers = layers.stream().map(layer -> layer.within(min, max)).toList();
  }

  /** The layers as a JSON document, {@code {"vector_layers":[…]}}. */
  public String layersAsJson() {
    return JSON.writeValueAsString(Map.of("vector_layers", layers));
  }

  /** Name and layers as a JSON document. */
  String asJson() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", name);
    document.put("vector_layers", layers);
    return JSON.writeValueAsString(document);
  }

  /** West, south, east and north in degrees, with commas between. */
  public String bounds() {
    return Stream.of(box.minX(), box.minY(), box.maxX(), box.maxY())
        .map(steps -> BigDecimal.valueOf(Lattice.degrees(steps)).toPlainString())
        .collect(Collectors.joining(","));
  }
}
