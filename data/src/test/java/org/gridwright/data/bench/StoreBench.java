package org.gridwright.data.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Numbered;
import org.gridwright.data.store.PlanStore.Published;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.store.geopackage.TempGeoPackage;
import org.gridwright.data.store.postgis.TestPostgis;
import org.gridwright.data.stores.Stores;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Bulk work on a fresh store: 171,435 addresses, and a plan of the size of France's communes
 * (35,228 units of 62 points) published, changed by 3 units and published again; 1 GiB of heap.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@SuppressWarnings("NullAway.Init") // the set-up does it
public class StoreBench {

  private static final int ADDRESSES = 171_435;
  private static final int UNITS = 35_228;
  private static final int POINTS = 62;

  @Param({"geopackage", "postgis"})
  private String kind = "geopackage";

  private final Plan plan = plan("as surveyed");
  private final Plan changed = plan("renamed");
  private TempGeoPackage file;
  private Store store;

  @Setup(Level.Invocation)
  public void open() {
    if (kind.equals("geopackage")) {
      file = TempGeoPackage.open();
      store = file.store();
    } else {
      store = Stores.open(TestPostgis.newAddress());
    }
    store.themes().ensure(plan.theme());
  }

  @TearDown(Level.Invocation)
  public void close() {
    if (file == null) {
      store.close();
    } else {
      file.close();
    }
  }

  @Benchmark
  public long importAddresses() {
    return store.addresses().put(Numbered.addresses(ADDRESSES, -1));
  }

  @Benchmark
  public long importAndStreamAddresses() {
    store.addresses().put(Numbered.addresses(ADDRESSES, -1));
    try (Stream<Address> all = store.addresses().stream(null)) {
      return all.count();
    }
  }

  @Benchmark
  public Published publishFirst() {
    return publish(plan);
  }

  @Benchmark
  public long publishThenChangeThree() {
    publish(plan);
    Published second = publish(changed);
    if (second.rowsAdded() != 3) {
      throw new IllegalStateException("3 rows expected, got " + second.rowsAdded());
    }
    return store.plans().load(second.plan().id()).grids().size();
  }

  private Published publish(Plan next) {
    long draft = store.plans().createDraft(next, Actor.named("bench"), "bench").id();
    return store.plans().publish(draft, LocalDate.of(2024, 1, 1), null);
  }

  private static Plan plan(String nameOfThree) {
    List<Unit> units = new ArrayList<>(UNITS);
    units.add(new Unit(0, "D", null, "District", Map.of(), null));
    for (int i = 0; i < UNITS - 1; i++) {
      String name = i < 3 ? nameOfThree : "Commune " + i;
      units.add(
          TestPlans.grid("%05d".formatted(i), name, disc(i % 188 * 100_000, i / 188 * 100_000)));
    }
    return Plan.of(TestPlans.THEME, units);
  }

  private static LatticeMultiPolygon disc(int x, int y) {
    int[] xy = new int[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      double angle = 2 * Math.PI * (i % (POINTS - 1)) / (POINTS - 1);
      xy[2 * i] = x + (int) Math.round(50_000 * Math.cos(angle));
      xy[2 * i + 1] = y + (int) Math.round(50_000 * Math.sin(angle));
    }
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }
}
