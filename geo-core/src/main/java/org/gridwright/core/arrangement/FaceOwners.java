package org.gridwright.core.arrangement;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Says which units cover each face: nobody covers the unbounded one, and the rest follows from what
 * changes across each edge. The jurisdiction is told apart as the unit after the last one.
 */
final class FaceOwners {

  private final int[][] owners;
  private final int[] depth;
  private final boolean[] inJurisdiction;

  FaceOwners(GraphEdges edges, PlanarGraph graph, int[][] walksByFace, int unitCount) {
    int[][] named = new int[graph.faceCount()][];
    int[] sound = new int[graph.faceCount()];
    ArrayDeque<Integer> open = new ArrayDeque<>();
    named[0] = new int[0];
    open.add(0);
    while (!open.isEmpty()) {
      int face = open.remove();
      for (int first : walksByFace[face]) {
        int half = first;
        do {
          int beyond = graph.face(half ^ 1);
          if (named[beyond] == null) {
            int step = edges.soundStep(half >> 1);
            named[beyond] = edges.across(half >> 1, named[face]);
            sound[beyond] = sound[face] - ((half & 1) == 0 ? step : -step);
            open.add(beyond);
          }
          half = graph.next(half);
        } while (half != first);
      }
    }
    owners = new int[named.length][];
    depth = new int[named.length];
    inJurisdiction = new boolean[named.length];
    for (int face = 0; face < named.length; face++) {
      int[] units = named[face];
      inJurisdiction[face] = units.length > 0 && units[units.length - 1] == unitCount;
      int count = units.length - (inJurisdiction[face] ? 1 : 0);
      depth[face] = count + sound[face];
      owners[face] = Arrays.copyOf(units, count);
      if (sound[face] != 0) {
        owners[face] = new int[count + 1];
        owners[face][0] = Arrangement.SOUND;
        System.arraycopy(units, 0, owners[face], 1, count);
      }
    }
  }

  /** Units over a face, ascending. Not to be changed. */
  int[] of(int face) {
    return owners[face];
  }

  int depth(int face) {
    return depth[face];
  }

  boolean inJurisdiction(int face) {
    return inJurisdiction[face];
  }
}
