package org.gridwright.data.snapshot;

import java.util.Optional;
import java.util.function.Function;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;

/** A plan as it was kept. Thread-safe; can be closed while it is asked, which then ends first. */
public interface KeptPlan extends AutoCloseable {

  /** An answer; empty where what it takes turns out to be damaged, and once this is closed. */
  <R> Optional<R> ask(Function<LocatedPlan, R> question);

  /** The whole locator; empty as above. */
  Optional<Locator> locator();

  /** Whether it was kept of a plan that is equal to this one as far as locating goes. */
  boolean isOf(Plan plan);

  @Override
  void close();
}
