package org.gridwright.data.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.jspecify.annotations.Nullable;

/**
 * Times the index of a city's addresses: {@code scripts/bench index FOLDER [addresses] [grids]}. In
 * two processes, of which the second has 256 MiB of heap.
 */
final class IndexBench {

  private static final int QUESTIONS = 400;
  private static final long SECOND = 1_000_000_000;

  private IndexBench() {}

  /**
   * Makes a store, or measures its index.
   *
   * @param args make or measure, a folder, and how many addresses and grids are made
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    try (Store store = GeoPackageStores.open(folder.resolve("city.gpkg"))) {
      if (args[0].equals("make")) {
        make(store, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
      } else {
        measure(store, folder.resolve("city.search"));
      }
    }
  }

  private static void make(Store store, int addresses, int grids) {
    if (store.addresses().count() == 0) {
      DemoCity city = DemoCity.generate(new DemoOptions(grids, 1, addresses, 0));
      store.addresses().put(city.addresses().iterator());
    }
  }

  private static void measure(Store store, Path kept) throws IOException {
    System.out.printf(
        "%d addresses, %d MiB of heap at most%n",
        store.addresses().count(), Runtime.getRuntime().maxMemory() >> 20);
    long start = System.nanoTime();
    try (IndexKeeper keeper = new IndexKeeper(store.addresses(), kept)) {
      keeper.current(true, Progress.told(IndexBench::tell)).release();
      told("made anew", start);
    }
    start = System.nanoTime();
    try (IndexKeeper keeper = new IndexKeeper(store.addresses(), kept)) {
      AddressIndex index = keeper.open().orElseThrow();
      told("opened", start);
      start = System.nanoTime();
      index.check();
      told("compared with its checksums", start);
      index.release();
    }
    try (AddressSearch search = new AddressSearch(store.addresses(), kept)) {
      search.watch(Duration.ofMillis(400));
      added(store, search);
      questions(store, search);
    }
  }

  private static void added(Store store, AddressSearch search) {
    while (search.state().stage() != SearchState.Stage.READY) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < 5; i++) {
      String text = "7" + i + " Quai Tout Neuf Numero " + System.nanoTime();
      long start = System.nanoTime();
      store
          .addresses()
          .put(List.of(new Address("bench" + i, text, new LatticePoint(1, 1))).iterator());
      long put = System.nanoTime();
      while (search.search(text, 1).orElseThrow().stream()
          .noneMatch(hit -> hit.text().equals(text))) {
        Thread.onSpinWait();
      }
      System.out.printf(
          Locale.ROOT, "added in %.2f s, found after%n", (put - start) / (double) SECOND);
      told("  an added address is found", put);
    }
  }

  /** Questions and look-ups by id, by turns. */
  private static void questions(Store store, AddressSearch search) {
    List<Address> all;
    try (Stream<Address> stream = store.addresses().stream(null)) {
      all = stream.filter(each -> each.id().hashCode() % 997 == 0).limit(QUESTIONS).toList();
    }
    Random random = new Random(3);
    List<Double> asked = new ArrayList<>();
    List<Double> looked = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      asked.clear();
      looked.clear();
      for (int i = 0; i < QUESTIONS; i++) {
        Address address = all.get(random.nextInt(all.size()));
        long start = System.nanoTime();
        store.addresses().find(List.of(address.id()));
        long between = System.nanoTime();
        search.search(address.text(), 10);
        looked.add((between - start) / 1e6);
        asked.add((System.nanoTime() - between) / 1e6);
      }
    }
    asked.sort(null);
    looked.sort(null);
    System.out.printf(
        Locale.ROOT,
        "a question: median %.2f ms, 95th percentile %.2f; an address by id: median %.2f%n",
        TypedSoFar.at(asked, 0.5),
        TypedSoFar.at(asked, 0.95),
        TypedSoFar.at(looked, 0.5));
  }

  private static void told(String what, long start) {
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f s (%d MiB of heap in use)%n",
        what,
        (System.nanoTime() - start) / (double) SECOND,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static void tell(@Nullable Object step, long done, long total, double share) {
    if (done % (total / 10 + 1) == 0) {
      System.out.printf(Locale.ROOT, "  %.0f %%%n", 100 * share);
    }
  }
}
