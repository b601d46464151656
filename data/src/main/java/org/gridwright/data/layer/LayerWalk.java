package org.gridwright.data.layer;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a query, page by page, each read when the one before has been used up: memory is that
 * of a page, and no connection is held in between. Rows that come or go meanwhile are seen or not;
 * all others are seen once.
 */
public final class LayerWalk implements Iterator<LayerRow> {

  private final Layer layer;
  private @Nullable LayerQuery next;
  private Iterator<LayerRow> rows;

  private LayerWalk(Layer layer, LayerQuery query) {
    this.layer = layer;
    this.next = query;
    this.rows = Collections.emptyIterator();
  }

  /** The rows from the query's page on. */
  public static Stream<LayerRow> of(Layer layer, LayerQuery query) {
    LayerWalk walk = new LayerWalk(layer.pinned(query), query);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    while (!rows.hasNext() && next != null) {
      LayerPage page = layer.read(next);
      rows = page.rows().iterator();
      next = page.next() == null ? null : next.after(page.next());
    }
    return rows.hasNext();
  }

  @Override
  public LayerRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.next();
  }
}
