package org.gridwright.core.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.lattice.BoxTree;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * Which parts may have to do with each other: those whose rectangles meet, and all that are joined
 * by such ones. Stray holes count for the rectangle of their part.
 */
final class PartNeighbours {

  private final int[] next;

  private PartNeighbours(int parts) {
    next = new int[parts];
    for (int part = 0; part < parts; part++) {
      next[part] = part;
    }
  }

  /** Positions of parts, ascending, in groups by their first one. */
  static List<List<Integer>> of(List<LatticePolygon> parts) {
    if (parts.size() == 1) {
      return List.of(List.of(0));
    }
    int[] boxes = new int[4 * parts.size()];
    for (int part = 0; part < parts.size(); part++) {
      LatticeEnvelope box = box(parts.get(part));
      boxes[4 * part] = box.minX();
      boxes[4 * part + 1] = box.minY();
      boxes[4 * part + 2] = box.maxX();
      boxes[4 * part + 3] = box.maxY();
    }
    PartNeighbours groups = new PartNeighbours(parts.size());
    new BoxTree(boxes).visitPairs(groups::join);
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int part = 0; part < parts.size(); part++) {
      members.computeIfAbsent(groups.first(part), it -> new ArrayList<>()).add(part);
    }
    return List.copyOf(members.values());
  }

  private static LatticeEnvelope box(LatticePolygon part) {
    LatticeEnvelope box = part.shell().envelope();
    for (LatticeRing hole : part.holes()) {
      box = box.union(hole.envelope());
    }
    return box;
  }

  private void join(int a, int b) {
    int one = first(a);
    int other = first(b);
    next[Math.max(one, other)] = Math.min(one, other);
  }

  private int first(int part) {
    int at = part;
    while (next[at] != at) {
      next[at] = next[next[at]];
      at = next[at];
    }
    return at;
  }
}
