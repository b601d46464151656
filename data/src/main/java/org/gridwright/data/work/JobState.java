package org.gridwright.data.work;

import java.util.Locale;

/** How far a job has come. */
public enum JobState {
  /** It has not begun. */
  WAITING,
  /** It has begun. */
  RUNNING,
  /** It has a result. */
  DONE,
  /** It threw something, or its time was over. */
  FAILED,
  /** It was stopped, or never begun, because nobody wanted it any more. */
  CANCELLED;

  /** Whether nothing comes any more. */
  public boolean isOver() {
    return this != WAITING && this != RUNNING;
  }

  /** The name used in APIs, such as {@code waiting}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
