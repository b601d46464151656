package org.gridwright.data.layer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a layer, in which order, and how much of them. Immutable.
 *
 * @param box rows whose rectangle meets it, borders included; null for all
 * @param asOf day whose plan is meant; null for today. Layers that are not of plans do not ask
 * @param filter what must hold beside the box
 * @param sort the order; empty for that of the layer. The layer's key decides what it leaves open
 * @param page how much
 * @param crs reference system of the coordinates in the answer
 * @param columns names of the fields in the answer, in that order; null for all
 */
public record LayerQuery(
    @Nullable LatticeEnvelope box,
    @Nullable LocalDate asOf,
    Filter filter,
    List<SortKey> sort,
    Paging page,
    String crs,
    @Nullable List<String> columns) {

  /** WGS 84, longitude first: what lattice coordinates are. */
  public static final String CRS84 = "OGC:CRS84";

  /** Rows of a page unless asked otherwise: some hundred kilobytes of points. */
  public static final int PAGE = 2_000;

  /** Everything, in the layer's order. */
  public static final LayerQuery ALL =
      new LayerQuery(null, null, Filter.ALL, List.of(), new Paging(PAGE, null), CRS84, null);

  /**
   * How much is read at once.
   *
   * @param limit most rows, at least 1
   * @param after {@link LayerPage#next} of the page before; null for the first
   */
  public record Paging(int limit, @Nullable String after) {

    public Paging {
      if (limit < 1) {
        throw new IllegalArgumentException("a page of " + limit + " rows");
      }
    }
  }

  public LayerQuery {
    sort = List.copyOf(sort);
    columns = columns == null ? null : List.copyOf(columns);
  }

  public LayerQuery within(@Nullable LatticeEnvelope other) {
    return new LayerQuery(other, asOf, filter, sort, page, crs, columns);
  }

  public LayerQuery on(@Nullable LocalDate day) {
    return new LayerQuery(box, day, filter, sort, page, crs, columns);
  }

  public LayerQuery where(Filter other) {
    return new LayerQuery(box, asOf, other, sort, page, crs, columns);
  }

  public LayerQuery sortedBy(SortKey... keys) {
    return new LayerQuery(box, asOf, filter, List.of(keys), page, crs, columns);
  }

  /** Pages of at most so many rows. */
  public LayerQuery limit(int rows) {
    return new LayerQuery(box, asOf, filter, sort, new Paging(rows, page.after()), crs, columns);
  }

  /** The page behind another; null for the first. */
  public LayerQuery after(@Nullable String next) {
    return new LayerQuery(box, asOf, filter, sort, new Paging(page.limit(), next), crs, columns);
  }

  public LayerQuery in(String referenceSystem) {
    return new LayerQuery(box, asOf, filter, sort, page, referenceSystem, columns);
  }

  public LayerQuery columns(@Nullable List<String> names) {
    return new LayerQuery(box, asOf, filter, sort, page, crs, names);
  }

  /**
   * The query as a layer reads it: names and values checked, all columns named, the order total.
   *
   * @throws LayerException when it does not fit the schema
   */
  public LayerQuery checked(LayerSchema schema) {
    if (!crs.equals(CRS84)) {
      throw new LayerException(DataMessages.of("layer.crs-unknown", crs, CRS84));
    }
    if (box != null && schema.shape() == LayerSchema.Shape.NONE) {
      throw new LayerException(DataMessages.of("layer.no-geometry", schema.name()));
    }
    List<String> named = columns == null ? schema.fieldNames() : columns;
    named.forEach(schema::field);
    return new LayerQuery(
        box, asOf, FilterCheck.checked(filter, schema), total(schema), page, crs, named);
  }

  private List<SortKey> total(LayerSchema schema) {
    List<SortKey> keys = new ArrayList<>();
    for (SortKey key : sort.isEmpty() ? schema.order() : sort) {
      String field = schema.field(key.field()).name();
      if (keys.stream().noneMatch(each -> each.field().equals(field))) {
        keys.add(key);
      }
    }
    if (keys.stream().noneMatch(each -> each.field().equals(schema.key()))) {
      keys.add(SortKey.up(schema.key()));
    }
    return keys;
  }
}
