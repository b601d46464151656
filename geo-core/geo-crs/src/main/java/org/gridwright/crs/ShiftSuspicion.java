package org.gridwright.crs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * New data that lies beside what is there already just as far, and in just the direction, as a
 * Chinese datum would put it. A warning, never a correction.
 *
 * @param datum the datum whose shift was recognised
 * @param addedIsShifted whether the new data looks shifted; otherwise what was there before does
 * @param pairs number of places that both have
 * @param medianMetres median distance between the two
 * @param message a sentence that says what to check
 */
public record ShiftSuspicion(
    Datum datum, boolean addedIsShifted, int pairs, double medianMetres, Message message) {

  /** The same place in the new and in the existing data; degrees, longitude first. */
  public record Pair(double addedLon, double addedLat, double existingLon, double existingLat) {}

  /** Closer than this, the two agree whatever the direction. */
  private static final double AGREE_METRES = 50;

  /** What remains after undoing the shift must be smaller than this part of it. */
  private static final double EXPLAINED = 0.25;

  /**
   * Compares places that both data sets have. At least half of them have to be explained by the
   * same shift, so that a few redrawn units do not matter.
   *
   * @return empty where the two agree, or differ in another way
   */
  public static Optional<ShiftSuspicion> of(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    double apart = median(pairs, Datum.WGS84, true);
    if (apart < AGREE_METRES) {
      return Optional.empty();
    }
    for (Datum datum : List.of(Datum.GCJ02, Datum.BD09)) {
      for (boolean addedIsShifted : new boolean[] {true, false}) {
        if (median(pairs, datum, addedIsShifted) < EXPLAINED * apart) {
          return Optional.of(suspicion(datum, addedIsShifted, pairs.size(), apart));
        }
      }
    }
    return Optional.empty();
  }

  /** Compares the middles of the rectangles of grids that have the same code in both plans. */
  public static Optional<ShiftSuspicion> between(Plan added, Plan existing) {
    List<Pair> pairs = new ArrayList<>();
    int depth = existing.theme().gridLevel().depth();
    for (Unit grid : added.grids()) {
      existing
          .unit(depth, grid.code())
          .ifPresent(
              same -> pairs.add(pair(grid.drawnArea().envelope(), same.drawnArea().envelope())));
    }
    return of(pairs);
  }

  private static Pair pair(LatticeEnvelope added, LatticeEnvelope existing) {
    return new Pair(
        middle(added.minX(), added.maxX()),
        middle(added.minY(), added.maxY()),
        middle(existing.minX(), existing.maxX()),
        middle(existing.minY(), existing.maxY()));
  }

  private static double middle(int low, int high) {
    return (Lattice.degrees(low) + Lattice.degrees(high)) / 2;
  }

  private static double median(List<Pair> pairs, Datum datum, boolean addedIsShifted) {
    double[] metres =
        pairs.stream().mapToDouble(pair -> remaining(pair, datum, addedIsShifted)).toArray();
    Arrays.sort(metres);
    return metres[metres.length / 2];
  }

  private static double remaining(Pair pair, Datum datum, boolean addedIsShifted) {
    double[] added = {pair.addedLon(), pair.addedLat()};
    double[] existing = {pair.existingLon(), pair.existingLat()};
    double[] expected =
        addedIsShifted
            ? datum.fromWgs84(existing[0], existing[1])
            : datum.toWgs84(existing[0], existing[1]);
    return Geodesy.metresBetween(added[0], added[1], expected[0], expected[1]);
  }

  private static ShiftSuspicion suspicion(
      Datum datum, boolean addedIsShifted, int pairs, double metres) {
    String text = String.format(Locale.ROOT, "%.0f", metres);
    Message message =
        addedIsShifted
            ? CrsMessages.of("crs.shift-of-added", text, pairs, datum.id())
            : CrsMessages.of("crs.shift-of-existing", text, pairs, datum.id());
    return new ShiftSuspicion(datum, addedIsShifted, pairs, metres, message);
  }
}
