package org.gridwright.data.store;

import java.time.LocalDate;
import org.gridwright.core.plan.Level;
import org.gridwright.data.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * The layers that a store reads: by its indexes, in pages, with the filter in the database as far
 * as the database can say it.
 */
public interface LayerStore {

  /**
   * The units of one level of a plan or draft, with their attributes as fields. For whoever has not
   * got the plan in memory.
   *
   * @throws StoreException when there is no such plan
   */
  Layer units(long planId, Level level);

  Layer addresses();

  Layer incidents();

  Layer facilities();

  /**
   * The roster of one theme.
   *
   * @param day only what holds then; null for all there was and will be
   */
  Layer officers(String theme, @Nullable LocalDate day);
}
