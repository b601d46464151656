package org.gridwright.data.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;

/** Small plans of squares: district D over grids in a row, grid i at x = 10·i, 10 steps wide. */
public final class TestPlans {

  public static final Theme THEME =
      Theme.of("beats", "Police beats", CodeScheme.FREE, "district", "grid");

  public static final LatticePoint POINT = new LatticePoint(3, 4);

  private TestPlans() {}

  /** A plan of grids {@code G00000}, {@code G00001}, … */
  public static Plan row(int grids) {
    List<Unit> units = new ArrayList<>();
    units.add(new Unit(0, "D", null, "District", Map.of(), square(0, 0, 10 * grids, 10)));
    for (int i = 0; i < grids; i++) {
      units.add(grid("G%05d".formatted(i), "Grid " + i, square(10 * i, 0, 10 * i + 10, 10)));
    }
    return Plan.of(THEME, units);
  }

  public static Unit grid(String code, String name, LatticeMultiPolygon area) {
    return new Unit(1, code, "D", name, Map.of("name:zh", "网格" + code), area);
  }

  /** The plan with some units put in place of those of the same code. */
  public static Plan with(Plan plan, Unit... replacements) {
    List<String> codes = Arrays.stream(replacements).map(Unit::code).toList();
    List<Unit> units = new ArrayList<>(List.of(replacements));
    for (int depth = 0; depth < plan.theme().levels().size(); depth++) {
      plan.units(depth).stream().filter(unit -> !codes.contains(unit.code())).forEach(units::add);
    }
    return Plan.of(plan.theme(), units);
  }

  /** The plan without the grid of that code. */
  public static Plan without(Plan plan, String code) {
    List<Unit> units = new ArrayList<>(plan.units(0));
    plan.grids().stream().filter(unit -> !unit.code().equals(code)).forEach(units::add);
    return Plan.of(plan.theme(), units);
  }

  /** Everything in a plan, for comparison. */
  public static List<Unit> all(Plan plan) {
    List<Unit> units = new ArrayList<>();
    for (int depth = 0; depth < plan.theme().levels().size(); depth++) {
      units.addAll(plan.units(depth));
    }
    return units;
  }

  public static LatticeMultiPolygon square(int minX, int minY, int maxX, int maxY) {
    return LatticeMultiPolygon.of(LatticePolygon.of(ring(minX, minY, maxX, maxY)));
  }

  public static LatticeRing ring(int minX, int minY, int maxX, int maxY) {
    return LatticeRing.of(minX, minY, maxX, minY, maxX, maxY, minX, maxY, minX, minY);
  }
}
