package org.gridwright.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * New data that lies beside what is there already, everywhere just as far and in the same
 * direction. In China it is asked whether a Chinese datum would put it there. A warning, never a
 * correction.
 *
 * @param datum the datum whose shift was recognised; null for any other shift, and wherever no
 *     Chinese datum is used
 * @param addedIsShifted whether the new data looks shifted; otherwise what was there before does.
 *     True where that can not be told
 * @param pairs number of places that both have
 * @param medianMetres median distance between the two
 * @param bearingDegrees the direction from the existing to the new data, clockwise from north, 0 to
 *     360
 * @param message a sentence that says what to check
 */
public record ShiftSuspicion(
    @Nullable Datum datum,
    boolean addedIsShifted,
    int pairs,
    double medianMetres,
    double bearingDegrees,
    Message message) {

  /** The same place in the new and in the existing data; degrees, longitude first. */
  public record Pair(double addedLon, double addedLat, double existingLon, double existingLat) {}

  /** Closer than this, the two agree whatever the direction. */
  private static final double AGREE_METRES = 5;

  /** A Chinese datum puts things farther away than this. */
  private static final double DATUM_METRES = 50;

  /** Farther apart than this, they are other places. */
  private static final double FARTHEST_METRES = 50_000;

  /** A shift without a formula needs more than chance to be one. */
  private static final int FEWEST_PAIRS = 3;

  /** What remains after undoing the shift must be smaller than this part of it. */
  private static final double EXPLAINED = 0.25;

  /**
   * Compares places that both data sets have. At least half of them have to be explained by the
   * same shift, so that a few redrawn units do not matter.
   *
   * @return empty where the two agree to 5 m, or differ in another way, or by more than 50 km
   */
  public static Optional<ShiftSuspicion> of(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    double apart = median(pairs, Datum.WGS84, true);
    if (apart < AGREE_METRES || apart > FARTHEST_METRES) {
      return Optional.empty();
    }
    double[] shift = shift(pairs);
    if (apart >= DATUM_METRES && isChinese(pairs)) {
      for (Datum datum : List.of(Datum.GCJ02, Datum.BD09)) {
        for (boolean addedIsShifted : new boolean[] {true, false}) {
          if (median(pairs, datum, addedIsShifted) < EXPLAINED * apart) {
            return Optional.of(suspicion(datum, addedIsShifted, pairs.size(), apart, shift));
          }
        }
      }
    }
    double metres = Math.hypot(shift[0], shift[1]);
    return pairs.size() >= FEWEST_PAIRS
            && metres >= AGREE_METRES
            && besides(pairs, shift) < EXPLAINED * metres
        ? Optional.of(suspicion(pairs.size(), metres, bearing(shift)))
        : Optional.empty();
  }

  /** Whether at least half of the places lie where Chinese datums are used. */
  private static boolean isChinese(List<Pair> pairs) {
    long there =
        pairs.stream()
            .filter(pair -> ChinaOutline.holds(pair.existingLon(), pair.existingLat()))
            .count();
    return 2 * there >= pairs.size();
  }

  /** Median metres east and north from the existing to the new data. */
  private static double[] shift(List<Pair> pairs) {
    return new double[] {
      middle(pairs.stream().mapToDouble(pair -> offset(pair)[0])),
      middle(pairs.stream().mapToDouble(pair -> offset(pair)[1]))
    };
  }

  /** Median distance that a shift leaves. */
  private static double besides(List<Pair> pairs, double[] shift) {
    return middle(
        pairs.stream()
            .mapToDouble(
                pair -> Math.hypot(offset(pair)[0] - shift[0], offset(pair)[1] - shift[1])));
  }

  private static double[] offset(Pair pair) {
    LocalFrame frame =
        LocalFrame.at(
            pair.existingLon() * Lattice.STEPS_PER_DEGREE,
            (pair.existingLat() + pair.addedLat()) / 2 * Lattice.STEPS_PER_DEGREE);
    return new double[] {
      (pair.addedLon() - pair.existingLon()) * Lattice.STEPS_PER_DEGREE * frame.east(),
      (pair.addedLat() - pair.existingLat()) * Lattice.STEPS_PER_DEGREE * frame.north()
    };
  }

  private static double bearing(double[] shift) {
    return (Math.toDegrees(Math.atan2(shift[0], shift[1])) + 360) % 360;
  }

  private static double middle(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Compares the corners of the rectangles around areas that are meant to be the same. */
  public static List<Pair> corners(LatticeEnvelope added, LatticeEnvelope existing) {
    List<Pair> corners = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      corners.add(
          new Pair(
              Lattice.degrees(i % 2 == 0 ? added.minX() : added.maxX()),
              Lattice.degrees(i < 2 ? added.minY() : added.maxY()),
              Lattice.degrees(i % 2 == 0 ? existing.minX() : existing.maxX()),
              Lattice.degrees(i < 2 ? existing.minY() : existing.maxY())));
    }
    return corners;
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
    return middle(pairs.stream().mapToDouble(pair -> remaining(pair, datum, addedIsShifted)));
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
      Datum datum, boolean addedIsShifted, int pairs, double metres, double[] shift) {
    String text = String.format(Locale.ROOT, "%.0f", metres);
    Message message =
        addedIsShifted
            ? CrsMessages.of("crs.shift-of-added", text, pairs, datum.id())
            : CrsMessages.of("crs.shift-of-existing", text, pairs, datum.id());
    return new ShiftSuspicion(datum, addedIsShifted, pairs, metres, bearing(shift), message);
  }

  private static ShiftSuspicion suspicion(int pairs, double metres, double bearing) {
    Message message =
        CrsMessages.of(
            "crs.shift-consistent",
            String.format(Locale.ROOT, metres < 100 ? "%.1f" : "%.0f", metres),
            String.format(Locale.ROOT, "%.0f", bearing >= 359.5 ? 0 : bearing),
            pairs);
    return new ShiftSuspicion(null, true, pairs, metres, bearing, message);
  }
}
