package org.gridwright.core.work;

/** Is asked by work whether it is to go on. Asked often, and from many threads; must be quick. */
@FunctionalInterface
public interface Checkpoint {

  /** Lets everything go on. */
  Checkpoint OPEN = () -> {};

  /**
   * Comes back where the work is to go on.
   *
   * @throws CancelledException when it was cancelled
   * @throws DeadlineException when its time is over
   */
  void check();
}
