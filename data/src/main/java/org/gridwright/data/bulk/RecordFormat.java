package org.gridwright.data.bulk;

/** What becomes of the records of one block. Called from several threads at a time. */
interface RecordFormat {

  /** Fills the block's output, report and counts. */
  void transform(Block block);
}
