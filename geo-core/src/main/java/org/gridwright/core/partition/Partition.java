package org.gridwright.core.partition;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;

/**
 * Arcs and faces of a seamless plan. Immutable and safe to read from any thread.
 *
 * <p>Grids and units are named by their index in the plan ({@link Plan#grids()}, {@link
 * Plan#units}). Everything lies in packed arrays: 8 bytes a point, 36 bytes an arc, 4 bytes a face
 * and a grid and level.
 */
public final class Partition implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The owner of what no grid covers. */
  public static final int OUTSIDE = -1;

  private final int[] start;
  private final int[] xy;
  private final int[] owner;
  private final int[] clockwise;
  private final int[] face;
  private final int[] faceOwner;
  private final int[] halvesStart;
  private final int[] halves;
  private final int[][] ancestor;

  private Partition(Edges edges, int[][] ancestor, Progress progress) throws NotSeamlessException {
    progress.checkpoint();
    Stars stars = new Stars(edges);
    progress.checkpoint();
    Arcs arcs = new Arcs(edges, stars);
    progress.checkpoint();
    this.ancestor = ancestor;
    start = arcs.starts();
    xy = arcs.points();
    owner = IntStream.range(0, 2 * arcs.count()).map(arcs::owner).toArray();
    clockwise = arcs.clockwise();
    progress.checkpoint();
    Faces faces = new Faces(edges, arcs, clockwise, start, xy);
    progress.checkpoint();
    face = faces.faceOfHalfArc();
    faceOwner = faces.owners();
    halvesStart = new int[edges.gridCount() + 2];
    halves = halvesByOwner();
  }

  /** As {@link #of(Plan, Progress)}, unwatched. */
  public static Partition of(Plan plan) throws NotSeamlessException {
    return of(plan, Progress.NONE);
  }

  /**
   * The partition of a plan's grids. Takes O(n log n) for n vertices.
   *
   * @throws NotSeamlessException when grids overlap, or edges cross
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Partition of(Plan plan, Progress progress) throws NotSeamlessException {
    int[][] ancestor = new int[plan.theme().levels().size()][];
    for (int depth = 0; depth < ancestor.length; depth++) {
      ancestor[depth] = plan.ancestorsOfGrids(depth);
    }
    return new Partition(
        Noding.noded(Edges.of(plan.grids(), progress), progress), ancestor, progress);
  }

  public int gridCount() {
    return halvesStart.length - 2;
  }

  public int arcCount() {
    return start.length - 1;
  }

  /** Number of points of an arc, at least 2; a closed arc repeats its first point as its last. */
  public int arcSize(int arc) {
    return start[arc + 1] - start[arc];
  }

  /** Longitude of point i of an arc in lattice steps. */
  public int arcX(int arc, int i) {
    return xy[2 * (start[arc] + i)];
  }

  /** Latitude of point i of an arc in lattice steps. */
  public int arcY(int arc, int i) {
    return xy[2 * (start[arc] + i) + 1];
  }

  /** Grid on the left of an arc; the smaller index of the two sides, never {@link #OUTSIDE}. */
  public int left(int arc) {
    return owner[2 * arc];
  }

  /** Grid on the right of an arc, or {@link #OUTSIDE}. */
  public int right(int arc) {
    return owner[2 * arc + 1];
  }

  public int leftFace(int arc) {
    return face[2 * arc];
  }

  public int rightFace(int arc) {
    return face[2 * arc + 1];
  }

  /** Geodesic length of an arc in metres. */
  public double arcMetres(int arc) {
    double metres = 0;
    for (int i = 1; i < arcSize(arc); i++) {
      metres += Geodesy.metres(arcX(arc, i - 1), arcY(arc, i - 1), arcX(arc, i), arcY(arc, i));
    }
    return metres;
  }

  /** Number of faces; face 0 is the unbounded one. */
  public int faceCount() {
    return faceOwner.length;
  }

  /** Grid that a face belongs to, or {@link #OUTSIDE}. */
  public int faceOwner(int face) {
    return faceOwner[face];
  }

  /** Faces of a grid: its connected parts, at least one. */
  public int[] facesOf(int grid) {
    return facesOwnedBy(grid);
  }

  /** Enclosed faces that nobody owns. */
  public int[] gapFaces() {
    return IntStream.of(facesOwnedBy(OUTSIDE)).filter(it -> it != 0).toArray();
  }

  /** The area of a bounded face: one polygon, except that it may touch itself in points. */
  public LatticeMultiPolygon faceArea(int bounded) {
    return new RingTracer(this).trace(halvesOf(faceOwner[bounded]), half -> face[half] == bounded);
  }

  /** A grid that shares boundary with another one. */
  public record Neighbour(int grid, double sharedMetres) {}

  /**
   * The grids that share at least one arc with a grid, ascending, with the geodesic length shared.
   * Grids that touch in single points are no neighbours.
   */
  public List<Neighbour> neighbours(int grid) {
    Map<Integer, Double> shared = new TreeMap<>();
    for (int half : halvesOf(grid)) {
      if (owner[half ^ 1] != OUTSIDE) {
        shared.merge(owner[half ^ 1], arcMetres(half >> 1), Double::sum);
      }
    }
    List<Neighbour> neighbours = new ArrayList<>();
    shared.forEach((other, metres) -> neighbours.add(new Neighbour(other, metres)));
    return List.copyOf(neighbours);
  }

  /** The area of a grid, rebuilt from its arcs. */
  public LatticeMultiPolygon area(int grid) {
    return new RingTracer(this).trace(halvesOf(grid), half -> owner[half] == grid);
  }

  /**
   * The area of a unit of any level, read off the arcs. Takes time linear in the number of grids
   * and in the arcs of the unit's own; use {@link #outlines} for a whole level.
   *
   * @throws IllegalArgumentException for a unit without grids
   */
  public LatticeMultiPolygon outline(int depth, int unit) {
    int[] members =
        IntStream.range(0, gridCount()).filter(grid -> ancestor[depth][grid] == unit).toArray();
    if (members.length == 0) {
      throw new IllegalArgumentException("unit " + unit + " of level " + depth + " has no grids");
    }
    return outlineOf(members, depth, unit);
  }

  /** Areas of all units of a level, by unit index; units without grids are absent. */
  public Map<Integer, LatticeMultiPolygon> outlines(int depth) {
    return outlines(depth, Progress.NONE);
  }

  /** As above, with a checkpoint at each unit. */
  Map<Integer, LatticeMultiPolygon> outlines(int depth, Progress progress) {
    Map<Integer, IntStream.Builder> members = new TreeMap<>();
    for (int grid = 0; grid < gridCount(); grid++) {
      members.computeIfAbsent(ancestor[depth][grid], it -> IntStream.builder()).add(grid);
    }
    Map<Integer, LatticeMultiPolygon> outlines = new TreeMap<>();
    members.forEach(
        (unit, grids) -> {
          progress.checkpoint();
          outlines.put(unit, outlineOf(grids.build().toArray(), depth, unit));
        });
    return outlines;
  }

  /** Arcs with different units of a level on their sides, ascending. */
  public int[] arcsOfLevel(int depth) {
    return IntStream.range(0, arcCount())
        .filter(arc -> unit(depth, left(arc)) != unit(depth, right(arc)))
        .toArray();
  }

  private LatticeMultiPolygon outlineOf(int[] grids, int depth, int unit) {
    int[] around =
        IntStream.of(grids)
            .flatMap(grid -> IntStream.of(halvesOf(grid)))
            .filter(half -> unit(depth, owner[half ^ 1]) != unit)
            .toArray();
    return new RingTracer(this)
        .trace(
            around,
            half -> unit(depth, owner[half]) == unit && unit(depth, owner[half ^ 1]) != unit);
  }

  private int unit(int depth, int grid) {
    return grid == OUTSIDE ? OUTSIDE : ancestor[depth][grid];
  }

  private int[] facesOwnedBy(int grid) {
    return IntStream.of(halvesOf(grid)).map(half -> face[half]).distinct().sorted().toArray();
  }

  /** Half-arcs with an owner on their left: half-arc 2k runs along arc k, 2k + 1 back. */
  private int[] halvesOf(int grid) {
    int row = grid == OUTSIDE ? gridCount() : grid;
    return IntStream.range(halvesStart[row], halvesStart[row + 1]).map(i -> halves[i]).toArray();
  }

  private int[] halvesByOwner() {
    for (int grid : owner) {
      halvesStart[(grid == OUTSIDE ? gridCount() : grid) + 1]++;
    }
    for (int row = 0; row <= gridCount(); row++) {
      halvesStart[row + 1] += halvesStart[row];
    }
    int[] fill = halvesStart.clone();
    int[] sorted = new int[owner.length];
    for (int half = 0; half < owner.length; half++) {
      sorted[fill[owner[half] == OUTSIDE ? gridCount() : owner[half]]++] = half;
    }
    return sorted;
  }

  /**
   * The half-arc that leaves the same node next to this one, clockwise; half-arc 2k leaves the
   * first point of arc k with {@link #left} on its left, and 2k + 1 its last point with {@link
   * #right}. Followed until it comes back, it passes all owners of the ground around the node.
   */
  public int clockwise(int half) {
    return clockwise[half];
  }
}
