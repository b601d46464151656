package org.gridwright.core.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * Seeded heaps of parts: repeated ones, overlapping ones, such that touch along edges or in points,
 * with holes inside, across and outside their shells, and rings that cross themselves.
 */
public final class RandomHeaps {

  private final Random random;

  public RandomHeaps(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Parts along the lines of a board, whose rings all turn in right angles: whatever they enclose
   * consists of whole fields.
   *
   * @param fields of the board along each side
   * @param field length of a field in steps
   */
  public List<LatticePolygon> onBoard(int fields, int field) {
    List<LatticePolygon> parts = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    while (parts.size() < count) {
      if (!parts.isEmpty() && random.nextInt(5) == 0) {
        parts.add(parts.get(random.nextInt(parts.size())));
        continue;
      }
      List<LatticeRing> holes = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        holes.add(rightAngled(fields, field));
      }
      parts.add(new LatticePolygon(rightAngled(fields, field), holes));
    }
    return parts;
  }

  /** Parts of rings with edges in any direction, crossing themselves and each other. */
  public List<LatticePolygon> tangled(int span) {
    List<LatticePolygon> parts = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    while (parts.size() < count) {
      List<LatticeRing> holes = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        holes.add(anyAngled(span));
      }
      parts.add(new LatticePolygon(anyAngled(span), holes));
    }
    return parts;
  }

  /** Cuts parts into features: consecutive ones share a feature. */
  public List<LatticeMultiPolygon> features(List<LatticePolygon> parts) {
    List<LatticeMultiPolygon> features = new ArrayList<>();
    int from = 0;
    while (from < parts.size()) {
      int to = from + 1 + random.nextInt(parts.size() - from);
      features.add(new LatticeMultiPolygon(parts.subList(from, to)));
      from = to;
    }
    return features;
  }

  /** A rectangle, or a walk that alternates between the two directions and may cross itself. */
  private LatticeRing rightAngled(int fields, int field) {
    int corners = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 2;
    int[] x = different(corners, fields);
    int[] y = different(corners, fields);
    int[] xy = new int[4 * corners + 2];
    for (int i = 0; i < corners; i++) {
      xy[4 * i] = x[i] * field;
      xy[4 * i + 1] = y[i] * field;
      xy[4 * i + 2] = x[(i + 1) % corners] * field;
      xy[4 * i + 3] = y[i] * field;
    }
    xy[4 * corners] = xy[0];
    xy[4 * corners + 1] = xy[1];
    return LatticeRing.of(xy);
  }

  /** Numbers of which no two that follow each other, around the end as well, are the same. */
  private int[] different(int count, int fields) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      do {
        numbers[i] = random.nextInt(fields + 1);
      } while ((i > 0 && numbers[i] == numbers[i - 1])
          || (i == count - 1 && numbers[i] == numbers[0]));
    }
    return numbers;
  }

  private LatticeRing anyAngled(int span) {
    int points = 3 + random.nextInt(4);
    int[] x = different(points, span);
    int[] y = different(points, span);
    int[] xy = new int[2 * points + 2];
    for (int i = 0; i < points; i++) {
      xy[2 * i] = x[i];
      xy[2 * i + 1] = y[i];
    }
    xy[2 * points] = xy[0];
    xy[2 * points + 1] = xy[1];
    return LatticeRing.of(xy);
  }
}
