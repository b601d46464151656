package org.gridwright.core.repair;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.plan.Plan;

/**
 * How much ground each way to give gaps and overlaps away gets wrong, on maps whose truth is known:
 * every clean map of the folder of real data, each polygon simplified by itself. Arguments: seed
 * (1), part of a map's name (all but the largest map). Run by {@code scripts/bench repair}.
 */
public final class RepairBench {

  private static final double[] TOLERANCES = {5, 20, 50};

  private static final String[] MAPS = {
    "chicago/beats.geojson.gz beat",
    "chicago/districts.geojson.gz district",
    "chicago/community_areas.geojson.gz community_area",
    "nyc/precincts_77.geojson.gz precinct",
    "vancouver/neighbourhoods_22.geojson.gz name",
    "dc/census_tract_2010.geojson.gz tract",
    "dc/neighborhood_cluster.geojson.gz cluster",
    "dc/psa_2016.geojson.gz psa",
    "dc/smd_2002.geojson.gz smd",
    "dc/smd_2013.geojson.gz smd",
    "dc/voting_precinct_2002.geojson.gz precinct",
    "dc/voting_precinct_2012.geojson.gz precinct",
    "dc/ward_2002.geojson.gz ward",
    "dc/ward_2012.geojson.gz ward",
    "china/qingdao_370200_districts_wgs84.geojson adcode",
    "china/xining_630100_districts_wgs84.geojson adcode",
    "china/zhengzhou_410100_districts_wgs84.geojson adcode",
    "redraw/northumbria_wards_2013.geojson.gz ward",
    "redraw/northumbria_wards_later.geojson.gz ward",
    "france_bano_addresses/communes_08_52_55_90.geojson.gz insee",
    "france_communes/communes_metropole_2018.geojson.gz insee",
  };

  private static final Map<String, Choice> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put("longest-border", Choice.LONGEST_BORDER);
    WAYS.put("largest", Choice.LARGEST);
    WAYS.put("smallest", Choice.SMALLEST);
    WAYS.put("middle", Choice.MIDDLE);
    WAYS.put("both-corners", Choice.BOTH_CORNERS);
  }

  private RepairBench() {}

  public static void main(String[] arguments) {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
    String part = arguments.length > 1 ? arguments[1] : "";
    Path folder = RealData.folder().orElseThrow();
    System.out.print("| map, tolerance | in question | wrong alone | nothing |");
    WAYS.keySet().forEach(way -> System.out.printf(" %s |", way));
    System.out.println();
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (String map : MAPS) {
      String[] words = map.split(" ", 2);
      boolean asked = part.isEmpty() ? !map.startsWith("france_communes") : map.contains(part);
      if (asked && Files.exists(folder.resolve(words[0]))) {
        run(words[0], RealFeatures.plan(folder.resolve(words[0]), words[1]), seed, sums);
      }
    }
    sums.forEach(
        (way, sum) -> System.out.printf(Locale.ROOT, "%s: %.4f km2 over all%n", way, sum[0] / 1e6));
  }

  private static void run(String map, Plan truth, long seed, Map<String, double[]> sums) {
    long faults =
        CoverageCheck.standard().check(truth).stream()
            .filter(it -> it.severity() == Severity.BLOCKING)
            .count();
    if (faults > 0) {
      System.out.printf("%s is not clean: %d findings%n", map, faults);
      return;
    }
    for (double tolerance : TOLERANCES) {
      Plan faulty = SimplifiedMap.of(truth, tolerance, seed);
      WrongGround ground = new WrongGround(truth, faulty);
      List<String> cells = new ArrayList<>();
      cells.add(square(ground.inQuestion()));
      cells.add(square(ground.wrongAlone()));
      WrongGround.Score served = ground.asServed();
      cells.add(square(served.wrong()));
      sums.computeIfAbsent("nothing", it -> new double[1])[0] += served.wrong();
      WAYS.forEach(
          (way, choice) -> {
            RepairOptions options =
                RepairOptions.STANDARD.withGapsTo(choice).withOverlapsTo(choice);
            WrongGround.Score score = ground.of(Repair.propose(faulty, options).apply().plan());
            cells.add(
                String.format(
                    Locale.ROOT,
                    "%s (%s, %d)",
                    square(score.wrong()),
                    square(score.worstUnit()),
                    score.lostCorners()));
            sums.computeIfAbsent(way, it -> new double[1])[0] += score.wrong();
          });
      System.out.printf(
          Locale.ROOT, "| %s, %.0f m | %s |%n", map, tolerance, String.join(" | ", cells));
    }
  }

  private static String square(double squareMetres) {
    return String.format(Locale.ROOT, "%.4f", squareMetres / 1e6);
  }
}
