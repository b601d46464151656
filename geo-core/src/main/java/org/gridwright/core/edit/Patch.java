package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * The grids around an edit, while it is made. What is done to a border is done to every grid that
 * has it. Points are {@link Packed}. Not thread-safe.
 */
final class Patch {

  /** Grids so near that an edge led through a lattice point may come to lie on them. */
  private static final int MARGIN = 2;

  private final EditablePlan plan;
  private final Map<String, LatticeMultiPolygon> before = new TreeMap<>(Plan.CODE_ORDER);
  private final Map<String, LatticeMultiPolygon> now = new TreeMap<>(Plan.CODE_ORDER);
  private final Set<Long> inserted = new LinkedHashSet<>();

  private Patch(EditablePlan plan) {
    this.plan = plan;
  }

  /** All grids whose rectangles come near a closed one. */
  static Patch around(EditablePlan plan, LatticeEnvelope box) {
    Patch patch = new Patch(plan);
    LatticeEnvelope wide =
        new LatticeEnvelope(
            box.minX() - MARGIN, box.minY() - MARGIN, box.maxX() + MARGIN, box.maxY() + MARGIN);
    for (Unit grid : plan.gridsNear(wide)) {
      patch.before.put(grid.code(), grid.drawnArea());
    }
    patch.now.putAll(patch.before);
    return patch;
  }

  /** Codes of all grids of the patch as it is now. */
  Set<String> codes() {
    return new TreeSet<>(now.keySet());
  }

  LatticeMultiPolygon area(String code) {
    return Objects.requireNonNull(now.get(code));
  }

  List<LatticeMultiPolygon> areas(Collection<String> codes) {
    return codes.stream().map(this::area).toList();
  }

  void put(String code, LatticeMultiPolygon area) {
    now.put(code, area);
  }

  void remove(String code) {
    now.remove(code);
  }

  /** The areas before, by code. */
  Map<String, LatticeMultiPolygon> before() {
    return before;
  }

  /** The areas as they are now, by code. */
  Map<String, LatticeMultiPolygon> now() {
    return now;
  }

  /**
   * Leads an edge through a point, in every grid that has the edge; and puts the point into other
   * edges that it lies on exactly.
   */
  void insert(EdgeChain.Edge edge, long point) {
    inserted.add(point);
    rewriteAll(
        points -> {
          long[] longer = null;
          int size = 0;
          for (int i = 0; i < points.length; i++) {
            long a = points[i];
            long b = points[(i + 1) % points.length];
            boolean through = EdgeChain.Edge.of(a, b).equals(edge) || isInside(a, b, point);
            if (through && longer == null) {
              longer = Arrays.copyOf(points, 2 * points.length);
              size = i;
            }
            if (longer != null) {
              longer[size++] = a;
              if (through) {
                longer[size++] = point;
              }
            }
          }
          return longer == null ? points : Arrays.copyOf(longer, size);
        });
  }

  /** Whether a point lies exactly on an edge, but at none of its ends. */
  static boolean isInside(long a, long b, long point) {
    return point != a
        && point != b
        && Lattice.onSegment(
            Packed.x(a), Packed.y(a), Packed.x(b), Packed.y(b), Packed.x(point), Packed.y(point));
  }

  /**
   * Moves vertices, all at once, of every grid that has them.
   *
   * @param moves from where each goes where
   */
  void move(Map<Long, Long> moves) {
    rewriteAll(
        points ->
            Arrays.stream(points).anyMatch(moves::containsKey)
                ? Arrays.stream(points).map(it -> moves.getOrDefault(it, it)).toArray()
                : points);
  }

  /** Takes a vertex out of every grid that has it. */
  void take(long point) {
    takeAll(each -> each == point, Progress.NONE);
  }

  /** Takes vertices out of every grid that has them. */
  void takeAll(LongPredicate gone, Progress progress) {
    rewriteAll(
        progress,
        points ->
            Arrays.stream(points).anyMatch(gone)
                ? Arrays.stream(points).filter(gone.negate()).toArray()
                : points);
  }

  private void rewriteAll(UnaryOperator<long[]> rewrite) {
    rewriteAll(Progress.NONE, rewrite);
  }

  private void rewriteAll(Progress progress, UnaryOperator<long[]> rewrite) {
    for (String code : codes()) {
      progress.checkpoint();
      LatticeMultiPolygon area = area(code);
      Optional<LatticeMultiPolygon> after = PackedRings.rewritten(area, rewrite);
      if (after.isEmpty()) {
        throw EditRefusedException.at(area, Refusal.UNIT_WOULD_VANISH, code);
      }
      now.put(code, after.get());
    }
  }

  /** The points next to a vertex along the edges of all grids. */
  Set<Long> neighbours(long vertex) {
    Set<Long> neighbours = new HashSet<>();
    now.values()
        .forEach(
            area ->
                area.forEachRing(
                    ring -> {
                      long[] points = PackedRings.points(ring);
                      for (int i = 0; i < points.length; i++) {
                        if (points[i] == vertex) {
                          neighbours.add(points[(i + points.length - 1) % points.length]);
                          neighbours.add(points[(i + 1) % points.length]);
                        }
                      }
                    }));
    return neighbours;
  }

