package org.gridwright.core.flow;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A basis that is looked for when it is needed first, and then kept. Thread-safe. */
public final class KeptBasis implements Supplier<FactBasis> {

  private final Supplier<FactBasis> source;
  private final AtomicReference<FactBasis> kept = new AtomicReference<>();

  /**
   * @param source pure; may be asked more than once where threads meet
   */
  public KeptBasis(Supplier<FactBasis> source) {
    this.source = source;
  }

  @Override
  public FactBasis get() {
    FactBasis known = kept.get();
    if (known == null) {
      kept.compareAndSet(null, source.get());
      known = kept.get();
    }
    return Objects.requireNonNull(known);
  }
}
