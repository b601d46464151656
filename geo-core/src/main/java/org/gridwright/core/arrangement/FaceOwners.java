package org.gridwright.core.arrangement;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Says which units cover each face: nobody covers the unbounded one, and the rest follows from what
 * changes across each edge. The jurisdiction is told apart as the unit after the last one.
 */
final class FaceOwners {

  private final int[][] owners;
  private final int[] depth;
  private final boolean[] inJurisdiction;
  private final BitSet open = new BitSet();

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
    noteOpenFaces(edges, graph);
  }

  private void noteOpenFaces(GraphEdges edges, PlanarGraph graph) {
    open.set(Arrangement.OUTSIDE);
    for (int edge = 0; edge < edges.count(); edge++) {
      if (edges.isBeyond(edge)) {
        for (int half = 2 * edge; half <= 2 * edge + 1; half++) {
          if (depth[graph.face(half)] == 0) {
            open.set(graph.face(half));
          }
        }
      }
    }
  }

  /** Whether nobody covers a face and it is unbounded, or borders on units that were left out. */
  boolean isOpen(int face) {
    return open.get(face);
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
