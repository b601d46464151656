package org.gridwright.data.store;

import java.util.List;

/**
 * Rows that other programs wrote into the store, and that cannot be read. They are left out
 * wherever rows of their kind are served, and everything else is served without them.
 */
public interface RowCheck {

  /** Changes whenever another program wrote to the store; for whoever keeps what it read. */
  String version();

  /** Changes whenever another program wrote to units or plans. */
  String planVersion();

  /**
   * The rows that cannot be read, by table and id, up to some hundred of each table. Reads all rows
   * of the city and those of the plans in force.
   */
  List<UnreadableRow> unreadable();
}
