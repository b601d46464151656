package org.gridwright.api.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.Officer;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;

/**
 * A city of three beats in two districts, in cells of 0.01 degree with the south-west corner at 10
 * degrees east, 50 degrees north.
 *
 * <pre>
 * X X Y
 * A B C
 * </pre>
 */
final class SmallCity {

  static final Theme BEATS = Theme.of("beats", "Beats", CodeScheme.FREE, "district", "beat");

  private SmallCity() {}

  /** A new GeoPackage that holds the city; its plan is in force since 2020. */
  static Path in(Path folder) {
    Path file = folder.resolve("city.gpkg");
    try (Store store = GeoPackageStores.open(file)) {
      fill(store);
    }
    return file;
  }

  /** Puts the city into an empty store. */
  static void fill(Store store) {
    store.themes().ensure(BEATS);
    long draft =
        store
            .plans()
            .createDraft(
                Pictures.plan(BEATS, 100_000_000, 500_000_000, 100_000, "XXY", "ABC"),
                Actor.named("anonymous"),
                "test")
            .id();
    store.plans().publish(draft, LocalDate.of(2020, 1, 1), null);
    store.addresses().put(List.of(new Address("a1", "1 Main Street", at(15, 5))).iterator());
    store
        .incidents()
        .put(
            List.of(
                    incident("i1", 3, 5, "A"),
                    incident("i2", 5, 5, "A"),
                    incident("i3", 25, 5, "A"),
                    incident("i4", 35, 5, "C"))
                .iterator());
    store.roster().putOfficers(List.of(new Officer("o1", "Li Wei", null)));
    store.roster().assign(List.of(new Assignment("o1", "beats", "B", "full-time", null, null)));
  }

  /** A place in thousandths of a degree from the south-west corner. */
  private static LatticePoint at(int east, int north) {
    return new LatticePoint(100_000_000 + east * 10_000, 500_000_000 + north * 10_000);
  }

  private static Incident incident(String id, int east, int north, String reported) {
    return new Incident(
        id,
        at(east, north),
        LocalDateTime.of(2024, 3, 1, 8, 30),
        "noise",
        "phone",
        "closed",
        new Incident.ReportedZone("beats", "beat", reported),
        null);
  }
}
