package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Lays two plans over each other, unit by unit of the one that has fewer to look at, so that memory
 * is that of one unit and those it meets. All cores take part.
 */
final class Overlay {

  static final Comparator<Overlap> ORDER =
      Comparator.comparingInt(Overlap::from).thenComparingInt(Overlap::to);

  /** Less uncovered ground than either of these is what rounding on the lattice makes. */
  private static final double DUST_SQUARE_METRES = 0.5;

  private static final double DUST_SHARE = 1e-3;

  private final double widthMetres;
  private final Progress progress;

  Overlay(double widthMetres, Progress progress) {
    this.progress = progress;
    this.widthMetres = Math.max(widthMetres, CompareOptions.LEAST_WIDTH_METRES);
  }

  /** A plan's units in the overlay: drawn, and without a partner with the same rings. */
  record Side(List<Unit> units, double[] squareMetres, int[] open) {

    LatticeMultiPolygon area(int unit) {
      return units.get(unit).drawnArea();
    }
  }

  /** Common ground of the open units of both sides, by earlier unit, then later one. */
  List<Overlap> of(Side from, Side to) {
    boolean turned = to.open().length < from.open().length;
    Side few = turned ? to : from;
    Side many = turned ? from : to;
    List<Overlap> found = new ArrayList<>(ground(few, many, progress.part(0, 0.9)));
    double[] covered = new double[many.units().size()];
    for (Overlap overlap : found) {
      if (overlap.isShared()) {
        covered[overlap.to()] += overlap.squareMetres();
      }
    }
    int[] uncovered =
        IntStream.of(many.open())
            .filter(unit -> isUncovered(many.squareMetres()[unit], covered[unit]))
            .toArray();
    Side rest = new Side(many.units(), many.squareMetres(), uncovered);
    for (Overlap overlap : ground(rest, few, progress.part(0.9, 1))) {
      if (!overlap.isShared()) {
        found.add(turned(overlap));
      }
    }
    return found.stream().map(overlap -> turned ? turned(overlap) : overlap).sorted(ORDER).toList();
  }

  private static boolean isUncovered(double whole, double covered) {
    return Math.abs(whole - covered) > Math.min(DUST_SQUARE_METRES, whole * DUST_SHARE);
  }

  private List<Overlap> ground(Side mine, Side others, Progress part) {
    Steps steps = part.steps(mine.open().length);
    STRtree tree = new STRtree();
    for (int other : others.open()) {
      tree.insert(envelope(others.area(other).envelope()), other);
    }
    tree.build();
    return IntStream.of(mine.open())
        .parallel()
        .mapToObj(
            unit -> {
              List<Overlap> found = ground(unit, mine, others, tree);
              steps.done();
              return found;
            })
        .flatMap(List::stream)
        .toList();
  }

  private List<Overlap> ground(int unit, Side mine, Side others, STRtree tree) {
    List<Integer> near = new ArrayList<>();
    tree.query(envelope(mine.area(unit).envelope()), (Object found) -> near.add((Integer) found));
    near.sort(null);
    List<Overlap> overlaps = new ArrayList<>();
    for (GroundShares.GroundPart share :
        GroundShares.shares(
            mine.area(unit), near.stream().map(others::area).toList(), widthMetres, progress)) {
      boolean nobody = share.other() == Overlap.NOBODY;
      int other = nobody ? Overlap.NOBODY : near.get(share.other());
      double half = mine.squareMetres()[unit] / 2;
      double least = nobody ? half : Math.min(half, others.squareMetres()[other] / 2);
      overlaps.add(
          new Overlap(
              unit, other, share.squareMetres(), share.narrow() && share.squareMetres() < least));
    }
    return overlaps;
  }

  private static Overlap turned(Overlap overlap) {
    return new Overlap(overlap.to(), overlap.from(), overlap.squareMetres(), overlap.noise());
  }

  private static Envelope envelope(LatticeEnvelope box) {
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }
}
