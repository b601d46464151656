package org.gridwright.data.layer;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * A layer of items in memory. A page takes time in proportion to the rows that meet the box, not to
 * all there are. Immutable, as far as its items are.
 *
 * @param <T> what rows are made of
 */
final class MemoryLayer<T> implements Layer {

  /** The items of a layer in the order of its key. */
  @FunctionalInterface
  interface Items<T> {

    /**
     * Those behind a place.
     *
     * @param key the key that the place is behind; null for the beginning
     * @param box of which the items' rectangles meet it; null for all
     */
    Stream<T> behind(@Nullable String key, @Nullable LatticeEnvelope box);
  }

  private final LayerSchema schema;
  private final Items<T> items;
  private final Function<T, LayerRow> toRow;
  private final String version;

  /**
   * @param toRow a row with all fields of the schema
   */
  MemoryLayer(LayerSchema schema, Items<T> items, Function<T, LayerRow> toRow, String version) {
    this.schema = schema;
    this.items = items;
    this.toRow = toRow;
    this.version = version;
  }

  @Override
  public LayerSchema schema() {
    return schema;
  }

  @Override
  public LayerPage read(LayerQuery asked) {
    LayerQuery query = asked.checked(schema);
    List<@Nullable Object> place = PageToken.place(schema, query);
    boolean byKey = query.sort().get(0).equals(SortKey.up(schema.key()));
    Stream<LayerRow> behind =
        byKey
            ? matching(query, place == null ? null : (String) place.get(0))
            : sorted(query, place);
    return page(query, behind.limit(query.page().limit() + 1L).toList());
  }

  @Override
  public long count(LayerQuery query) {
    return matching(query.checked(schema), null).count();
  }

  @Override
  public String version(LayerQuery query) {
    return version;
  }

  private Stream<LayerRow> sorted(LayerQuery query, @Nullable List<@Nullable Object> place) {
    RowOrder order = new RowOrder(schema, query);
    return matching(query, null)
        .filter(row -> place == null || order.comparePlaces(order.place(row), place) > 0)
        .sorted(order);
  }

  private Stream<LayerRow> matching(LayerQuery query, @Nullable String behind) {
    return items
        .behind(behind, query.box())
        .map(toRow)
        .filter(row -> FilterEvaluation.holds(query.filter(), schema, row));
  }

  private LayerPage page(LayerQuery query, List<LayerRow> found) {
    boolean more = found.size() > query.page().limit();
    List<LayerRow> rows = more ? found.subList(0, query.page().limit()) : found;
    return new LayerPage(
        rows.stream().map(row -> row.only(Objects.requireNonNull(query.columns()))).toList(),
        more ? PageToken.after(schema, query, rows.get(rows.size() - 1)) : null);
  }
}
