package org.gridwright.core.arrangement;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.work.Progress;

/**
 * Faces with owner sets around everything in a plan that does not fit together; see the package.
 * Units are named by their position in the list of areas. Immutable and safe to read from any
 * thread.
 *
 * <p>A half-edge {@code 2e} runs from the western end of edge e to the eastern one (from south to
 * north where it is vertical), {@code 2e + 1} back. Each has one face on its left.
 */
public final class Arrangement {

  /** Stands, in owner sets, for whichever unit that is not named lies there. */
  public static final int SOUND = -1;

  /** The unbounded face. */
  public static final int OUTSIDE = 0;

  private final GraphEdges edges;
  private final PlanarGraph graph;
  private final FaceOwners owners;
  private final int[][] walksByFace;
  private final BitSet named;
  private final int unitCount;

  Arrangement(GraphEdges edges, BitSet named, int unitCount, Progress progress) {
    this.edges = edges;
    this.graph = new PlanarGraph(edges, progress);
    progress.checkpoint();
    this.walksByFace = graph.walksByFace();
    progress.checkpoint();
    this.owners = new FaceOwners(edges, graph, walksByFace, unitCount);
    this.named = named;
    this.unitCount = unitCount;
  }

  /**
   * The arrangement of a list of areas. A clean plan costs one pass over its edges, and work on its
   * outer boundary.
   *
   * @param areas valid or not; all less than 90 degrees apart
   * @param invalid positions of the areas whose rings are not valid, and of others that have to be
   *     named for another reason
   */
  public static Arrangement of(List<LatticeMultiPolygon> areas, BitSet invalid) {
    return of(areas, invalid, Progress.NONE);
  }

  /**
   * As {@link #of(List, BitSet)}, watched.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Arrangement of(List<LatticeMultiPolygon> areas, BitSet invalid, Progress progress) {
    return of(EdgeMatching.of(areas, progress), invalid, progress);
  }

  /** As {@link #of(List, BitSet)}, for areas whose edges were matched before. */
  public static Arrangement of(EdgeMatching matching, BitSet invalid) {
    return of(matching, invalid, Progress.NONE);
  }

  /** As {@link #of(EdgeMatching, BitSet)}, watched. */
  public static Arrangement of(EdgeMatching matching, BitSet invalid, Progress progress) {
    return new Neighbourhood(matching, invalid, null, progress).arrangement();
  }

  /**
   * As {@link #of(EdgeMatching, BitSet)}, with an area that the units are meant to cover exactly.
   * Units that lie partly outside it are named too.
   */
  public static Arrangement within(
      LatticeMultiPolygon jurisdiction, EdgeMatching matching, BitSet invalid) {
    return within(jurisdiction, matching, invalid, Progress.NONE);
  }

  /** As {@link #within(LatticeMultiPolygon, EdgeMatching, BitSet)}, watched. */
  public static Arrangement within(
      LatticeMultiPolygon jurisdiction, EdgeMatching matching, BitSet invalid, Progress progress) {
    return new Neighbourhood(matching, invalid, jurisdiction, progress).arrangement();
  }

  /**
   * The arrangement of all outlines of a few areas, matched or not, and of lines that divide faces
   * further. Each area is named.
   *
   * @param lines points of each line, {@link Packed}; a line need not end on an outline
   */
  public static Arrangement divided(List<LatticeMultiPolygon> areas, List<long[]> lines) {
    return divided(areas, lines, Progress.NONE);
  }

  /** As {@link #divided(List, List)}, watched. */
  public static Arrangement divided(
      List<LatticeMultiPolygon> areas, List<long[]> lines, Progress progress) {
    BitSet named = new BitSet();
    named.set(0, areas.size());
    Linework work = new Linework(1024);
    for (int unit = 0; unit < areas.size(); unit++) {
      int owner = unit;
      areas.get(unit).forEachRing(ring -> work.add(ring, owner));
    }
    for (long[] line : lines) {
      for (int i = 1; i < line.length; i++) {
        if (line[i - 1] != line[i]) {
          work.add(line[i - 1], line[i], areas.size() + 1, Linework.DRAWN);
        }
      }
    }
    GraphEdges noded = new GraphEdges(SnapRounding.node(work, progress), named, progress);
    return new Arrangement(noded, named, areas.size(), progress);
  }

