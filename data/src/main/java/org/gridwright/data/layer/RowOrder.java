package org.gridwright.data.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The total order of a checked query, on rows that have the fields it names. Immutable. */
public final class RowOrder implements Comparator<LayerRow> {

  private final List<SortKey> keys;
  private final List<FieldType> types;

  /** The order of a query that was checked against the schema. */
  public RowOrder(LayerSchema schema, LayerQuery checked) {
    this.keys = checked.sort();
    this.types = keys.stream().map(key -> schema.field(key.field()).type()).toList();
  }

  /** What decides where a row stands. */
  public List<@Nullable Object> place(LayerRow row) {
    List<@Nullable Object> place = new ArrayList<>();
    keys.forEach(key -> place.add(row.value(key.field())));
    return place;
  }

  @Override
  public int compare(LayerRow left, LayerRow right) {
    return comparePlaces(place(left), place(right));
  }

  int comparePlaces(List<@Nullable Object> left, List<@Nullable Object> right) {
    int order = 0;
    for (int i = 0; order == 0 && i < keys.size(); i++) {
      order = compare(i, left.get(i), right.get(i));
    }
    return order;
  }

  private int compare(int key, @Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    int up = types.get(key).compare(left, right);
    return keys.get(key).ascending() ? up : -up;
  }
}
