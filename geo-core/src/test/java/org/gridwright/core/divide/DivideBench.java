package org.gridwright.core.divide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Divides a seeded city, whole process, and in the same run divides the same blocks by plain
 * recombination. Arguments: communities, grids, addresses, metres between streets (0 for none).
 */
public final class DivideBench {

  /** Blocks are halved until they have at most this share of a grid's load, for the baseline. */
  private static final double BLOCK_SHARE = 0.1;

  private static final double TOLERANCE = 0.05;

  private DivideBench() {}

  public static void main(String[] args) {
    int communities = number(args, 0, 143);
    int grids = number(args, 1, 1_037);
    long start = System.nanoTime();
    RedrawCity city = RedrawCity.of(communities, 1);
    WeightedPoints addresses = city.addresses(number(args, 2, 300_000));
    int apart = number(args, 3, 80);
    List<LatticeLine> streets = apart == 0 ? List.of() : city.streets(apart);
    say("city made in %.1f s", seconds(start));
    long begun = System.nanoTime();
    Map<String, Integer> parts = Divide.allot(city.plan(), 0, city.communities(), grids, addresses);
    DivideOptions options =
        DivideOptions.of(0, parts)
            .withWeights(addresses)
            .withStreets(streets)
            .withTolerance(TOLERANCE);
    RedrawReport report = Divide.propose(city.plan(), options).report();
    say("allotted and divided in %.1f s, process %.1f s", seconds(begun), seconds(start));
    double within =
        report.grids().stream().filter(it -> Math.abs(it.deviation()) <= TOLERANCE).count();
    say(
        "divide:  deviation %.3f, within %.3f, Polsby-Popper %.3f, %.1f km, streets cut %d",
        report.largestDeviation(),
        within / grids,
        report.meanPolsbyPopper(),
        report.cutMetres() / 1000,
        report.streetCuts());
    begun = System.nanoTime();
    compare(city.plan(), options);
    say("recombination in %.1f s", seconds(begun));
  }

  private static void compare(Plan plan, DivideOptions options) {
    List<Unit> units = plan.units(0);
    DivisionGround ground = DivisionGround.of(plan, options, units, Progress.NONE);
    Streets streets = new Streets(options.streets(), Progress.NONE);
    List<Mosaic> mosaics =
        IntStream.range(0, units.size())
            .parallel()
            .mapToObj(i -> recombined(units.get(i), ground.points(i), options, streets))
            .toList();
    double worst = 0;
    double compact = 0;
    int count = 0;
    int within = 0;
    Measures.Borders borders = Measures.Borders.NONE;
    for (Mosaic mosaic : mosaics) {
      double total = IntStream.range(0, mosaic.partCount()).mapToDouble(mosaic::load).sum();
      for (int part = 0; part < mosaic.partCount(); part++) {
        double off = Math.abs(mosaic.load(part) / total * mosaic.partCount() - 1);
        worst = Math.max(worst, off);
        within += off <= TOLERANCE ? 1 : 0;
        compact += GroundShape.of(PartOutline.of(mosaic, part)).polsbyPopper();
        count++;
      }
      borders = borders.plus(UnitCut.of(mosaic).borders());
    }
    say(
        "recombination:  deviation %.3f, within %.3f, Polsby-Popper %.3f, %.1f km, streets cut %d",
        worst,
        (double) within / count,
        compact / count,
        borders.metres() / 1000,
        borders.streetCuts());
  }

  private static Mosaic recombined(
      Unit unit, int[] points, DivideOptions options, Streets streets) {
    int count = Objects.requireNonNull(options.parts().get(unit.code()));
    double gridMetres = Math.sqrt(GroundShape.of(unit.drawnArea()).squareMetres() / count);
    Mosaic mosaic =
        UnitCut.blocks(unit.drawnArea(), points, count, gridMetres, options, streets, Progress.NONE)
            .mosaic();
    double gridLoad = mosaic.load(0) / count;
    Cutter cutter = new Cutter(mosaic, Set.of(), gridLoad, gridMetres);
    double[] angles = {0, 0.5, 1, 1.5, 2, 2.5};
    for (int i = 0; i < mosaic.part(0).size(); ) {
      Face face = mosaic.part(0).get(i);
      Optional<Cutter.Cut> cut =
          face.load > BLOCK_SHARE * gridLoad ? cutter.best(face, 0.5, angles) : Optional.empty();
      if (cut.isPresent()) {
        mosaic.split(face, cut.get().chord());
      } else {
        i++;
      }
    }
    new ReComBaseline(mosaic, gridLoad, TOLERANCE, 1).divide(0, count, 5 * count);
    return mosaic;
  }

  private static int number(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