  /** Number of units, named or not. */
  public int unitCount() {
    return unitCount;
  }

  /** Whether a unit is told apart in owner sets. */
  public boolean isNamed(int unit) {
    return named.get(unit);
  }

  /** Units that are told apart, ascending. */
  public int[] namedUnits() {
    return named.stream().filter(unit -> unit < unitCount).toArray();
  }

  /** Number of faces; face 0 is the unbounded one. */
  public int faceCount() {
    return graph.faceCount();
  }

  /** Units over a face, ascending; {@link #SOUND} first where one that is not named is. */
  public int[] owners(int face) {
    return owners.of(face).clone();
  }

  /** How many units cover a face. */
  public int depth(int face) {
    return owners.depth(face);
  }

  /**
   * Whether a face is open ground: the unbounded face, or one of a {@linkplain EdgeMatching#part
   * part} that nobody covers and that borders on units that were left out, so that what lies there
   * can not be seen.
   */
  public boolean isOpen(int face) {
    return owners.isOpen(face);
  }

  /** Whether an edge, or the longer one it is a part of, has its partner in a unit left out. */
  boolean isBeyond(int edge) {
    return edges.isBeyond(edge);
  }

  /** Whether a unit covers a face. */
  public boolean covers(int unit, int face) {
    for (int owner : owners.of(face)) {
      if (owner == unit) {
        return true;
      }
    }
    return false;
  }

  /** Whether the jurisdiction that was given covers a face; false without one. */
  public boolean inJurisdiction(int face) {
    return owners.inJurisdiction(face);
  }

  public int edgeCount() {
    return edges.count();
  }

  /** Face on the left of a half-edge. */
  public int face(int half) {
    return graph.face(half);
  }

  /** Longitude of the start of a half-edge in lattice steps. */
  public int x(int half) {
    return Packed.x(edges.from(half));
  }

  /** Latitude of the start of a half-edge in lattice steps. */
  public int y(int half) {
    return Packed.y(edges.from(half));
  }

  /** Whether a unit drew an edge, or the longer one it is a part of, without a matching partner. */
  public boolean isUnmatched(int edge) {
    return edges.isUnmatched(edge);
  }

  /** How many named units lie on one side of an edge only. */
  public int changes(int edge) {
    return edges.changes(edge);
  }

  /** Visits the half-edges with a face on their left: the outer walk first, each in order. */
  public void forEachHalf(int face, IntConsumer visitor) {
    for (int first : walksByFace[face]) {
      int half = first;
      do {
        visitor.accept(half);
        half = graph.next(half);
      } while (half != first);
    }
  }

  /** Geodesic length of an edge in metres. */
  public double metres(int edge) {
    return Geodesy.metres(x(2 * edge), y(2 * edge), x(2 * edge + 1), y(2 * edge + 1));
  }

  /** Length in metres of the border that a face shares with each face beside it, by face. */
  public Map<Integer, Double> borders(int face) {
    Map<Integer, Double> metres = new TreeMap<>();
    forEachHalf(face, half -> metres.merge(face(half ^ 1), metres(half >> 1), Double::sum));
    return metres;
  }

  /**
   * The union of bounded faces, as valid polygons with every point of the arrangement on their
   * outline; empty for no faces.
   */
  public Optional<LatticeMultiPolygon> area(int... faces) {
    return Optional.ofNullable(new RegionTracer(this).trace(faces));
  }

  /** Bounded faces, ascending. */
  public IntStream boundedFaces() {
    return IntStream.range(1, faceCount());
  }

  /** The half-edge after this one on the walk around the face on its left. */
  int next(int half) {
    return graph.next(half);
  }

  /** The half-edge that leaves the same point next to this one, clockwise. */
  int clockwise(int half) {
    return graph.clockwise(half);
  }
}
