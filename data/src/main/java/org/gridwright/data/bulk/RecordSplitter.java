package org.gridwright.data.bulk;

/**
 * Finds where records end in bytes that grow from call to call. Looks at each byte once. For one
 * thread and one stream.
 */
interface RecordSplitter {

  /**
   * End of the last whole record in the bytes at [0, length); 0 where there is none yet.
   *
   * @param bytes those of the last call, less what was cut off in front, and more at the end
   */
  int lastEnd(byte[] bytes, int length);

  /** Is told that the bytes at [0, end) were cut off. */
  void cut(int end);

  /** Whether the bytes seen so far, at the end of the stream, can be the last record. */
  boolean canEnd();
}
