package org.gridwright.core.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Finds units whose rings are the same, wherever these begin and whichever way they run. Those with
 * one code and the very same rings cost next to nothing.
 */
final class EqualUnits {

  private static final Comparator<LatticeRing> ORDER =
      Comparator.<LatticeRing>comparingInt(ring -> ring.x(0))
          .thenComparingInt(ring -> ring.y(0))
          .thenComparingInt(LatticeRing::size);

  private EqualUnits() {}

  /** For each earlier unit the index of the later one with the same rings, or {@code NOBODY}. */
  static int[] match(List<Unit> from, List<Unit> to, Progress progress) {
    int[] partner = new int[from.size()];
    Arrays.fill(partner, Overlap.NOBODY);
    boolean[] taken = new boolean[to.size()];
    byCode(from, to, partner, taken, progress);
    byRings(from, to, partner, taken, progress);
    return partner;
  }

  @SuppressWarnings("ReferenceEquality") // the same area is not compared
  private static void byCode(
      List<Unit> from, List<Unit> to, int[] partner, boolean[] taken, Progress progress) {
    int j = 0;
    for (int i = 0; i < from.size(); i++) {
      progress.checkpoint();
      String code = from.get(i).code();
      while (j < to.size() && Plan.CODE_ORDER.compare(to.get(j).code(), code) < 0) {
        j++;
      }
      if (j < to.size() && to.get(j).code().equals(code)) {
        LatticeMultiPolygon before = from.get(i).area();
        LatticeMultiPolygon after = to.get(j).area();
        if (before != null && (before == after || before.equals(after))) {
          partner[i] = j;
          taken[j] = true;
        }
      }
    }
  }

  private static void byRings(
      List<Unit> from, List<Unit> to, int[] partner, boolean[] taken, Progress progress) {
    Map<List<LatticeRing>, Deque<Integer>> left = new HashMap<>();
    for (int j = 0; j < taken.length; j++) {
      progress.checkpoint();
      LatticeMultiPolygon area = to.get(j).area();
      if (!taken[j] && area != null) {
        left.computeIfAbsent(canonical(area), it -> new ArrayDeque<>()).add(j);
      }
    }
    for (int i = 0; i < partner.length && !left.isEmpty(); i++) {
      progress.checkpoint();
      LatticeMultiPolygon area = from.get(i).area();
      if (partner[i] == Overlap.NOBODY && area != null) {
        Deque<Integer> same = left.get(canonical(area));
        if (same != null && !same.isEmpty()) {
          partner[i] = same.remove();
        }
      }
    }
  }

  private static List<LatticeRing> canonical(LatticeMultiPolygon area) {
    List<LatticeRing> rings = new ArrayList<>();
    area.forEachRing(ring -> rings.add(fromSouthWest(ring.directed(true))));
    rings.sort(ORDER);
    return rings;
  }

  /** The ring from its western, there southern, point on. */
  private static LatticeRing fromSouthWest(LatticeRing ring) {
    int n = ring.size() - 1;
    int first = 0;
    for (int i = 1; i < n; i++) {
      if (ring.x(i) < ring.x(first) || (ring.x(i) == ring.x(first) && ring.y(i) < ring.y(first))) {
        first = i;
      }
    }
    int[] xy = new int[2 * n + 2];
    for (int i = 0; i <= n; i++) {
      xy[2 * i] = ring.x((first + i) % n);
      xy[2 * i + 1] = ring.y((first + i) % n);
    }
    return LatticeRing.of(xy);
  }
}
