package org.gridwright.core.work;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is worked out when it is needed first, and then kept. Thread-safe. */
public final class Once<T> implements Supplier<T> {

  private final AtomicReference<@Nullable T> kept = new AtomicReference<>();

  /** Null once it has been asked, so that what it holds can go. */
  private volatile @Nullable Supplier<T> source;

  /**
   * @param source pure; may be asked more than once where threads meet
   */
  public Once(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    T known = kept.get();
    if (known == null) {
      Supplier<T> asked = source;
      if (asked != null) {
        kept.compareAndSet(null, asked.get());
        source = null;
      }
      known = kept.get();
    }
    return Objects.requireNonNull(known);
  }
}
