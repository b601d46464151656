package org.gridwright.core;

import java.util.concurrent.locks.LockSupport;

/**
 * Between two looks at what a test waits for: it leaves the processor to what is waited for, which
 * asking without a pause would take from it. Nothing may depend on how long it is.
 */
public final class Pause {

  private static final long NANOS = 2_000_000;

  private Pause() {}

  /** Lets two thousandths of a second pass, or a little more. */
  public static void aMoment() {
    LockSupport.parkNanos(NANOS);
  }
}
