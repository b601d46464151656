package org.gridwright.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/** Seeded made-up plans that are seamless, for property tests and benchmarks. */
public final class RandomPartitions {

  private static final int CELL = 20_000;
  private static final int EDGES_PER_SIDE = 16;

  private RandomPartitions() {}

  /**
   * A city of {@code n} grids of 64 vertices with ragged, fractal edges, in a block as square as
   * can be near 121.4° E, 31.2° N; each grid is about 200 m wide. Two levels, {@code district} and
   * {@code grid}; a district has up to 8 by 8 grids.
   */
  public static Plan city(int n, long seed) {
    int columns = (int) Math.ceil(Math.sqrt(n));
    Theme theme = Theme.of("city", "City", CodeScheme.FREE, "district", "grid");
    Map<String, Unit> units = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      int column = i % columns;
      int row = i / columns;
      String district = String.format("D%04d%04d", row / 8, column / 8);
      units.put(district, new Unit(0, district, null, district, Map.of(), null));
      String code = String.format("G%07d", i);
      units.put(code, new Unit(1, code, district, code, Map.of(), raggedCell(column, row, seed)));
    }
    return Plan.of(theme, units.values());
  }

  private static LatticeMultiPolygon raggedCell(int column, int row, long seed) {
    List<int[]> ring = new ArrayList<>();
    addSide(ring, column, row, column + 1, row, seed);
    addSide(ring, column + 1, row, column + 1, row + 1, seed);
    addSide(ring, column + 1, row + 1, column, row + 1, seed);
    addSide(ring, column, row + 1, column, row, seed);
    int[] xy = new int[2 * ring.size() + 2];
    for (int i = 0; i <= ring.size(); i++) {
      xy[2 * i] = ring.get(i % ring.size())[0];
      xy[2 * i + 1] = ring.get(i % ring.size())[1];
    }
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }

  /** Appends a side without its last point; both neighbours compute it from the same end. */
  private static void addSide(List<int[]> ring, int c1, int r1, int c2, int r2, long seed) {
    boolean forward = c1 < c2 || r1 < r2;
    int[] a = corner(c1, r1, seed);
    int[] b = corner(c2, r2, seed);
    int[][] points = new int[EDGES_PER_SIDE + 1][];
    points[0] = forward ? a : b;
    points[EDGES_PER_SIDE] = forward ? b : a;
    int low = forward ? 2 * (c1 * 40_009 + r1) : 2 * (c2 * 40_009 + r2);
    displace(points, 0, EDGES_PER_SIDE, mixed(low + (c1 == c2 ? 1 : 0), seed));
    for (int i = 0; i < EDGES_PER_SIDE; i++) {
      ring.add(points[forward ? i : EDGES_PER_SIDE - i]);
    }
  }

  private static int[] corner(int column, int row, long seed) {
    Random random = mixed(-1 - (column * 40_009 + row), seed);
    return new int[] {
      1_214_000_000 + column * CELL + random.nextInt(CELL / 5) - CELL / 10,
      312_000_000 + row * CELL + random.nextInt(CELL / 5) - CELL / 10
    };
  }

  /** Midpoint displacement; small enough that sides stay in their own corridor. */
  private static void displace(int[][] points, int from, int to, Random random) {
    if (to - from < 2) {
      return;
    }
    int[] a = points[from];
    int[] b = points[to];
    double shift = (random.nextDouble() - 0.5) * 0.2;
    int middle = (from + to) / 2;
    points[middle] =
        new int[] {
          (int) Math.round((a[0] + (double) b[0]) / 2 - shift * (b[1] - a[1])),
          (int) Math.round((a[1] + (double) b[1]) / 2 + shift * (b[0] - a[0]))
        };
    displace(points, from, middle, random);
    displace(points, middle, to, random);
  }

  private static Random mixed(int number, long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
  }

  /**
   * A small plan full of hard places: holes, islands, parts that touch in one point, columns and
   * rows one lattice step wide, slanted edges, and T-junctions. Codes are letters from A.
   */
  public static Plan hard(Random random) {
    int columns = 2 + random.nextInt(6);
    int rows = 2 + random.nextInt(6);
    int letters = 1 + random.nextInt(6);
    StringBuilder picture = new StringBuilder();
    for (int r = 0; r < rows; r++) {
      picture.append(r == 0 ? "" : "/");
      for (int c = 0; c < columns; c++) {
        boolean nobody = random.nextInt(8) == 0 && r + c > 0;
        picture.append(nobody ? '.' : (char) ('A' + random.nextInt(letters)));
      }
    }
    int[] xs = stops(columns, random);
    int[] ys = stops(rows, random);
    int shear = random.nextInt(5) - 2;
    List<Unit> units = new ArrayList<>();
    for (Unit unit : Pictures.plan(picture.toString()).grids()) {
      boolean straightened = random.nextBoolean();
      List<LatticePolygon> polygons = new ArrayList<>();
      for (LatticePolygon polygon : unit.drawnArea().polygons()) {
        polygons.add(
            new LatticePolygon(
                moved(polygon.shell(), xs, ys, shear, straightened),
                polygon.holes().stream()
                    .map(hole -> moved(hole, xs, ys, shear, straightened))
                    .toList()));
      }
      units.add(unit.withArea(new LatticeMultiPolygon(polygons)));
    }
    return Plan.of(Theme.of("hard", "Hard", CodeScheme.FREE, "grid"), units);
  }

  private static int[] stops(int cells, Random random) {
    int[] stops = new int[cells + 1];
    stops[0] = random.nextInt(2_000) - 1_000;
    for (int i = 1; i <= cells; i++) {
      stops[i] = stops[i - 1] + (random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(12));
    }
    return stops;
  }

  /** Moves picture corners to the stops; a straightened ring loses its corners of 180 degrees. */
  private static LatticeRing moved(
      LatticeRing ring, int[] xs, int[] ys, int shear, boolean straightened) {
    List<int[]> kept = new ArrayList<>();
    int n = ring.size() - 1;
    for (int i = 0; i < n; i++) {
      int before = (i + n - 1) % n;
      boolean straight =
          (ring.x(before) == ring.x(i) && ring.x(i) == ring.x(i + 1))
              || (ring.y(before) == ring.y(i) && ring.y(i) == ring.y(i + 1));
      if (!straight || !straightened) {
        int y = ys[ring.y(i) / 10];
        kept.add(new int[] {xs[ring.x(i) / 10] + shear * y, y});
      }
    }
    kept.add(kept.get(0));
    return LatticeRing.of(kept.stream().flatMapToInt(Arrays::stream).toArray());
  }
}
