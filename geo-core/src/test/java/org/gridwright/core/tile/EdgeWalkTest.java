package org.gridwright.core.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gridwright.core.SeededRuns;
import org.junit.jupiter.api.Test;

/** Against fractions: a pixel is passed where some part of the edge fulfils all its four bounds. */
class EdgeWalkTest {

  private static final int PIXELS = 12;

  @Test
  void edgesPassExactlyThePixelsThatHoldAPartOfThem() {
    Random random = new Random(3);
    for (int zoom : new int[] {18, 17, 15}) {
      TileFrame frame = new TileFrame(new TileAddress(zoom, 5, 9), 1);
      for (int round = 0; round < SeededRuns.of(4000); round++) {
        int[] edge = new int[4];
        for (int i = 0; i < 4; i++) {
          int shift = frame.shift;
          edge[i] =
              random.nextBoolean()
                  ? random.nextInt(PIXELS << shift)
                  : (random.nextInt(PIXELS + 4) - 2) << shift;
        }
        assertPassed(frame, edge);
      }
    }
  }

  @Test
  void anEdgePassesTheSamePixelsTheOtherWayRound() {
    Random random = new Random(4);
    TileFrame frame = new TileFrame(new TileAddress(16, 5, 9), 1);
    for (int round = 0; round < SeededRuns.of(4000); round++) {
      int[] edge = random.ints(4, 0, PIXELS << frame.shift).toArray();
      List<Integer> forth = walked(frame, edge[0], edge[1], edge[2], edge[3]);
      List<Integer> back = walked(frame, edge[2], edge[3], edge[0], edge[1]);
      Collections.reverse(back);
      assertThat(forth).isEqualTo(back);
    }
  }

  private static void assertPassed(TileFrame frame, int[] edge) {
    Set<Integer> expected = new HashSet<>();
    for (int column = 0; column < PIXELS + 3; column++) {
      for (int row = 0; row < PIXELS + 3; row++) {
        if (passes(edge, column << frame.shift, row << frame.shift, 1 << frame.shift)) {
          expected.add(frame.number(column, row));
        }
      }
    }
    List<Integer> walked = walked(frame, edge[0], edge[1], edge[2], edge[3]);
    assertThat(walked)
        .as("%s,%s to %s,%s at %s", edge[0], edge[1], edge[2], edge[3], frame.shift)
        .doesNotHaveDuplicates();
    assertThat(new HashSet<>(walked))
        .as("%s,%s to %s,%s at %s", edge[0], edge[1], edge[2], edge[3], frame.shift)
        .isEqualTo(expected);
  }

  private static List<Integer> walked(TileFrame frame, int ax, int ay, int bx, int by) {
    HotPixels hot = new HotPixels(frame);
    for (int column = 0; column < PIXELS + 3; column++) {
      for (int row = 0; row < PIXELS + 3; row++) {
        hot.add(frame.number(column, row));
      }
    }
    EdgeWalk walk = new EdgeWalk(frame, hot);
    walk.walk(ax, ay, bx, by);
    List<Integer> passed = new ArrayList<>();
    for (int i = 0; i < walk.count(); i++) {
      passed.add(walk.passed(i));
    }
    return passed;
  }

  /**
   * Whether a part of the edge lies in the square that holds its west and north side: whether the
   * latest start of its four bounds, as fractions of the edge, comes before their earliest end.
   */
  private static boolean passes(int[] edge, int west, int north, int side) {
    Bounds bounds = new Bounds();
    bounds.cut(edge[0], (long) edge[2] - edge[0], west, (long) west + side);
    bounds.cut(edge[1], (long) edge[3] - edge[1], north, (long) north + side);
    return bounds.isSomething();
  }

  /** A part of an edge as fractions of it, with whether its ends belong to it. */
  private static final class Bounds {

    private long from;
    private long fromOf = 1;
    private boolean isFromIn = true;
    private long to = 1;
    private long toOf = 1;
    private boolean isToIn = true;
    private boolean isNothing;

    /** Keeps what lies at {@code low} or beyond and before {@code high}. */
    void cut(long begin, long way, long low, long high) {
      if (way == 0) {
        isNothing |= begin < low || begin >= high;
      } else if (way > 0) {
        later(low - begin, way, true);
        sooner(high - begin, way, false);
      } else {
        later(begin - high, -way, false);
        sooner(begin - low, -way, true);
      }
    }

    private void later(long part, long of, boolean isIn) {
      long order = part * fromOf - from * of;
      if (order > 0 || (order == 0 && !isIn)) {
        from = part;
        fromOf = of;
        isFromIn = isIn;
      }
    }

    private void sooner(long part, long of, boolean isIn) {
      long order = part * toOf - to * of;
      if (order < 0 || (order == 0 && !isIn)) {
        to = part;
        toOf = of;
        isToIn = isIn;
      }
    }

    boolean isSomething() {
      long order = from * toOf - to * fromOf;
      return !isNothing && (order < 0 || (order == 0 && isFromIn && isToIn));
    }
  }
}
