package org.gridwright.api.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.time.KnoxCell;
import org.gridwright.core.hotspot.weights.GeodesicPoints;
import org.gridwright.core.hotspot.weights.PlacePoints;
import org.gridwright.core.hotspot.weights.PlanarPoints;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.Days;
import org.gridwright.data.hotspot.FileIncident;
import org.gridwright.data.hotspot.NearRepeatBands;
import org.gridwright.data.hotspot.NearRepeatResult;
import org.gridwright.data.hotspot.plan.PlanNearRepeat;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import picocli.CommandLine.Option;

/** Whether incidents are soon followed by others nearby, more often than chance has it. */
final class NearRepeatQuestion {

  private static final int MOST_REPLICAS = 1_000_000;

  @Option(names = "--bands-metres", paramLabel = "METRES,…")
  private String bandsMetres = "100,200,300,400,500";

  @Option(names = "--bands-days", paramLabel = "DAYS,…")
  private String bandsDays = "7,14,21,28";

  private final List<LatticePoint> places = new ArrayList<>();
  private final List<Coordinate> planePlaces = new ArrayList<>();
  private final DoubleStream.Builder moments = DoubleStream.builder();

  void run(HotspotRequest asked) throws IOException {
    NearRepeatBands meant =
        new NearRepeatBands(
            BandWords.of("--bands-metres", bandsMetres),
            BandWords.of("--bands-days", bandsDays),
            replicas(asked),
            asked.draws().seed());
    HotspotSource source = new HotspotSource(asked);
    Days period = asked.store().days();
    OutputFile to = source.output(false);
    Session session = asked.session();
    NearRepeatResult result;
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots-pairs"))) {
      Progress progress = display.shares();
      if (source.isFile()) {
        source.each(progress.part(0, 0.3), incident -> take(asked, incident, period));
        double[] days = moments.build().toArray();
        result = NearRepeatResult.of(points(asked.planar()), days, meant, progress.part(0.3, 1));
      } else {
        result = ofStore(asked, period, meant, progress);
      }
    }
    source.write(result.sheet(), to);
    if (HotspotSource.isReported(to)) {
      report(asked, result);
    }
  }

  private static int replicas(HotspotRequest asked) {
    Integer told = asked.draws().permutations();
    int replicas = told == null ? NearRepeatBands.USUAL.replicas() : told;
    if (replicas < 0 || replicas > MOST_REPLICAS) {
      throw CliException.usage("hotspots.replicas", replicas, MOST_REPLICAS);
    }
    return replicas;
  }

  private void take(HotspotRequest asked, FileIncident incident, Days period) {
    double day = period.isAny() ? incident.days() : PlanNearRepeat.days(incident.moment());
    if (!period.isAny() && !period.holds(incident.moment().toLocalDate())) {
      return;
    }
    moments.add(day);
    if (asked.planar()) {
      planePlaces.add(incident.metres());
    } else {
      places.add(incident.point());
    }
  }

  private static NearRepeatResult ofStore(
      HotspotRequest asked, Days period, NearRepeatBands meant, Progress progress) {
    try (Store store = asked.session().openStore()) {
      return new PlanNearRepeat(asked.store().query(period), meant).result(store, progress);
    }
  }

  private PlacePoints points(boolean planar) {
    return planar
        ? PlanarPoints.of(
            planePlaces.stream().mapToDouble(Coordinate::getX).toArray(),
            planePlaces.stream().mapToDouble(Coordinate::getY).toArray())
        : GeodesicPoints.of(places);
  }

  private static void report(HotspotRequest asked, NearRepeatResult result) {
    Session session = asked.session();
    List<KnoxCell> cells = result.cells();
    int replicas = result.bands().replicas();
    if (session.options().json()) {
      session.printJson(json(asked, result));
      return;
    }
    if (asked.explain()) {
      session.print(session.say("hotspots.explain.near-repeat", cells.size()));
    }
    session.print(session.say("hotspots.near-repeat", cells.get(0).allPairs(), replicas));
    List<List<String>> rows = new ArrayList<>();
    rows.add(Arrays.stream(session.say("hotspots.near-repeat-columns").split("\\|")).toList());
    for (KnoxCell cell : cells) {
      rows.add(
          List.of(
              band(cell.metresFrom(), cell.metresTo()),
              band(cell.daysFrom(), cell.daysTo()),
              String.valueOf(cell.pairs()),
              Decimals.of(cell.expected(), 2),
              cell.z().isPresent() ? Decimals.of(cell.z().getAsDouble(), 2) : "–",
              cell.p().isPresent() ? Decimals.of(cell.p().getAsDouble(), 4) : "–"));
    }
    session.printTable(rows);
    result.notes().forEach(note -> session.note(session.say(note.told())));
  }

  private static String band(double from, double to) {
    return Decimals.plain(from) + "–" + Decimals.plain(to);
  }

  private static Map<String, @Nullable Object> json(HotspotRequest asked, NearRepeatResult result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", "near-repeat");
    json.put("planar", asked.planar());
    json.put("permutations", result.bands().replicas());
    json.put("seed", result.bands().seed());
    json.putAll(result.summary());
    json.put("cells", result.cells().stream().map(NearRepeatQuestion::cell).toList());
    return json;
  }

  private static Map<String, Object> cell(KnoxCell cell) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("metresTo", cell.metresTo());
    json.put("daysTo", cell.daysTo());
    json.put("pairs", cell.pairs());
    json.put("expected", cell.expected());
    json.put("variance", cell.variance());
    cell.z().ifPresent(z -> json.put("z", z));
    cell.p().ifPresent(p -> json.put("p", p));
    return json;
  }
}
