package org.gridwright.data.hotspot.plan;

import org.gridwright.core.work.Progress;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;

/**
 * A question about the store's incidents to a method other than the local statistics. Two that are
 * equal, and have the same text, ask the same.
 */
public interface MethodQuestion {

  /** The name of the method used in APIs, such as {@code near-repeat}. */
  String method();

  /**
   * Answers it.
   *
   * @throws org.gridwright.core.hotspot.HotspotException when it makes no sense of these data
   * @throws org.gridwright.data.hotspot.HotspotInputException likewise
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  MethodAnswer answer(Store store, PlanSnapshot snapshot, Progress progress);
}
