package org.gridwright.core.arrangement;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.gridwright.core.lattice.EdgeNumbers;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Which edges have a partner: an edge that occurs exactly twice, once in each direction, is
 * <em>matched</em>. Across it one unit ends and another begins, so that the number of units does
 * not change.
 *
 * <p>All edges are first spread over buckets by their hash, so that each bucket's own table stays
 * in the processor's cache; buckets are worked on in parallel. Time and space are linear: 21 bytes
 * an edge while it works; after, a byte for each edge of those units that have an unmatched one.
 * Immutable and thread-safe.
 */
public final class EdgeMatching {

  /** State of an edge without a partner. */
  static final byte UNMATCHED = 0;

  /** State of an edge with a partner. */
  static final byte MATCHED = 1;

  /** State of an edge whose partner is of a unit that was left out; see {@link #part}. */
  static final byte BEYOND = 2;

  /** Receives the edges of a unit in order of its rings; the ends are {@link Packed} points. */
  @FunctionalInterface
  public interface EdgeVisitor {
    void visit(long from, long to, boolean matched);
  }

  /** As {@link EdgeVisitor}, with the state of the edge. */
  @FunctionalInterface
  interface StateVisitor {
    void visit(long from, long to, byte state);
  }

  private final LatticeMultiPolygon[] areas;

  /** State of each edge of each unit; null for a unit whose edges are all matched. */
  private final byte[] @Nullable [] states;

  private final UnitBoxes boxes;
  private final BitSet open = new BitSet();
  private long unmatched;

  private EdgeMatching(LatticeMultiPolygon[] areas, UnitBoxes boxes) {
    this.areas = areas;
    this.states = new byte[areas.length][];
    this.boxes = boxes;
  }

  /** As {@link #of(List, Progress)}, unwatched. */
  public static EdgeMatching of(List<LatticeMultiPolygon> areas) {
    return of(areas, Progress.NONE);
  }

  /**
   * Matches all edges of a list of areas.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static EdgeMatching of(List<LatticeMultiPolygon> areas, Progress progress) {
    LatticeMultiPolygon[] units = areas.toArray(LatticeMultiPolygon[]::new);
    EdgeMatching matching = new EdgeMatching(units, UnitBoxes.of(units));
    new FullMatching(units, progress).visitOpenUnits(matching::put);
    return matching;
  }

  /**
   * The matching after a change of a few units: only edges that a changed unit has or had are
   * counted again, among the units near them.
   *
   * @param changed the area of a unit that has no position before
   */
  public EdgeMatching after(Renumbering renumbering, IntFunction<LatticeMultiPolygon> changed) {
    LatticeMultiPolygon[] after = new LatticeMultiPolygon[renumbering.size()];
    renumbering.copy(areas, after);
    for (int unit : renumbering.fresh()) {
      after[unit] = changed.apply(unit);
    }
    EdgeMatching next = new EdgeMatching(after, boxes.after(after, renumbering));
    next.takeOver(this, renumbering);
    EdgeNumbers concerned = new EdgeNumbers(256);
    BitSet near = new BitSet();
    for (int was : renumbering.gone()) {
      visit(was, (from, to, matched) -> concerned.number(from, to));
      next.boxes.visit(boxes.box(was), near::set);
    }
    for (int unit : renumbering.fresh()) {
      next.visit(unit, (from, to, matched) -> concerned.number(from, to));
      next.boxes.visit(next.boxes.box(unit), near::set);
    }
    next.rematch(near, concerned);
    return next;
  }

  /** Takes the states of the units that kept their areas over. */
  private void takeOver(EdgeMatching earlier, Renumbering renumbering) {
    renumbering.copy(earlier.states, states);
    unmatched = earlier.unmatched;
    for (int was = earlier.open.nextSetBit(0); was >= 0; was = earlier.open.nextSetBit(was + 1)) {
      int unit = renumbering.after(was);
      if (unit >= 0) {
        open.set(unit);
      } else {
        unmatched -= unmatchedOf(earlier.areas[was], earlier.states[was]);
      }
    }
  }

  /** Counts some edges again among all the units that have them. */
  private void rematch(BitSet near, EdgeNumbers concerned) {
    EdgeCounts counts = new EdgeCounts(concerned.count());
    near.stream()
        .forEach(
            unit ->
                visit(
                    unit,
                    (from, to, matched) -> {
                      int edge = concerned.find(from, to);
                      if (edge >= 0) {
                        counts.add(edge, from < to);
                      }
                    }));
    near.stream()
        .forEach(
            unit ->
                put(
                    unit,
                    statesOf(
                        unit,
                        (from, to, state) -> {
                          int edge = concerned.find(from, to);
                          return edge < 0 ? state : counts.isPair(edge) ? MATCHED : UNMATCHED;
                        })));
  }

