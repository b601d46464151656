package org.gridwright.data.hotspot.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gridwright.core.cells.CellGrid;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Plans that no store has, so that results can be of more than published units: cells laid over a
 * plan, and drafts. The last ones are kept. Thread-safe.
 *
 * <p>Cells are those that meet the plan's ground. They are the units of the only level of a theme,
 * which is called by the word that means them, and have no attributes.
 */
public final class MadePlaces {

  private static final int KEPT = 4;

  /**
   * As many as the finest plans have, with room around an outline that fills half its rectangle.
   */
  private static final int MOST_CELLS = 250_000;

  private final Map<Object, PlanSnapshot> kept = new RecentlyUsed<>(KEPT);

  private record Binned(Plan ground, BinChoice bins) {}

  private record Drafted(long id, long version) {}

  /**
   * Cells in place of the units of a plan.
   *
   * @throws HotspotException when there would be too many, or there is no ground
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public PlanSnapshot bins(PlanSnapshot over, BinChoice bins, Progress progress) {
    return known(new Binned(over.stored(), bins), () -> binned(over, bins, progress));
  }

  /** The units of a draft, at the version that it has. */
  public PlanSnapshot draft(DraftInfo draft, Plan told, Progress progress) {
    return known(
        new Drafted(draft.id(), draft.version()),
        () -> new PlanSnapshot(asPlan(draft), told, PackedLocator.of(told, progress)));
  }

  private PlanSnapshot known(Object key, Supplier<PlanSnapshot> making) {
    synchronized (kept) {
      PlanSnapshot known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    PlanSnapshot made = making.get();
    synchronized (kept) {
      kept.put(key, made);
    }
    return made;
  }

  /** What tells it from the plan that it may become: its status, and its version as revision. */
  private static PlanInfo asPlan(DraftInfo draft) {
    Instant created = draft.created();
    return new PlanInfo(
        draft.id(),
        draft.theme(),
        draft.version(),
        PlanInfo.Status.DRAFT,
        null,
        null,
        draft.author(),
        draft.name(),
        null,
        created);
  }

  private static PlanSnapshot binned(PlanSnapshot over, BinChoice bins, Progress progress) {
    Plan ground = over.stored();
    if (ground.envelope().isEmpty()) {
      throw new HotspotException(DataMessages.of("hotspot.bins-no-ground", over.theme().id()));
    }
    CellGrid grid = bins.over(ground.envelope());
    long cells = grid.countOver(ground.envelope());
    if (cells > MOST_CELLS) {
      throw new HotspotException(
          DataMessages.of(
              "hotspot.bins-small",
              bins.id(),
              cells,
              MOST_CELLS,
              bins.coarser((double) cells / MOST_CELLS).id()));
    }
    Ground prepared = new Ground(ground);
    List<Unit> units =
        grid.cellsOver(ground.envelope()).parallelStream()
            .filter(
                cell -> {
                  progress.checkpoint();
                  return prepared.meets(cell.outline());
                })
            .map(MadePlaces::unit)
            .toList();
    Theme theme = Theme.of(over.theme().id(), over.theme().title(), CodeScheme.FREE, bins.id());
    Plan plan = Plan.of(theme, units);
    return new PlanSnapshot(over.info(), plan, PackedLocator.of(plan, progress));
  }

  private static Unit unit(CellGrid.LaidCell cell) {
    String code = cell.column() + "," + cell.row();
    return new Unit(0, code, null, code, Map.of(), cell.outline());
  }

  /** The areas of a plan's first level, each prepared when it is first asked about. Thread-safe. */
  private static final class Ground {

    private final Plan plan;
    private final AtomicReferenceArray<@Nullable PreparedGeometry> areas;

    Ground(Plan plan) {
      this.plan = plan;
      this.areas = new AtomicReferenceArray<>(plan.units(0).size());
    }

    boolean meets(LatticeMultiPolygon cell) {
      Geometry shape = LatticeJts.toSteps(cell);
      return IntStream.of(plan.meeting(0, cell.envelope()))
          .anyMatch(unit -> area(unit).intersects(shape));
    }

    private PreparedGeometry area(int unit) {
      PreparedGeometry known = areas.get(unit);
      if (known == null) {
        known =
            PreparedGeometryFactory.prepare(
                LatticeJts.toSteps(plan.units(0).get(unit).drawnArea()));
        areas.set(unit, known);
      }
      return Objects.requireNonNull(known);
    }
  }
}
