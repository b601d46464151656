package org.gridwright.data.store.sql;

/** What a database wants done from time to time, beside the work and not in its way. */
public interface Upkeep extends AutoCloseable {

  /** Nothing to be done. */
  Upkeep NONE =
      new Upkeep() {
        @Override
        public void written() {}

        @Override
        public void close() {}
      };

  /** Hears of each transaction that was committed. Returns at once; any thread may call it. */
  void written();

  /** Ends what is under way. */
  @Override
  void close();
}
