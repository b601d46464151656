package org.gridwright.data.layer;

/**
 * Rows of one kind that can be read. Thread-safe.
 *
 * <p>Every method that takes a query throws a {@link LayerException} when it does not fit the
 * schema.
 */
public interface Layer {

  LayerSchema schema();

  /** A page of the rows that the query means, read whole. */
  LayerPage read(LayerQuery query);

  /** How many rows the query means, without regard to its page. */
  long count(LayerQuery query);

  /** Changes whenever the rows that the query means may have; for caches. */
  String version(LayerQuery query);

  /**
   * The layer as it is on the query's date, so that all pages of one walk are of one plan. Where
   * the layer is not of plans, the layer itself.
   */
  default Layer pinned(LayerQuery query) {
    return this;
  }
}
