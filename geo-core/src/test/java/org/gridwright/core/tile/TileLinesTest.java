package org.gridwright.core.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

class TileLinesTest {

  @Test
  void everyEdgeBetweenAreasIsInOneLineOfItsKind() {
    Plan city = RandomPartitions.city(200, 5);
    Unit some = city.grids().get(90);
    TileAddress tile =
        TileAddress.of(14, some.drawnArea().envelope().minX(), some.drawnArea().envelope().minY());
    int[] near = city.meeting(1, tile.surroundings());
    List<LatticeMultiPolygon> areas =
        IntStream.of(near).mapToObj(i -> city.grids().get(i).drawnArea()).toList();
    TileAreas rounded = TileAreas.of(tile, 0, areas);
    List<List<int[]>> lines =
        rounded.lines(
            2,
            (left, right) ->
                left >= 0
                        && right >= 0
                        && district(city, near[left]).equals(district(city, near[right]))
                    ? 1
                    : 0);
    Set<String> ofAreas = new HashSet<>();
    for (TileArea area : rounded.areas()) {
      area.polygons().forEach(rings -> rings.forEach(ring -> addSteps(ring, true, ofAreas)));
    }
    ofAreas.removeIf(TileLinesTest::isOnRim);
    List<String> ofLines = new ArrayList<>();
    for (List<int[]> kind : lines) {
      for (int[] line : kind) {
        Set<String> steps = new HashSet<>();
        addSteps(line, false, steps);
        ofLines.addAll(steps);
      }
    }
    ofLines.removeIf(TileLinesTest::isOnRim);
    assertThat(ofLines).doesNotHaveDuplicates();
    assertThat(new HashSet<>(ofLines)).isEqualTo(ofAreas);
    assertThat(lines).allSatisfy(kind -> assertThat(kind).isNotEmpty());
  }

  @Test
  void linesDoNotDependOnTheOrderOfTheAreas() {
    Plan city = RandomPartitions.city(300, 6);
    Random random = new Random(6);
    for (int zoom : new int[] {8, 11, 14, 16}) {
      Unit some = city.grids().get(random.nextInt(city.grids().size()));
      TileAddress tile =
          TileAddress.of(
              zoom, some.drawnArea().envelope().minX(), some.drawnArea().envelope().minY());
      List<Integer> near =
          new ArrayList<>(IntStream.of(city.meeting(1, tile.surroundings())).boxed().toList());
      List<List<String>> before = lines(city, tile, near);
      Collections.shuffle(near, random);
      assertThat(lines(city, tile, near)).isEqualTo(before);
    }
  }

  private static List<List<String>> lines(Plan city, TileAddress tile, List<Integer> near) {
    return TileAreas.of(tile, 1, near.stream().map(i -> city.grids().get(i).drawnArea()).toList())
        .lines(
            2,
            (left, right) ->
                left >= 0
                        && right >= 0
                        && district(city, near.get(left)).equals(district(city, near.get(right)))
                    ? 1
                    : 0)
        .stream()
        .map(kind -> kind.stream().map(Arrays::toString).toList())
        .toList();
  }

  private static String district(Plan city, int grid) {
    return city.grids().get(grid).parent().orElseThrow();
  }

  /** Cuts edges where they pass points of the tile's units, so that the same ways look the same. */
  private static void addSteps(int[] points, boolean closed, Set<String> steps) {
    for (int i = 0; i < points.length - (closed ? 0 : 2); i += 2) {
      int j = (i + 2) % points.length;
      int dx = points[j] - points[i];
      int dy = points[j + 1] - points[i + 1];
      int parts = gcd(Math.abs(dx), Math.abs(dy));
      for (int k = 0; k < parts; k++) {
        int ax = points[i] + dx / parts * k;
        int ay = points[i + 1] + dy / parts * k;
        int bx = ax + dx / parts;
        int by = ay + dy / parts;
        boolean forth = ax < bx || (ax == bx && ay < by);
        steps.add(
            forth ? ax + "," + ay + "," + bx + "," + by : bx + "," + by + "," + ax + "," + ay);
      }
    }
  }

  private static boolean isOnRim(String step) {
    String[] parts = step.split(",", -1);
    return isRim(parts[0], parts[2]) || isRim(parts[1], parts[3]);
  }

  private static boolean isRim(String a, String b) {
    return a.equals(b) && (a.equals("-64") || a.equals("4160"));
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
