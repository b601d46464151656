package org.gridwright.data.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerWalk;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Incident;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PackedLocators;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.stores.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Times what many incidents cost in a new GeoPackage: counting them by grid after one more was
 * written, and reading them as one stream and page by page, all of them and those in boxes.
 * Argument: how many.
 */
public final class IncidentBench {

  private static final int SPAN = 2_000_000;
  private static final int ROUNDS = 3;

  private IncidentBench() {}

  public static void main(String[] args) throws Exception {
    int incidents = args.length == 0 ? 200_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("incidents");
    try (Store store = Stores.open(folder.resolve("city.gpkg").toString())) {
      Random random = new Random(1);
      store
          .incidents()
          .put(IntStream.range(0, incidents).mapToObj(i -> incident(random, i)).iterator());
      countAfterOneMore(store, random, incidents);
      compare(store, "all", null);
      compare(store, "a box of all", new LatticeEnvelope(0, 0, SPAN, SPAN));
      compare(store, "a box of a tenth", new LatticeEnvelope(0, 0, SPAN / 10, SPAN));
      compare(store, "a box of a thousandth", new LatticeEnvelope(0, 0, SPAN / 1000, SPAN));
    }
  }

  private static void countAfterOneMore(Store store, Random random, int incidents) {
    store.themes().ensure(TestPlans.THEME);
    long draft = store.plans().createDraft(TestPlans.row(1_000), Actor.named("bench"), "").id();
    store.plans().publish(draft, LocalDate.of(2025, 1, 1), null);
    try (Snapshots snapshots = new Snapshots(store, new PackedLocators(), Clock.systemUTC(), 0)) {
      snapshots.refresh();
      PlanSnapshot plan = snapshots.current(TestPlans.THEME.id()).orElseThrow();
      GridCounts counts = new GridCounts(store);
      counts.incidents(plan, IncidentStore.Query.ALL);
      int[] next = {incidents};
      double anew = best(() -> counted(store, plan));
      double added =
          best(
              () -> store.incidents().put(List.of(incident(random, next[0]++)).iterator()),
              () -> counts.incidents(plan, IncidentStore.Query.ALL).total());
      System.out.printf("counts after one more: all anew %.1f ms, added %.2f ms%n", anew, added);
    }
  }

  /** As they were counted before changes could be asked for. */
  private static long counted(Store store, PlanSnapshot plan) {
    int[] byOwner = new int[plan.plan().grids().size() + 1];
    try (Stream<Incident> all = store.incidents().stream(IncidentStore.Query.ALL)) {
      all.map(Incident::place)
          .forEach(place -> byOwner[plan.locator().owner(place.x(), place.y())]++);
    }
    return byOwner[0];
  }

  private static void compare(Store store, String what, @Nullable LatticeEnvelope box) {
    IncidentStore.Query query = new IncidentStore.Query(null, null, null, null, box);
    LongSupplier streamed =
        () -> {
          try (Stream<Incident> rows = store.incidents().stream(query)) {
            return rows.count();
          }
        };
    LongSupplier paged =
        () -> {
          LayerQuery columns = query.ofLayer().columns(List.of("category", "occurred"));
          try (Stream<LayerRow> rows = LayerWalk.of(store.layers().incidents(), columns)) {
            return rows.count();
          }
        };
    System.out.printf(
        "%-24s %8d rows, one stream %6.0f ms, pages %6.0f ms%n",
        what, paged.getAsLong(), best(streamed), best(paged));
  }

  private static double best(LongSupplier work) {
    return best(() -> {}, work);
  }

  private static double best(Runnable before, LongSupplier work) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      before.run();
      long start = System.nanoTime();
      var unused = work.getAsLong();
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
    }
    return best;
  }

  private static Incident incident(Random random, int number) {
    return new Incident(
        "i" + number,
        new LatticePoint(random.nextInt(SPAN), random.nextInt(SPAN)),
        LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(random.nextInt(500_000)),
        "c" + random.nextInt(20),
        "app",
        "open",
        null,
        null);
  }
}
