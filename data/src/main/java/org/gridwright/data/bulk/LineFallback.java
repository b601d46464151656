package org.gridwright.data.bulk;

/** Answers the lines of an NDJSON that the fast reading leaves alone. Called from any thread. */
@FunctionalInterface
public interface LineFallback {

  /**
   * The whole answer to one line, without a line end.
   *
   * @param line without its line end; cut to one byte more than allowed where it is longer
   */
  byte[] answer(byte[] line);
}
