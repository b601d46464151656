package org.gridwright.data.redraw;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.divide.DivideException;
import org.gridwright.core.divide.TessellateOptions;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** A redraw as a planner asks for it. */
public sealed interface RedrawOrder {

  /**
   * Cuts units into grids.
   *
   * @param depth level of the units: the finest, or the one above it
   * @param into number of grids of all units together; each gets its share by weight
   * @param tolerance by how much of the mean a grid may be heavier or lighter, such as 0.1
   * @param streets lines that borders should follow
   */
  record Cut(
      int depth,
      List<String> units,
      int into,
      BalanceBy by,
      double tolerance,
      long seed,
      List<LatticeLine> streets)
      implements RedrawOrder {

    public Cut {
      units = units.stream().distinct().toList();
      streets = List.copyOf(streets);
    }
  }

  /**
   * Joins grids to fewer.
   *
   * @param into number of grids of all of them together
   * @param tolerance as in {@link Cut}
   */
  record Join(List<String> grids, int into, BalanceBy by, double tolerance, long seed)
      implements RedrawOrder {

    public Join {
      grids = List.copyOf(grids);
    }
  }

  /**
   * Lays cells over the part of an area that belongs to nobody.
   *
   * @param metres side of a square, or width of a hexagon from flat side to flat side
   * @param parent code of the unit that the grids will belong to; null in a theme with one level
   */
  record Lay(
      LatticeMultiPolygon area,
      TessellateOptions.CellForm cells,
      double metres,
      @Nullable String parent)
      implements RedrawOrder {}

  /**
   * Codes of the units of one level that lie below a unit, or the unit itself where it is of that
   * level.
   *
   * @param depth level of the unit
   * @param target the same level, or a finer one
   * @throws DivideException when there is no such unit
   */
  static List<String> below(Plan plan, int depth, String code, int target) {
    if (plan.unit(depth, code).isEmpty()) {
      throw new DivideException(
          DivideException.Code.UNIT, Message.core("divide.unit", code, plan.theme().id()));
    }
    List<String> codes = List.of(code);
    for (int level = depth + 1; level <= target; level++) {
      Set<String> parents = new HashSet<>(codes);
      codes =
          plan.units(level).stream()
              .filter(unit -> unit.parent().filter(parents::contains).isPresent())
              .map(Unit::code)
              .toList();
    }
    return codes;
  }
}
