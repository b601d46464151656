package org.gridwright.api.http;

/**
 * Lets only so many large files be read into memory at a time, by what they take of it; more are
 * asked to come again. Thread-safe.
 */
public final class HeapRoom {

  /** A plan takes less, with its check, than so many bytes for each byte of its file. */
  private static final int HEAP_FOR_BYTE = 3;

  /** Of the heap, so much is for files; what is served takes the rest. */
  private static final double SHARE = 0.6;

  private static final int RETRY_SECONDS = 30;

  private final long room;
  private long taken;

  /** In the heap of this process. */
  public HeapRoom() {
    this((long) (SHARE * Runtime.getRuntime().maxMemory()));
  }

  /**
   * @param room bytes of heap for all files together
   */
  HeapRoom(long room) {
    this.room = room;
  }

  /** A reserve for one file, which has nothing yet; to be closed when all that was read is done. */
  public Reserve reserve() {
    return new Reserve();
  }

  /** What one request has taken. For one thread. */
  public final class Reserve implements AutoCloseable {

    private long mine;

    private Reserve() {}

    /**
     * Takes what a file will need.
     *
     * @param bytes size of the file
     * @throws ProblemException 413 when there will never be room, 503 when there is none now
     */
    public void take(long bytes) {
      long need = HEAP_FOR_BYTE * bytes;
      if (need > room) {
        throw ProblemException.tooLargeForHeap((room / HEAP_FOR_BYTE) >> 20);
      }
      synchronized (HeapRoom.this) {
        if (taken + need > room) {
          throw ProblemException.heapFull(RETRY_SECONDS);
        }
        taken += need;
        mine += need;
      }
    }

    @Override
    public void close() {
      synchronized (HeapRoom.this) {
        taken -= mine;
        mine = 0;
      }
    }
  }
}
