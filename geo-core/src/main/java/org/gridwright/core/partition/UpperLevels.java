package org.gridwright.core.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.ground.LatticeUnion;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.StoppedException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Gives upper units their areas: each is exactly the union of its grids. */
public final class UpperLevels {

  private UpperLevels() {}

  /** As {@link #draw(Plan, Progress)}, unwatched. */
  public static Plan draw(Plan plan) {
    return draw(plan, Progress.NONE);
  }

  /**
   * The plan with every upper unit drawn that has grids; units without grids stay undrawn. Read off
   * the arcs where the plan is seamless. Where it is not, the grids are united on the lattice,
   * which closes what is narrower than a step. Never fails because of an area.
   *
   * @throws StoppedException when it is not to go on
   */
  public static Plan draw(Plan plan, Progress progress) {
    if (plan.theme().levels().size() == 1) {
      return plan;
    }
    try {
      return draw(plan, Partition.of(plan, progress), progress);
    } catch (NotSeamlessException e) {
      return united(plan, progress);
    }
  }

  /** As {@link #draw(Plan)}, with the plan's own partition at hand. */
  public static Plan draw(Plan plan, Partition partition) {
    return draw(plan, partition, Progress.NONE);
  }

  private static Plan draw(Plan plan, Partition partition, Progress progress) {
    List<Unit> units = new ArrayList<>(plan.grids());
    for (int depth = 0; depth < plan.theme().levels().size() - 1; depth++) {
      addDrawn(plan.units(depth), partition.outlines(depth, progress), units);
    }
    return Plan.of(plan.theme(), units, plan.voids());
  }

  /** Each level is united from the one below it, so that a grid is passed once for each level. */
  private static Plan united(Plan plan, Progress progress) {
    List<Unit> units = new ArrayList<>(plan.grids());
    List<Unit> below = plan.grids();
    for (int depth = plan.theme().levels().size() - 2; depth >= 0; depth--) {
      Map<Integer, List<LatticeMultiPolygon>> parts = new TreeMap<>();
      for (Unit unit : below) {
        if (unit.area() != null) {
          parts
              .computeIfAbsent(
                  plan.indexOf(depth, unit.parent().orElseThrow()), it -> new ArrayList<>())
              .add(unit.area());
        }
      }
      Map<Integer, LatticeMultiPolygon> areas = new TreeMap<>();
      parts.forEach((unit, list) -> areas.put(unit, union(list, progress)));
      List<Unit> drawn = new ArrayList<>();
      addDrawn(plan.units(depth), areas, drawn);
      units.addAll(drawn);
      below = drawn;
    }
    return Plan.of(plan.theme(), units, plan.voids());
  }

  private static void addDrawn(
      List<Unit> level, Map<Integer, LatticeMultiPolygon> areas, List<Unit> drawn) {
    for (int i = 0; i < level.size(); i++) {
      LatticeMultiPolygon area = areas.get(i);
      drawn.add(area == null ? level.get(i) : level.get(i).withArea(area));
    }
  }

  /** As {@link #union(List, Progress)}, unwatched. */
  public static LatticeMultiPolygon union(List<LatticeMultiPolygon> parts) {
    return union(parts, Progress.NONE);
  }

  /**
   * The union of areas that need neither fit together nor be valid, on the lattice. Never fails
   * because of an area: in the worst case the result is all of them side by side.
   *
   * @throws StoppedException when it is not to go on
   */
  public static LatticeMultiPolygon union(List<LatticeMultiPolygon> parts, Progress progress) {
    try {
      return polygonal(LatticeUnion.of(parts, progress));
    } catch (StoppedException stopped) {
      throw stopped;
    } catch (RuntimeException e) {
      return sideBySide(parts);
    }
  }

  /** The polygons of a union result; lines and points that collapsed on the lattice are dropped. */
  private static LatticeMultiPolygon polygonal(Geometry union) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < union.getNumGeometries(); i++) {
      if (union.getGeometryN(i) instanceof Polygon polygon) {
        polygons.add(polygon);
      }
    }
    MultiPolygon all = union.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
    return LatticeJts.fromSteps(all);
  }

  /** Last resort for rings that no overlay digests: all parts as they are. */
  private static LatticeMultiPolygon sideBySide(List<LatticeMultiPolygon> parts) {
    List<LatticePolygon> polygons = new ArrayList<>();
    parts.forEach(part -> polygons.addAll(part.polygons()));
    return new LatticeMultiPolygon(polygons);
  }
}
