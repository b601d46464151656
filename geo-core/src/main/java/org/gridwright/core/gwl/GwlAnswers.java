package org.gridwright.core.gwl;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** A plan in a file, ready to say whose a place is. */
public final class GwlAnswers implements LocatedPlan {

  private final GwlPlan plan;
  private final @Nullable PackedLocator whole;

  private GwlAnswers(GwlPlan plan, @Nullable PackedLocator whole) {
    this.plan = plan;
    this.whole = whole;
  }

  /** Answers for a few points; reads what each takes. */
  public static GwlAnswers few(GwlPlan plan) {
    return new GwlAnswers(plan, null);
  }

  /**
   * Answers for many points, by a locator in memory.
   *
   * @param locator of the plan
   */
  public static GwlAnswers many(GwlPlan plan, PackedLocator locator) {
    return new GwlAnswers(plan, locator);
  }

  @Override
  public long id() {
    return plan.id();
  }

  @Override
  public long revision() {
    return plan.revision();
  }

  @Override
  public @Nullable LocalDate effectiveFrom() {
    return plan.days().from();
  }

  @Override
  public Theme theme() {
    return plan.theme();
  }

  @Override
  public Optional<Unit> grid(int owner) {
    return owner == Locator.NOBODY
        ? Optional.empty()
        : Optional.of(plan.unit(theme().gridLevel().depth(), owner - 1));
  }

  @Override
  public List<Unit> path(int owner) {
    return plan.path(owner - 1);
  }

  @Override
  public Locator locatorAt(int x, int y) {
    return whole == null ? plan.locatorAt(x, y) : whole;
  }
}
