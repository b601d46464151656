package org.gridwright.api.http.layers;

import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerQuery;
import org.jspecify.annotations.Nullable;

/** How many rows a layer has, counted anew only after they may have changed. Thread-safe. */
final class KeptCount {

  private final Layer layer;
  private volatile @Nullable Counted kept;

  KeptCount(Layer layer) {
    this.layer = layer;
  }

  /** Rows, and the version that they were of at least: it is asked for before they are counted. */
  private record Counted(String version, long rows) {}

  long rows() {
    String version = layer.version(LayerQuery.ALL);
    Counted known = kept;
    if (known == null || !known.version().equals(version)) {
      known = new Counted(version, layer.count(LayerQuery.ALL));
      kept = known;
    }
    return known.rows();
  }
}
