package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;

/** A board of irregular quadrilaterals, of which some have had one corner moved on their own. */
final class Damage {

  private Damage() {}

  /** A board of size by size grids with that many moved corners; 0 is seamless. */
  static Plan plan(Random random, int size, int moves) {
    return plan(random, size, moves, 1000);
  }

  /** The same with grids of about so many steps. */
  static Plan plan(Random random, int size, int moves, int cell) {
    int[][][] corners = new int[size + 1][size + 1][];
    for (int r = 0; r <= size; r++) {
      for (int c = 0; c <= size; c++) {
        corners[r][c] =
            new int[] {
              c * cell + random.nextInt(3 * cell / 10), r * cell + random.nextInt(3 * cell / 10)
            };
      }
    }
    int[][] rings = new int[size * size][];
    for (int i = 0; i < rings.length; i++) {
      int r = i / size;
      int c = i % size;
      int[][] around = {corners[r][c], corners[r][c + 1], corners[r + 1][c + 1], corners[r + 1][c]};
      rings[i] = new int[10];
      for (int k = 0; k < 10; k++) {
        rings[i][k] = around[k / 2 % 4][k % 2];
      }
    }
    for (int m = 0; m < moves; m++) {
      int[] ring = rings[random.nextInt(rings.length)];
      int k = 2 * (1 + random.nextInt(3));
      ring[k] += random.nextInt(cell / 5 + 1) - cell / 10;
      ring[k + 1] += random.nextInt(cell / 5 + 1) - cell / 10;
    }
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < rings.length; i++) {
      String code = String.format("%03d", i);
      units.add(
          new Unit(
              0,
              code,
              null,
              code,
              Map.of(),
              LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(rings[i])))));
    }
    return Plan.of(Theme.of("board", "Board", CodeScheme.FREE, "grid"), units);
  }
}
