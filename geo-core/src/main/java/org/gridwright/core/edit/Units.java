package org.gridwright.core.edit;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/** Finds the units that an edit names. */
final class Units {

  private Units() {}

  /**
   * @throws EditRefusedException {@code unit-unknown}
   */
  static Unit find(Plan plan, int depth, String code) {
    return plan.unit(depth, code)
        .orElseThrow(
            () ->
                EditRefusedException.of(
                    Refusal.UNIT_UNKNOWN, plan.theme().levels().get(depth).name(), code));
  }

  /**
   * @throws EditRefusedException {@code unit-unknown}
   */
  static Unit grid(Plan plan, String code) {
    return find(plan, plan.theme().gridLevel().depth(), code);
  }

  /** The city's word for its grids. */
  static String gridLevel(Plan plan) {
    return plan.theme().gridLevel().name();
  }

  /**
   * @throws EditRefusedException {@code unit-would-fall-apart} when a grid has more parts than
   *     before
   */
  static void requireWhole(String code, LatticeMultiPolygon was, LatticeMultiPolygon is) {
    if (is.polygons().size() > was.polygons().size()) {
      throw EditRefusedException.at(is, Refusal.UNIT_WOULD_FALL_APART, code, is.polygons().size());
    }
  }

  /** Of the other grids of a patch, the one that shares most of an area's outline. */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  static Optional<String> longestBorder(LatticeMultiPolygon area, Patch patch) {
    Set<EdgeChain.Edge> outline = PackedRings.edges(area);
    String longest = null;
    double most = 0;
    for (String code : patch.codes()) {
      if (patch.area(code) != area) {
        Set<EdgeChain.Edge> shared = PackedRings.edges(patch.area(code));
        shared.retainAll(outline);
        double metres = shared.stream().mapToDouble(Units::metres).sum();
        if (metres > most) {
          most = metres;
          longest = code;
        }
      }
    }
    return Optional.ofNullable(longest);
  }

  /** A place as sentences name it: longitude, latitude. */
  static String words(LatticePoint place) {
    return String.format(Locale.ROOT, "%.6f, %.6f", place.lon(), place.lat());
  }

  private static double metres(EdgeChain.Edge edge) {
    return Geodesy.metres(
        Packed.x(edge.low()), Packed.y(edge.low()), Packed.x(edge.high()), Packed.y(edge.high()));
  }
}
