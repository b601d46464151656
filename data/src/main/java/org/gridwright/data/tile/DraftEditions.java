package org.gridwright.data.tile;

import java.util.Map;
import java.util.function.Function;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Once;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.draft.DraftState;

/**
 * The editions of drafts that are looked at. Each draft has a line of its own from the first look
 * on; a line that was forgotten, or that another process began, is followed by one with another
 * name. Thread-safe.
 */
public final class DraftEditions {

  private static final int MOST_DRAFTS = 32;
  private static final int NAME_RADIX = 36;

  private final Function<Plan, Locator> locators;
  private final Map<Long, Line> lines = new RecentlyUsed<>(MOST_DRAFTS);
  private long begun = System.currentTimeMillis();

  private record Line(long version, TileEdition edition) {}

  /**
   * @param locators makes the locator of a draft's plan
   */
  public DraftEditions(Function<Plan, Locator> locators) {
    this.locators = locators;
  }

  /** The edition of a draft as it is. */
  public synchronized TileEdition of(DraftState draft) {
    long id = draft.info().id();
    Line known = lines.get(id);
    if (known == null || known.version() > draft.version()) {
      known = begun(draft);
    } else if (known.version() < draft.version()) {
      known = next(known, draft);
    }
    lines.put(id, known);
    return known.edition();
  }

  private Line begun(DraftState draft) {
    String name = "d" + draft.info().id() + "-" + Long.toString(begun++, NAME_RADIX);
    UnitNumbers numbers = UnitNumbers.of(draft.basePlan()).and(draft.plan());
    return line(
        draft,
        new TileEdition(
            () -> name,
            draft.plan(),
            locator(draft),
            numbers,
            TileChanges.since(draft.version()),
            false));
  }

  private Line next(Line known, DraftState draft) {
    return line(draft, known.edition().next(draft.version(), draft.plan(), locator(draft)));
  }

  private Once<Locator> locator(DraftState draft) {
    Plan plan = draft.plan();
    return new Once<>(() -> locators.apply(plan));
  }

  private static Line line(DraftState draft, TileEdition edition) {
    return new Line(draft.version(), edition);
  }
}
