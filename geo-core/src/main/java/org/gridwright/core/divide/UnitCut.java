package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;

/** Cuts one unit: the blocks, the parts that they are given to, and the outlines of these. */
final class UnitCut {

  /** New cuts have a point about every tenth of a grid's width. */
  private static final double SPACING = 0.1;

  /** Streets may be led on by a third of a grid's width. */
  private static final double LINK_REACH = 0.33;

  private final Mosaic mosaic;
  private final List<Face> faces = new ArrayList<>();

  private UnitCut(Mosaic mosaic) {
    this.mosaic = mosaic;
  }

  /** Parts that were made in another way. */
  static UnitCut of(Mosaic mosaic) {
    return new UnitCut(mosaic);
  }

  /**
   * A unit cut into a number of parts.
   *
   * @param area valid, with the stops
   * @param points positions of the unit's points among the weights
   */
  static UnitCut of(
      LatticeMultiPolygon area,
      int[] points,
      int count,
      DivideOptions options,
      Streets streets,
      Set<Long> stops,
      Progress progress) {
    double gridMetres = Math.sqrt(GroundShape.of(area).squareMetres() / count);
    return blocks(area, points, count, gridMetres, options, streets, progress)
        .divided(count, gridMetres, options, stops);
  }

  /** The blocks of a unit, not divided yet. */
  static UnitCut blocks(
      LatticeMultiPolygon area,
      int[] points,
      int count,
      double gridMetres,
      DivideOptions options,
      Streets streets,
      Progress progress) {
    LocalFrame frame = LocalFrame.around(area.envelope());
    double weight = 0;
    for (int i : points) {
      weight += options.weights().weight(i);
    }
    boolean byArea = weight == 0;
    Map<DirectedEdge, Integer> inside =
        count == 1 ? Map.of() : streets.inside(area, frame, LINK_REACH * gridMetres);
    Blocks blocks = Blocks.of(area, inside, frame, progress);
    Mosaic mosaic =
        new Mosaic(
            frame, options.weights(), byArea, blocks.streets(), SPACING * gridMetres, progress);
    UnitCut cut = new UnitCut(mosaic);
    cut.addFaces(blocks.rings(), points);
    cut.linkIslands();
    return cut;
  }

  /** Divides the blocks, all in part 0 so far. */
  private UnitCut divided(int count, double gridMetres, DivideOptions options, Set<Long> stops) {
    mosaic.openParts(count);
    double gridLoad = mosaic.load(0) / count;
    Cutter cutter = new Cutter(mosaic, stops, gridLoad, gridMetres);
    Refinement refinement =
        new Refinement(mosaic, cutter, gridLoad, gridMetres, options.tolerance());
    Bisection bisection =
        new Bisection(mosaic, cutter, refinement, gridLoad, gridMetres, options.seed());
    bisection.divide(0, count);
    refinement.evenAll();
    new Recombination(mosaic, bisection, refinement, gridLoad, gridMetres, options.tolerance())
        .improveAll();
    refinement.evenAll();
    refinement.straighten();
    return this;
  }

  Mosaic mosaic() {
    return mosaic;
  }

  private void addFaces(List<long[]> rings, int[] points) {
    WeightedPoints weights = mosaic.weights();
    List<List<Integer>> owned = new ArrayList<>();
    rings.forEach(ring -> owned.add(new ArrayList<>()));
    List<LatticeRing> closed = rings.stream().map(UnitCut::closed).toList();
    for (int i : points) {
      mosaic.checkpoint();
      int owner = -1;
      for (int f = 0; f < closed.size() && owner < 0; f++) {
        boolean near = closed.get(f).envelope().contains(weights.x(i), weights.y(i));
        owner = near && Rings.holds(rings.get(f), weights.x(i), weights.y(i)) ? f : -1;
      }
      for (int f = 0; f < closed.size() && owner < 0; f++) {
        owner = Rings.touches(rings.get(f), weights.x(i), weights.y(i)) ? f : -1;
      }
      if (owner >= 0) {
        owned.get(owner).add(i);
      }
    }
    for (int f = 0; f < rings.size(); f++) {
      int[] own = owned.get(f).stream().mapToInt(Integer::intValue).toArray();
      faces.add(mosaic.add(rings.get(f), own));
    }
  }

  private static LatticeRing closed(long[] ring) {
    int[] xy = new int[2 * ring.length + 2];
    for (int i = 0; i <= ring.length; i++) {
      xy[2 * i] = Packed.x(ring[i % ring.length]);
      xy[2 * i + 1] = Packed.y(ring[i % ring.length]);
    }
    return LatticeRing.of(xy);
  }

  /** Joins each island to what lies nearest, so that it can be shared out like all other ground. */
  private void linkIslands() {
    List<List<Face>> islands = new ArrayList<>(mosaic.groups(0, null));
    islands.sort(
        Comparator.comparingDouble(
                (List<Face> island) -> island.stream().mapToDouble(it -> it.squareMetres).sum())
            .reversed());
    List<Face> joined = new ArrayList<>(islands.get(0));
    for (List<Face> island : islands.subList(1, islands.size())) {
      Face from = island.get(0);
      Face to = joined.get(0);
      double nearest = Double.POSITIVE_INFINITY;
      for (Face a : island) {
        mosaic.checkpoint();
        for (Face b : joined) {
          double metres = Math.hypot(a.x - b.x, a.y - b.y);
          if (metres < nearest) {
            nearest = metres;
            from = a;
            to = b;
          }
        }
      }
      mosaic.link(from, to);
      joined.addAll(island);
    }
  }

  /** The area of a part, with every point that its faces have. */
  LatticeMultiPolygon area(int part) {
    return PartOutline.of(mosaic, part);
  }

  /** Stops where one part ends and another begins. */
  Set<Long> usedStops(Set<Long> stops) {
    Map<Long, Integer> partAt = new HashMap<>();
    Set<Long> used = new HashSet<>();
    for (int part = 0; part < mosaic.partCount(); part++) {
      for (Face face : mosaic.part(part)) {
        for (long point : face.ring) {
          if (stops.contains(point)) {
            Integer other = partAt.putIfAbsent(point, part);
            if (other != null && other != part) {
              used.add(point);
            }
          }
        }
      }
    }
    return used;
  }

  /** Points of a part, by their positions among the weights. */
  BitSet points(int part) {
    BitSet points = new BitSet();
    for (Face face : mosaic.part(part)) {
      for (int i : face.points) {
        points.set(i);
      }
    }
    return points;
  }

  /** What the borders among the parts are like. */
  Measures.Borders borders() {
    double metres = 0;
    double streetMetres = 0;
    Map<Integer, Set<Integer>> partsOf = new TreeMap<>();
    for (int part = 0; part < mosaic.partCount(); part++) {
      for (Face face : mosaic.part(part)) {
        for (int edge = 0; edge < face.ring.length; edge++) {
          Face other = mosaic.across(face, edge);
          int street = other == null ? -1 : mosaic.street(face, edge);
          if (other != null && other.part > part) {
            metres += mosaic.metres(face, edge);
            streetMetres += street >= 0 ? mosaic.metres(face, edge) : 0;
          } else if (other != null && other.part == part && street >= 0) {
            partsOf.computeIfAbsent(street, it -> new HashSet<>()).add(part);
          }
        }
      }
    }
    partsOf.values().removeIf(parts -> parts.size() < 2);
    int cuts = partsOf.values().stream().mapToInt(parts -> parts.size() - 1).sum();
    return new Measures.Borders(metres, streetMetres, Set.copyOf(partsOf.keySet()), cuts);
  }
}
