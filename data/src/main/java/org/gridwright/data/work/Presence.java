package org.gridwright.data.work;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether whoever a thread waits on behalf of is still there, such as the client of a request. A
 * job that is {@linkplain Job#attend() attended} asks it about once a second. Bound to the thread
 * that has set it; always there where none has.
 */
public final class Presence implements AutoCloseable {

  private static final ThreadLocal<@Nullable BooleanSupplier> OF_THREAD = new ThreadLocal<>();

  private Presence() {}

  /**
   * Says for this thread, until it is closed, how to tell.
   *
   * @param there asked while the thread waits; has to be quick
   */
  public static Presence of(BooleanSupplier there) {
    OF_THREAD.set(there);
    return new Presence();
  }

  /** Whether whoever this thread works for is still there. */
  public static boolean isThere() {
    BooleanSupplier there = OF_THREAD.get();
    return there == null || there.getAsBoolean();
  }

  @Override
  public void close() {
    OF_THREAD.remove();
  }
}
