package org.gridwright.core.work;

import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What long work is given: at its checkpoints it learns whether it is to go on, and it tells how
 * far it is. A progress may stand for a part of the work; then it counts that part from 0 to 1, and
 * the listener is told the share of the whole. Immutable and thread-safe; one is shared by all
 * threads of the work.
 */
public final class Progress {

  /** Never stops, and tells nobody. */
  public static final Progress NONE = of(Checkpoint.OPEN, Listener.NOBODY);

  /** Is told how far work is; see {@link Progress#told}. */
  @FunctionalInterface
  public interface Listener {

    /** Ignores it. */
    Listener NOBODY = (step, done, total, share) -> {};

    /**
     * Called often, from every thread that takes part; must be quick.
     *
     * @param step what is done now; null where the work has no named steps
     * @param done of this step, in the unit that it counts
     * @param total of this step; -1 where it is not known
     * @param share of the whole work, from 0 to 1
     */
    void at(@Nullable Message step, long done, long total, double share);
  }

  private final Checkpoint checkpoint;
  private final Listener listener;
  private final @Nullable Message step;
  private final double from;
  private final double to;

  private Progress(
      Checkpoint checkpoint, Listener listener, @Nullable Message step, double from, double to) {
    this.checkpoint = checkpoint;
    this.listener = listener;
    this.step = step;
    this.from = from;
    this.to = to;
  }

  /** The whole of some work. */
  public static Progress of(Checkpoint checkpoint, Listener listener) {
    return new Progress(checkpoint, listener, null, 0, 1);
  }

  /** The whole of some work that cannot be stopped from outside. */
  public static Progress told(Listener listener) {
    return of(Checkpoint.OPEN, listener);
  }

  /**
   * A part of this.
   *
   * @param begin share of this at which it begins, from 0 to 1
   * @param end share of this at which it ends, from {@code begin} to 1
   */
  public Progress part(double begin, double end) {
    return new Progress(
        checkpoint, listener, step, from + begin * (to - from), from + end * (to - from));
  }

  /** The same, with a name for what is done in it; tells that it begins. */
  public Progress named(Message name) {
    Progress named = new Progress(checkpoint, listener, name, from, to);
    named.at(0, -1);
    return named;
  }

  /** The same, except that what is told of it is not passed on: for work within a step. */
  public Progress quiet() {
    return of(checkpoint, Listener.NOBODY);
  }

  /**
   * Where work may be stopped.
   *
   * @throws CancelledException when it was cancelled
   * @throws DeadlineException when its time is over
   */
  public void checkpoint() {
    checkpoint.check();
  }

  /**
   * A checkpoint that tells how much is done.
   *
   * @param done from 0 to {@code total}
   * @param total -1 where it is not known; then the share stays where this part begins
   * @throws StoppedException as {@link #checkpoint}
   */
  public void at(long done, long total) {
    checkpoint.check();
    double share = total > 0 ? Math.min(1, (double) done / total) : 0;
    listener.at(step, done, total, from + share * (to - from));
  }

  /** Counts the steps of this, which any thread may take. */
  public Steps steps(long total) {
    return new Steps(this, total);
  }
}
