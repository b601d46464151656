package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridwright.core.lattice.Packed;

/** Chooses where a face is cut. For one use by one thread. */
final class Cutter {

  /** Points of the ring on both sides of a crossing that are tried as ends of a cut. */
  private static final int REACH = 3;

  private static final int MOST_CROSSINGS = 6;

  /** So many of the cuts that look best are looked at exactly. */
  private static final int SHORT_LIST = 6;

  /** What an end on a point that neighbours would have to take costs, in widths of a grid. */
  private static final double STOP_PENALTY = 0.1;

  /** What a deviation of one grid's load costs, in widths of a grid. */
  private static final double DEVIATION_PENALTY = 4;

  private static final double SMALLEST_SHARE = 0.002;

  private final Mosaic mosaic;
  private final Set<Long> stops;
  private final double gridLoad;
  private final double gridMetres;

  /**
   * @param stops points of the outline that its neighbours do not have
   * @param gridLoad load wanted of each grid
   * @param gridMetres about the width of a grid
   */
  Cutter(Mosaic mosaic, Set<Long> stops, double gridLoad, double gridMetres) {
    this.mosaic = mosaic;
    this.stops = stops;
    this.gridLoad = gridLoad;
    this.gridMetres = gridMetres;
  }

  /**
   * A possible cut.
   *
   * @param firstLoad load of the chord's first piece
   * @param cost lower is better, in widths of a grid
   */
  record Cut(Chord chord, double firstLoad, double cost) {}

  /** The best cut, over directions, that leaves one piece with a wanted share of the load. */
  Optional<Cut> best(Face face, double share, double[] angles) {
    List<Cut> estimated = new ArrayList<>();
    for (double angle : angles) {
      for (double low : share == 0.5 ? new double[] {share} : new double[] {share, 1 - share}) {
        estimated.addAll(near(face, low, angle));
      }
    }
    return bestOf(estimated, share);
  }

  /** Looks exactly at the cuts that look best. */
  private Optional<Cut> bestOf(List<Cut> estimated, double share) {
    estimated.sort(Comparator.comparingDouble(Cut::cost));
    return estimated.stream()
        .filter(cut -> cut.chord.isInside())
        .distinct()
        .limit(SHORT_LIST)
        .map(cut -> exact(cut.chord, share))
        .min(Comparator.comparingDouble(Cut::cost));
  }

  /** Any cut at all, the one with the loads nearest to the wanted ones. */
  Optional<Cut> any(Face face, double share) {
    List<Cut> found = new ArrayList<>();
    for (int i = 0; i < face.ring.length && found.size() < 1000; i++) {
      mosaic.checkpoint();
      for (int j = i + 2; j < face.ring.length; j++) {
        Chord chord = new Chord(face, i, j);
        if (chord.isInside()) {
          found.add(exact(chord, share));
        }
      }
    }
    return found.stream().min(Comparator.comparingDouble(Cut::cost));
  }

  /**
   * The best cut near a line.
   *
   * @param share of the face's load that is wanted below the line
   * @param angle of the direction across the line, in radians from east
   */
  Optional<Cut> across(Face face, double share, double angle) {
    return bestOf(near(face, share, angle), share);
  }

  /** Cuts near a line, rated as if all on one side of it belonged to one piece. */
  private List<Cut> near(Face face, double share, double angle) {
    mosaic.checkpoint();
    Quantile quantile =
        new Quantile(mosaic, List.of(face), StrictMath.cos(angle), StrictMath.sin(angle));
    double place = quantile.at(share);
    List<Integer> crossings = new ArrayList<>();
    for (int i = 0; i < face.ring.length; i++) {
      boolean below = quantile.along(face.ring[i]) <= place;
      if (below != quantile.along(face.ring[face.after(i)]) <= place) {
        crossings.add(i);
      }
    }
    if (crossings.size() > MOST_CROSSINGS) {
      crossings = crossings.subList(0, MOST_CROSSINGS);
    }
    List<Cut> estimated = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (int a = 0; a < crossings.size(); a++) {
      for (int b = a + 1; b < crossings.size(); b++) {
        for (int i : around(face, crossings.get(a))) {
          for (int j : around(face, crossings.get(b))) {
            if (i != j && seen.add(Packed.of(Math.min(i, j), Math.max(i, j)))) {
              estimated.add(estimate(new Chord(face, Math.min(i, j), Math.max(i, j)), share));
            }
          }
        }
      }
    }
    return estimated;
  }

  private static int[] around(Face face, int crossing) {
    int n = face.ring.length;
    int[] positions = new int[2 * Math.min(REACH, n / 2)];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = Math.floorMod(crossing - positions.length / 2 + 1 + i, n);
    }
    return positions;
  }

  private boolean byArea(Face face) {
    return mosaic.byArea() || face.load == 0;
  }

  /** Takes what lies on the right of the whole line for the first piece. */
  private Cut estimate(Chord chord, double share) {
    Face face = chord.face();
    if (byArea(face)) {
      return exact(chord, share);
    }
    long a = face.ring[chord.from()];
    long b = face.ring[chord.to()];
    double load = 0;
    WeightedPoints weights = mosaic.weights();
    for (int i : face.points) {
      boolean right = Rings.orientation(a, b, Packed.of(weights.x(i), weights.y(i))) < 0;
      load += right ? weights.weight(i) : 0;
    }
    return rated(chord, load, face.load, share);
  }

  private Cut exact(Chord chord, double share) {
    mosaic.checkpoint();
    Face face = chord.face();
    long[] ring = chord.firstRing(new long[0]);
    double ground = Rings.area2(ring) / 2.0 * mosaic.frame().east() * mosaic.frame().north();
    double load = ground;
    if (!byArea(face)) {
      WeightedPoints weights = mosaic.weights();
      load = 0;
      for (int i : face.points) {
        load += Rings.holds(ring, weights.x(i), weights.y(i)) ? weights.weight(i) : 0;
      }
    }
    Cut cut = rated(chord, load, byArea(face) ? face.squareMetres : face.load, share);
    double smaller = Math.min(ground, face.squareMetres - ground);
    return smaller < SMALLEST_SHARE * Math.min(face.squareMetres, gridMetres * gridMetres)
        ? new Cut(chord, load, cut.cost + 100)
        : cut;
  }

  private Cut rated(Chord chord, double first, double total, double share) {
    double off = Math.min(Math.abs(first - share * total), Math.abs(total - first - share * total));
    long a = chord.face().ring[chord.from()];
    long b = chord.face().ring[chord.to()];
    double unit = byArea(chord.face()) ? gridMetres * gridMetres : gridLoad;
    double cost =
        mosaic.frame().metres(a, b) / gridMetres
            + DEVIATION_PENALTY * off / unit
            + (stops.contains(a) ? STOP_PENALTY : 0)
            + (stops.contains(b) ? STOP_PENALTY : 0);
    return new Cut(chord, first, cost);
  }
}