  /** Takes back every point that was inserted and where no border begins, ends or turns. */
  void takeUnneeded() {
    for (long point : inserted) {
      List<Long> around = new ArrayList<>(neighbours(point));
      if (around.size() == 2 && isNearlyStraight(around.get(0), point, around.get(1))) {
        take(point);
      }
    }
  }

  /**
   * Takes away vertices that a split put on a border for the sake of one that is dissolved now; see
   * the package's fourth condition. All of them stay where grids are so narrow that one without
   * them would not fit.
   *
   * @param codes the grids between which borders may have been dissolved
   */
  void takeLeftovers(Collection<String> codes) {
    Map<String, LatticeMultiPolygon> kept = new TreeMap<>(now);
    List<Long> open = new ArrayList<>(endsOfDissolved(codes));
    try {
      boolean taken = false;
      boolean again = !open.isEmpty();
      while (again) {
        Set<Long> between = betweenTwoEdges(open);
        again = open.removeIf(vertex -> between.contains(vertex) && takeIfLeftover(vertex));
        taken |= again;
      }
      if (taken) {
        new SeamProof(this).require();
      }
    } catch (EditRefusedException tooNarrow) {
      now.clear();
      now.putAll(kept);
    }
  }

  /** Of some vertices those with two neighbours; all rings are walked along once. */
  private Set<Long> betweenTwoEdges(List<Long> vertices) {
    Map<Long, Set<Long>> neighbours = new HashMap<>();
    vertices.forEach(vertex -> neighbours.put(vertex, new HashSet<>()));
    for (LatticeMultiPolygon area : now.values()) {
      for (EdgeChain.Edge edge : PackedRings.edges(area)) {
        neighbours.computeIfPresent(edge.low(), (vertex, all) -> added(all, edge.high()));
        neighbours.computeIfPresent(edge.high(), (vertex, all) -> added(all, edge.low()));
      }
    }
    neighbours.values().removeIf(all -> all.size() != 2);
    return neighbours.keySet();
  }

  private static Set<Long> added(Set<Long> all, long point) {
    all.add(point);
    return all;
  }

  /** Ends of edges that two of the grids shared and none has any more. */
  private Set<Long> endsOfDissolved(Collection<String> codes) {
    Set<EdgeChain.Edge> once = new HashSet<>();
    Set<EdgeChain.Edge> gone = new HashSet<>();
    for (String code : codes) {
      if (before.containsKey(code)) {
        PackedRings.edges(Objects.requireNonNull(before.get(code))).stream()
            .filter(it -> !once.add(it))
            .forEach(gone::add);
      }
    }
    codes.stream()
        .filter(now::containsKey)
        .forEach(it -> gone.removeAll(PackedRings.edges(area(it))));
    Set<Long> ends = new TreeSet<>();
    for (EdgeChain.Edge edge : gone) {
      ends.add(edge.low());
      ends.add(edge.high());
    }
    return ends;
  }

  private boolean takeIfLeftover(long vertex) {
    List<Long> around = new ArrayList<>(neighbours(vertex));
    if (around.size() != 2
        || !isNearlyStraight(around.get(0), vertex, around.get(1))
        || plan.isBaseVertex(new LatticePoint(Packed.x(vertex), Packed.y(vertex)))) {
      return false;
    }
    take(vertex);
    return true;
  }

  /** Whether a vertex lies within rounding (1 to 1.5 steps) of the edge between its neighbours. */
  static boolean isNearlyStraight(long a, long vertex, long b) {
    long dx = (long) Packed.x(b) - Packed.x(a);
    long dy = (long) Packed.y(b) - Packed.y(a);
    long ux = (long) Packed.x(vertex) - Packed.x(a);
    long uy = (long) Packed.y(vertex) - Packed.y(a);
    long along = ux * dx + uy * dy;
    return Math.abs(dx * uy - dy * ux) <= Math.abs(dx) + Math.abs(dy)
        && along > 0
        && along < dx * dx + dy * dy;
  }

  /**
   * Hands the changed outlines over to an outcome that knows all grids, once the seam is proved.
   *
   * @throws EditRefusedException where the seam would break
   */
  void finish(Outcome outcome) {
    finish(outcome, Progress.NONE);
  }

  /** As {@link #finish(Outcome)}, watched. */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  void finish(Outcome outcome, Progress progress) {
    new SeamProof(this).require(progress);
    int depth = plan.plan().theme().gridLevel().depth();
    now.forEach(
        (code, area) -> {
          progress.checkpoint();
          Unit unit = outcome.unit(depth, code).orElseThrow();
          if (unit.area() != area) {
            outcome.put(unit.withArea(area));
          }
        });
  }
}
