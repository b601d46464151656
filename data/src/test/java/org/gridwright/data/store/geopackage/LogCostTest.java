package org.gridwright.data.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an incident costs the log, in a store that holds many and in one that holds few. */
class LogCostTest {

  private static final int REPORTED = 100;
  private static final long MOST_BYTES = 10_000;
  private static final LocalDateTime BEGIN = LocalDateTime.of(2025, 1, 1, 0, 0);

  @TempDir Path folder;

  @Test
  void anIncidentCostsLessThanTenKilobytes() throws Exception {
    for (int before : new int[] {0, 1_000, 20_000}) {
      Path file = folder.resolve(before + ".gpkg");
      try (Store store = GeoPackageStores.open(file)) {
        Random random = new Random(before);
        store
            .incidents()
            .put(IntStream.range(0, before).mapToObj(i -> incident(random, i)).iterator());
      }
      try (Store store = GeoPackageStores.open(file)) {
        Random random = new Random(before);
        long written = 0;
        long size = 0;
        for (int i = 0; i < REPORTED; i++) {
          store.incidents().put(List.of(incident(random, before + i)).iterator());
          long now = Files.size(Path.of(file + "-wal"));
          written = Math.max(written, now);
          size = now;
        }
        System.out.println(
            before + " incidents: one costs " + written / REPORTED + " bytes of log");
        assertThat(size).as("no checkpoint came between").isEqualTo(written);
        assertThat(written / REPORTED).isLessThan(MOST_BYTES);
      }
    }
  }

  private static Incident incident(Random random, int number) {
    String[] categories = {"noise", "waste", "light", "water", "road"};
    return new Incident(
        "%012x-7%019x".formatted(1_700_000_000_000L + number * 60_000L, random.nextLong() >>> 1),
        new LatticePoint(
            1_140_000_000 + random.nextInt(3_000_000), 300_000_000 + random.nextInt(3_000_000)),
        BEGIN.plusMinutes(number),
        categories[random.nextInt(categories.length)],
        "app",
        "open",
        null,
        new Incident.GivenGrid("service-grids", 12, "420106001002%03d".formatted(number % 999)));
  }
}
