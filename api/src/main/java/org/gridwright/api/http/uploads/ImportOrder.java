package org.gridwright.api.http.uploads;

import org.gridwright.core.work.Progress;
import org.gridwright.data.store.Store;

/** What is to be imported, and how; knows the file. */
@FunctionalInterface
interface ImportOrder {

  /**
   * Imports all or nothing.
   *
   * @throws org.gridwright.data.exchange.InputException when the file cannot be used
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  ImportOutcome run(Store store, Progress progress);
}
