package org.gridwright.data.snapshot;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Places;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.Placement;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Once;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/**
 * One stored plan, ready to answer. Immutable (what is computed on demand is computed once and then
 * kept) and safe to read from any thread.
 */
public final class PlanSnapshot implements LocatedPlan {

  private final PlanInfo info;
  private final Plan stored;
  private final Telling telling;

  /** As it was told last, by this snapshot or another of the same plan. */
  private final AtomicReference<Telling> lastTold;

  private final AtomicReference<Locator> locator;
  private final long vertices;
  private final AtomicReferenceArray<int[]> ancestors;
  private final AtomicReference<double @Nullable []> gridAreas;

  @SuppressWarnings("NullableOptional") // null until somebody asks
  private @Nullable Optional<Neighbours> neighbours;

  /**
   * A plan whose attributes are what they are called.
   *
   * @param plan as it is stored
   */
  public PlanSnapshot(PlanInfo info, Plan plan, Locator locator) {
    this(
        info,
        plan,
        new Telling(FactSchema.NONE, info, plan),
        new AtomicReference<>(),
        new AtomicReference<>(locator),
        countVertices(plan),
        new AtomicReferenceArray<>(plan.theme().levels().size()),
        new AtomicReference<>());
  }

  private PlanSnapshot(
      PlanInfo info,
      Plan stored,
      Telling telling,
      AtomicReference<Telling> lastTold,
      AtomicReference<Locator> locator,
      long vertices,
      AtomicReferenceArray<int[]> ancestors,
      AtomicReference<double @Nullable []> gridAreas) {
    this.info = info;
    this.stored = stored;
    this.telling = telling;
    this.lastTold = lastTold;
    this.locator = locator;
    this.vertices = vertices;
    this.ancestors = ancestors;
    this.gridAreas = gridAreas;
  }

  /** The same plan, of which something else is known now, such as the day it ends. */
  PlanSnapshot knownAs(PlanInfo now) {
    return info.equals(now) ? this : with(now, telling);
  }

  /** The same plan, told by what its attributes were declared to be. */
  public PlanSnapshot toldBy(FactSchema declared) {
    if (telling.schema.equals(declared)) {
      return this;
    }
    Telling last = lastTold.get();
    if (last == null || !last.schema.equals(declared)) {
      last = new Telling(declared, info, stored);
      lastTold.set(last);
    }
    return with(info, last);
  }

  private PlanSnapshot with(PlanInfo now, Telling told) {
    return new PlanSnapshot(now, stored, told, lastTold, locator, vertices, ancestors, gridAreas);
  }

  /** A stored plan, told by what its attributes are, when somebody asks. */
  private static final class Telling {

    private final FactSchema schema;
    private final Once<PlanFacts> facts;
    private final Once<Plan> plan;

    Telling(FactSchema schema, PlanInfo info, Plan stored) {
      this.schema = schema;
      this.facts =
          new Once<>(
              () ->
                  PlanFacts.of(
                      stored, FactBasis.of(stored, schema, Places.NONE, info.effectiveFrom())));
      this.plan = new Once<>(() -> facts.get().told());
    }
  }

  public PlanInfo info() {
    return info;
  }

  @Override
  public long id() {
    return info.id();
  }

  @Override
  public long revision() {
    return info.revision();
  }

  @Override
  public @Nullable LocalDate effectiveFrom() {
    return info.effectiveFrom();
  }

  @Override
  public Theme theme() {
    return stored.theme();
  }

  /** The plan as it is told: numbers of units, however known, stand among their attributes. */
  public Plan plan() {
    return telling.plan.get();
  }

  /** How the numbers of its grids are known. */
  public PlanFacts facts() {
    return telling.facts.get();
  }

  /** The plan as it is stored, from which drafts start. */
  public Plan stored() {
    return stored;
  }

  /** Its answers never change; later ones may come sooner. */
  public Locator locator() {
    return Objects.requireNonNull(locator.get());
  }

  /** Answers with another locator of the same plan from now on. */
  void answerWith(Locator other) {
    locator.set(other);
  }

  /** Points of all rings of all levels; what the memory of a snapshot grows with. */
  public long vertices() {
    return vertices;
  }

  @Override
  public Optional<Unit> grid(int owner) {
    return owner == Locator.NOBODY ? Optional.empty() : Optional.of(plan().grids().get(owner - 1));
  }

  @Override
  public List<Unit> path(int owner) {
    return plan().path(plan().grids().get(owner - 1));
  }

  @Override
  public Locator locatorAt(int x, int y) {
    return locator();
  }

  /** The grid that owns a point. */
  public Optional<Unit> gridAt(LatticePoint point) {
    return grid(locator().owner(point.x(), point.y()));
  }

  /** Everything there is to say about a point. */
  public Placement place(LatticePoint point) {
    return locator().place(point.x(), point.y());
  }

  /** Of a place that no unit owns. */
  public static final int NO_UNIT = -1;

  /** Index of the unit of a level that owns a place; {@link #NO_UNIT} where none does. */
  public int unitAt(int depth, LatticePoint place) {
    int owner = locator().owner(place.x(), place.y());
    return owner == Locator.NOBODY ? NO_UNIT : ancestorOfGrid(depth, owner - 1);
  }

  /** Index, at the given depth, of the ancestor of a grid. */
  public int ancestorOfGrid(int depth, int gridIndex) {
    int[] known = ancestors.get(depth);
    if (known == null) {
      known = stored.ancestorsOfGrids(depth);
      ancestors.set(depth, known);
    }
    return known[gridIndex];
  }

  /** Number of units one level below whose parent is {@code unit}; 0 for a grid. */
  public int childrenOf(Unit unit) {
    if (unit.depth() == theme().gridLevel().depth()) {
      return 0;
    }
    List<Unit> below = plan().units(unit.depth() + 1);
    return (int) below.stream().filter(child -> unit.code().equals(child.parentCode())).count();
  }

  /**
   * Geodesic area of every unit of a level: {@code result[unitIndex]}; upper units are sums of
   * their grids. The first call measures all grids, about a microsecond a vertex and core.
   */
  public double[] squareMetres(int depth) {
    double[] ofGrids = gridAreas.get();
    if (ofGrids == null) {
      ofGrids =
          stored.grids().parallelStream()
              .mapToDouble(grid -> GroundSize.squareMetres(grid.drawnArea()))
              .toArray();
      gridAreas.set(ofGrids);
    }
    double[] sums = new double[stored.units(depth).size()];
    for (int grid = 0; grid < ofGrids.length; grid++) {
      sums[ancestorOfGrid(depth, grid)] += ofGrids[grid];
    }
    return sums;
  }

  /**
   * Who borders on whom; empty where the plan is not seamless. The first call builds the partition.
   */
  public synchronized Optional<Neighbours> neighbours() {
    Optional<Neighbours> known = neighbours;
    if (known == null) {
      known = Neighbours.of(this);
      neighbours = known;
    }
    return known;
  }

  private static long countVertices(Plan plan) {
    long[] sum = {0};
    for (int depth = 0; depth < plan.theme().levels().size(); depth++) {
      for (Unit unit : plan.units(depth)) {
        if (unit.area() != null) {
          unit.area().forEachRing(ring -> sum[0] += ring.size());
        }
      }
    }
    return sum[0];
  }
}
