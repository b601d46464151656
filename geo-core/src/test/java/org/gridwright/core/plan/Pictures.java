package org.gridwright.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Plans drawn as pictures: rows from north to south separated by {@code /}, one letter per square
 * cell. Equal letters form one grid, {@code .} is nobody's. Spaces are ignored.
 *
 * <p>Grids have a vertex at every cell corner they pass, so that neighbours match edge by edge.
 */
public final class Pictures {

  private static final GeometryFactory STEPS = new GeometryFactory();

  private Pictures() {}

  /** A one-level plan with cells of 10 by 10 lattice steps, its south-west corner at (0, 0). */
  public static Plan plan(String picture) {
    return plan(Theme.of("picture", "Picture", CodeScheme.FREE, "grid"), picture);
  }

  /**
   * As {@link #plan(String)}, with a given theme. The parents of a grid are named after it: at each
   * level above, the code is the grid's letter in the picture of that level.
   *
   * @param pictures one picture per level, coarse to fine, all of the same shape
   */
  public static Plan plan(Theme theme, String... pictures) {
    return plan(theme, 0, 0, 10, pictures);
  }

  /** As {@link #plan(Theme, String...)}, at a place and with a cell size, in lattice steps. */
  public static Plan plan(Theme theme, int west, int south, int cell, String... pictures) {
    int finest = theme.levels().size() - 1;
    Map<String, Unit> units = new TreeMap<>();
    areas(pictures[finest], west, south, cell)
        .forEach(
            (letter, area) -> {
              String parent = parentOf(pictures, finest, letter);
              units.put(finest + letter, unit(finest, letter, parent).withArea(area));
            });
    for (int depth = 0; depth < finest; depth++) {
      for (char letter : pictures[depth].replaceAll("[ ./]", "").toCharArray()) {
        String code = String.valueOf(letter);
        units.put(depth + code, unit(depth, code, parentOf(pictures, depth, code)));
      }
    }
    return Plan.of(theme, units.values());
  }

  /** The area of each letter of a picture. */
  public static Map<String, LatticeMultiPolygon> areas(
      String picture, int west, int south, int cell) {
    String[] rows = picture.replace(" ", "").split("/", -1);
    Map<String, List<Geometry>> cells = new TreeMap<>();
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length(); c++) {
        if (rows[r].charAt(c) != '.') {
          int x = west + c * cell;
          int y = south + (rows.length - 1 - r) * cell;
          cells
              .computeIfAbsent(String.valueOf(rows[r].charAt(c)), it -> new ArrayList<>())
              .add(square(x, y, cell));
        }
      }
    }
    Map<String, LatticeMultiPolygon> areas = new TreeMap<>();
    cells.forEach((letter, squares) -> areas.put(letter, joined(squares)));
    return areas;
  }

  private static Geometry square(int x, int y, int cell) {
    return STEPS.createPolygon(
        new Coordinate[] {
          new Coordinate(x, y),
          new Coordinate(x + cell, y),
          new Coordinate(x + cell, y + cell),
          new Coordinate(x, y + cell),
          new Coordinate(x, y)
        });
  }

  /** Joins squares and keeps the corners on straight edges, which a plain union would drop. */
  private static LatticeMultiPolygon joined(List<Geometry> squares) {
    Map<List<Coordinate>, Integer> uses = new HashMap<>();
    for (Geometry square : squares) {
      Coordinate[] points = square.getCoordinates();
      for (int i = 0; i + 1 < points.length; i++) {
        Coordinate[] ends = {points[i], points[i + 1]};
        Arrays.sort(ends);
        uses.merge(List.of(ends), 1, Integer::sum);
      }
    }
    Polygonizer polygonizer = new Polygonizer(false);
    uses.forEach(
        (ends, count) -> {
          if (count == 1) {
            polygonizer.add(STEPS.createLineString(ends.toArray(Coordinate[]::new)));
          }
        });
    Geometry filled = UnaryUnionOp.union(squares);
    List<Geometry> inside = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      if (filled.contains(((Geometry) face).getInteriorPoint())) {
        inside.add((Geometry) face);
      }
    }
    return LatticeJts.fromSteps(STEPS.buildGeometry(inside));
  }

  private static String parentOf(String[] pictures, int depth, String letter) {
    return depth == 0
        ? ""
        : pictures[depth - 1]
            .replace(" ", "")
            .substring(pictures[depth].replace(" ", "").indexOf(letter))
            .substring(0, 1);
  }

  static Unit unit(int depth, String code, @Nullable String parent) {
    return new Unit(depth, code, depth == 0 ? null : parent, code, Map.of(), null);
  }
}
