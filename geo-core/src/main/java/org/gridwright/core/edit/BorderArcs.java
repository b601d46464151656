package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.lattice.EdgeNumbers;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.work.Progress;

/**
 * The shared borders of areas, as arcs: chains of vertices from one that has to stay to the next.
 * What is between the ends lies between the same two areas, and nothing else begins there. Vertices
 * and edges are numbered; takes time linear in the outlines. Immutable but for its tables, which
 * its owner goes on filling; not thread-safe.
 */
final class BorderArcs {

  private final EdgeNumbers points;
  private final EdgeNumbers edges;

  /** How many rings have an edge, and whether one of them is chosen. */
  private byte[] uses = new byte[1024];

  private final BitSet chosen = new BitSet();

  /** Two of each vertex's neighbours, and how many edges it has. */
  private int[] beside = new int[2048];

  private byte[] degrees = new byte[1024];
  private final BitSet free = new BitSet();

  /**
   * @param areas by code
   * @param codes borders of these are wanted
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  BorderArcs(Map<String, LatticeMultiPolygon> areas, Set<String> codes, Progress progress) {
    int shared = shared(areas.values());
    points = new EdgeNumbers(shared);
    edges = new EdgeNumbers(shared);
    areas.forEach(
        (code, area) -> {
          progress.checkpoint();
          addArea(area, codes.contains(code));
        });
    for (int edge = 0; edge < edges.count(); edge++) {
      pause(progress, edge);
      join(number(edges.low(edge)), number(edges.high(edge)));
    }
    free.set(0, points.count());
    for (int edge = 0; edge < edges.count(); edge++) {
      pause(progress, edge);
      if (uses[edge] != 2 || !chosen.get(edge)) {
        free.clear(number(edges.low(edge)));
        free.clear(number(edges.high(edge)));
      }
    }
    for (int vertex = 0; vertex < points.count(); vertex++) {
      if (degrees[vertex] != 2) {
        free.clear(vertex);
      }
    }
  }

  /** A checkpoint after each few of what is quickly done. */
  static void pause(Progress progress, int done) {
    if ((done & 0xfff) == 0) {
      progress.checkpoint();
    }
  }

  /** About how many edges there are where most are shared by two: room is made for them at once. */
  private static int shared(Collection<LatticeMultiPolygon> areas) {
    long[] all = new long[1];
    areas.forEach(area -> area.forEachRing(ring -> all[0] += ring.size()));
    return (int) Math.min(1 << 28, all[0] / 2 + all[0] / 16);
  }

  private void addArea(LatticeMultiPolygon area, boolean wanted) {
    area.forEachRing(
        ring -> {
          long from = Packed.of(ring.x(0), ring.y(0));
          for (int i = 1; i < ring.size(); i++) {
            long to = Packed.of(ring.x(i), ring.y(i));
            points.number(to, to);
            int edge = edges.number(from, to);
            if (edge >= uses.length) {
              uses = Arrays.copyOf(uses, 2 * edge);
            }
            uses[edge] = (byte) Math.min(3, uses[edge] + 1);
            if (wanted) {
              chosen.set(edge);
            }
            from = to;
          }
        });
    int count = points.count();
    if (count > degrees.length) {
      degrees = Arrays.copyOf(degrees, 2 * count);
      beside = Arrays.copyOf(beside, 4 * count);
    }
  }

  private void join(int a, int b) {
    put(a, b);
    put(b, a);
  }

  private void put(int vertex, int other) {
    if (degrees[vertex] < 2) {
      beside[2 * vertex + degrees[vertex]] = other;
    }
    degrees[vertex] = (byte) Math.min(3, degrees[vertex] + 1);
  }

  /** The number of a vertex of the areas. */
  int number(long point) {
    return points.find(point, point);
  }

  int vertexCount() {
    return points.count();
  }

  /** A vertex, {@link Packed}. */
  long point(int vertex) {
    return points.low(vertex);
  }

  /** All edges; those that come to be may be added. */
  EdgeNumbers edges() {
    return edges;
  }

  /**
   * The arcs that have inner vertices, from end to end. A closed one, which meets no other border,
   * begins and ends at its lowest vertex.
   */
  List<int[]> arcs(Progress progress) {
    List<int[]> arcs = new ArrayList<>();
    BitSet open = (BitSet) free.clone();
    for (int vertex = open.nextSetBit(0); vertex >= 0; vertex = open.nextSetBit(vertex + 1)) {
      pause(progress, arcs.size());
      int[] back = walk(vertex, beside[2 * vertex], open);
      if (back[back.length - 1] == vertex) {
        arcs.add(closed(back));
      } else {
        int[] on = walk(vertex, beside[2 * vertex + 1], open);
        int[] arc = new int[back.length + on.length - 1];
        for (int i = 0; i < back.length; i++) {
          arc[back.length - 1 - i] = back[i];
        }
        System.arraycopy(on, 0, arc, back.length - 1, on.length);
        arcs.add(arc);
      }
    }
    return arcs;
  }

  /** From a vertex over a neighbour to the next one that is not free, or to itself. */
  private int[] walk(int start, int over, BitSet open) {
    int[] walked = new int[16];
    walked[0] = start;
    int size = 1;
    int before = start;
    int here = over;
    open.clear(start);
    while (true) {
      if (size == walked.length) {
        walked = Arrays.copyOf(walked, 2 * size);
      }
      walked[size++] = here;
      if (here == start || !free.get(here)) {
        return Arrays.copyOf(walked, size);
      }
      open.clear(here);
      int next = beside[2 * here] == before ? beside[2 * here + 1] : beside[2 * here];
      before = here;
      here = next;
    }
  }

  private int[] closed(int[] ring) {
    int lowest = 0;
    for (int i = 1; i + 1 < ring.length; i++) {
      lowest = point(ring[i]) < point(ring[lowest]) ? i : lowest;
    }
    int[] arc = new int[ring.length];
    for (int i = 0; i < ring.length; i++) {
      arc[i] = ring[(lowest + i) % (ring.length - 1)];
    }
    return arc;
  }
}
