package org.gridwright.data.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a layer.
 *
 * @param next what {@link LayerQuery#after} takes to go on behind them; null where they are the
 *     last. It says nothing to its reader
 */
public record LayerPage(List<LayerRow> rows, @Nullable String next) {

  public LayerPage {
    rows = List.copyOf(rows);
  }
}
