package org.gridwright.data.tile;

import java.util.List;
import java.util.function.Supplier;
import org.gridwright.core.gwl.PlanDigest;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.core.work.Once;

/**
 * A plan of which tiles are made, as it is now. Immutable and thread-safe; what is computed on
 * demand is kept.
 */
public final class TileEdition {

  /** Counts the ways in which this program has written tiles. */
  private static final int FORMAT = 1;

  /** So many digits of a digest tell one plan from all others that a browser ever saw here. */
  private static final int DIGITS = 12;

  private final Supplier<String> line;
  private final Plan plan;
  private final Supplier<Locator> locator;
  private final UnitNumbers numbers;
  private final TileChanges changes;
  private final boolean isShared;
  private final List<Once<int[]>> ofOwners;

  /**
   * @param line names the plan, or the draft through all its versions; asked when first needed
   * @param isShared whether everybody may keep its tiles
   */
  TileEdition(
      Supplier<String> line,
      Plan plan,
      Supplier<Locator> locator,
      UnitNumbers numbers,
      TileChanges changes,
      boolean isShared) {
    this.line = line;
    this.plan = plan;
    this.locator = locator;
    this.numbers = numbers;
    this.changes = changes;
    this.isShared = isShared;
    this.ofOwners =
        plan.theme().levels().stream()
            .map(level -> new Once<>(() -> numbersOfOwners(level.depth())))
            .toList();
  }

  /**
   * A published plan, which never changes. Its versions carry its digest: another plan with the
   * same number, in a new store or after somebody wrote to this one, has others.
   */
  public static TileEdition ofPlan(long id, Plan plan, Supplier<Locator> locator) {
    Once<String> line = new Once<>(() -> "p" + id + "-" + PlanDigest.of(plan).substring(0, DIGITS));
    return new TileEdition(line, plan, locator, UnitNumbers.of(plan), TileChanges.since(0), true);
  }

  /** The same plan or draft in a later version. */
  public TileEdition next(long version, Plan later, Supplier<Locator> itsLocator) {
    return new TileEdition(
        line, later, itsLocator, numbers.and(later), changes.and(version, plan, later), isShared);
  }

  public Plan plan() {
    return plan;
  }

  public Locator locator() {
    return locator.get();
  }

  public UnitNumbers numbers() {
    return numbers;
  }

  /** The number of each unit of a level, by its index; not to be changed. */
  int[] numbers(int depth) {
    return numbers.of(depth);
  }

  /**
   * What stands for each owner of the locator: the number of its unit of a level; 0 for nobody. Not
   * to be changed.
   */
  int[] ofOwners(int depth) {
    return ofOwners.get(depth).get();
  }

  /** What changed, and when. */
  public TileChanges changes() {
    return changes;
  }

  public boolean isShared() {
    return isShared;
  }

  /** The version of the tiles that changed last. */
  public String version() {
    return version(changes.version());
  }

  /** The version of a tile of a level. */
  public String version(int depth, TileAddress tile) {
    return version(changes.last(depth, tile.surroundings()));
  }

  /** The version of what is told of all units of a level. */
  public String version(int depth) {
    return version(
        changes.last(
            depth,
            new LatticeEnvelope(
                Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)));
  }

  private String version(long changed) {
    return line.get() + "." + changed + "." + FORMAT;
  }

  private int[] numbersOfOwners(int depth) {
    int[] ancestors = plan.ancestorsOfGrids(depth);
    int[] found = new int[ancestors.length + 1];
    for (int grid = 0; grid < ancestors.length; grid++) {
      found[grid + 1] = numbers(depth)[ancestors[grid]];
    }
    return found;
  }
}