  /**
   * The matching of some of the units, as a list of its own in the order given. Edges whose partner
   * is of a unit that was left out are {@link #BEYOND}.
   */
  public EdgeMatching part(int[] units) {
    LatticeMultiPolygon[] some = new LatticeMultiPolygon[units.length];
    Arrays.setAll(some, i -> areas[units[i]]);
    EdgeMatching part = new EdgeMatching(some, UnitBoxes.of(some));
    EdgeNumbers edges = new EdgeNumbers(1024);
    EdgeCounts counts = new EdgeCounts(1024);
    for (int unit : units) {
      forEachEdge(unit, (from, to, state) -> counts.add(edges.number(from, to), from < to));
    }
    for (int i = 0; i < units.length; i++) {
      part.put(
          i,
          statesOf(
              units[i],
              (from, to, state) ->
                  state == MATCHED && !counts.isPair(edges.find(from, to)) ? BEYOND : state));
    }
    return part;
  }

  /** Gives the state of an edge, from the one known. */
  @FunctionalInterface
  private interface StateChange {
    byte state(long from, long to, byte known);
  }

  private byte @Nullable [] statesOf(int unit, StateChange change) {
    byte[] result = new byte[edgeCount(areas[unit])];
    int[] next = {0};
    boolean[] all = {true};
    forEachEdge(
        unit,
        (from, to, known) -> {
          byte state = change.state(from, to, known);
          result[next[0]++] = state;
          all[0] &= state == MATCHED;
        });
    return all[0] ? null : result;
  }

  private void put(int unit, byte @Nullable [] edgeStates) {
    unmatched += unmatchedOf(areas[unit], edgeStates) - unmatchedOf(areas[unit], states[unit]);
    states[unit] = edgeStates;
    open.set(unit, edgeStates != null);
  }

  /**
   * A number that stands for the unmatched edges: the same edges, the same number, in whichever
   * order; other edges, most likely another one.
   */
  public long unmatchedNumber() {
    return unmatched;
  }

  private static long unmatchedOf(LatticeMultiPolygon area, byte @Nullable [] edgeStates) {
    if (edgeStates == null) {
      return 0;
    }
    long[] sum = {0};
    walk(
        area,
        edgeStates,
        (from, to, state) ->
            sum[0] += state == UNMATCHED ? mixed(from + 0x9E3779B97F4A7C15L * mixed(to)) : 0);
    return sum[0];
  }

  /** The finalizer of SplitMix64 (G. Steele et al., 2014). */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static int edgeCount(LatticeMultiPolygon area) {
    int edges = 0;
    for (LatticePolygon polygon : area.polygons()) {
      edges += polygon.shell().size() - 1;
      for (LatticeRing hole : polygon.holes()) {
        edges += hole.size() - 1;
      }
    }
    return edges;
  }

  /** The areas, by unit. */
  public List<LatticeMultiPolygon> areas() {
    return Collections.unmodifiableList(Arrays.asList(areas));
  }

  UnitBoxes boxes() {
    return boxes;
  }

  /** Visits the units whose rectangle meets a closed rectangle, in no particular order. */
  public void visitNear(LatticeEnvelope box, IntConsumer visitor) {
    boxes.visit(new int[] {box.minX(), box.minY(), box.maxX(), box.maxY()}, visitor);
  }

  /** Units with an edge that is not matched among them. Not to be changed. */
  public BitSet open() {
    return open;
  }

  /** Visits the edges of a unit, each with its direction. */
  public void visit(int unit, EdgeVisitor visitor) {
    forEachEdge(unit, (from, to, state) -> visitor.visit(from, to, state != UNMATCHED));
  }

  /** Visits the edges of a unit, each with its direction and state. */
  void forEachEdge(int unit, StateVisitor visitor) {
    walk(areas[unit], states[unit], visitor);
  }

  /**
   * Visits the edges of an area.
   *
   * @param known the state of each edge; null where all are matched
   */
  static void walk(LatticeMultiPolygon area, byte @Nullable [] known, StateVisitor visitor) {
    int edge = 0;
    for (LatticePolygon polygon : area.polygons()) {
      edge = walk(polygon.shell(), known, edge, visitor);
      for (LatticeRing hole : polygon.holes()) {
        edge = walk(hole, known, edge, visitor);
      }
    }
  }

  private static int walk(
      LatticeRing ring, byte @Nullable [] known, int first, StateVisitor visitor) {
    long from = Packed.of(ring.x(0), ring.y(0));
    for (int i = 1; i < ring.size(); i++) {
      long to = Packed.of(ring.x(i), ring.y(i));
      visitor.visit(from, to, known == null ? MATCHED : known[first + i - 1]);
      from = to;
    }
    return first + ring.size() - 1;
  }
}
