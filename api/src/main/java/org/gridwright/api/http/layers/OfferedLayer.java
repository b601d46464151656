package org.gridwright.api.http.layers;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerSchema;
import org.gridwright.data.layer.LayerWalk;

/** A layer as HTTP offers it: what parameters mean, and what a feature says of a row. */
interface OfferedLayer {

  /** Its name, title and shape. */
  LayerSchema schema();

  /** How many features there are without any condition. */
  long features();

  /** What {@link #select} reads. */
  KnownParameters known();

  Selection select(Parameters parameters);

  /**
   * The rows that a request means.
   *
   * @param feature a row with a feature's properties in place of its values
   */
  record Selection(Layer layer, LayerQuery query, UnaryOperator<LayerRow> feature) {

    /** What they depend on beside the request. */
    String version() {
      return layer.version(query);
    }

    /** At most so many features and one more, read in pages. */
    Stream<LayerRow> features(int limit) {
      int page = Math.min(limit, LayerQuery.PAGE - 1) + 1;
      return LayerWalk.of(layer, query.limit(page)).map(feature);
    }
  }
}
