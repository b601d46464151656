package org.gridwright.api.http;

import static java.time.ZoneOffset.UTC;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.core.Pause;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Department;
import org.gridwright.data.model.Facility;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.Officer;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.store.geopackage.GeoPackageStores;

/**
 * A served city of four grids, with cells of one thousandth of a degree from (10° E, 50° N). Since
 * 2024 it is divided as {@code AB/CD}, since 2025 as {@code AB/CC}; today is 2025-06-01.
 *
 * <pre>
 *   A B     districts  N N
 *   C C                S S
 * </pre>
 */
final class SmallCity implements AutoCloseable {

  static final Theme THEME = Theme.of("beats", "Beats", CodeScheme.FREE, "district", "grid");
  static final Clock TODAY = Clock.fixed(Instant.parse("2025-06-01T12:00:00Z"), UTC);

  static final int MOST_UPLOAD_MEBIBYTES = 2;

  private static final int WEST = 100_000_000;
  private static final int SOUTH = 500_000_000;
  private static final int CELL = 10_000;

  final Store store;
  final Server server;
  final Client client;

  private SmallCity(Store store, Server server) {
    this.store = store;
    this.server = server;
    this.client = new Client(server.port());
  }

  static SmallCity serve(Path folder) {
    return serve(GeoPackageStores.open(folder.resolve("city.gpkg")));
  }

  /** As above, in a store that is empty so far; it is closed with the city. */
  static SmallCity serve(Store store) {
    return serve(store, Map.of());
  }

  /** As above, with further settings. */
  static SmallCity serve(Store store, Map<String, String> settings) {
    fill(store);
    Map<String, String> all = new HashMap<>(settings);
    all.put("GRIDWRIGHT_CITY", "Smallville");
    all.put("GRIDWRIGHT_UPLOAD_MEBIBYTES", String.valueOf(MOST_UPLOAD_MEBIBYTES));
    Server server = Server.start(store, ServerConfig.of("127.0.0.1", 0, all), TODAY);
    SmallCity city = new SmallCity(store, server);
    city.awaitReady();
    return city;
  }

  /** The point in the middle of a cell, counted from the south-west. */
  static LatticePoint cell(int column, int row) {
    return new LatticePoint(WEST + column * CELL + CELL / 2, SOUTH + row * CELL + CELL / 2);
  }

  static Plan plan(String grids) {
    return Pictures.plan(THEME, WEST, SOUTH, CELL, "NN/SS", grids);
  }

  /** {@code AB/CC}, with A reaching half a cell into B. */
  static Plan overlapping() {
    return TestPlans.with(
        plan("AB/CC"),
        new Unit(
            1,
            "A",
            "N",
            "A",
            Map.of(),
            TestPlans.square(WEST, SOUTH + CELL, WEST + CELL + CELL / 2, SOUTH + 2 * CELL)));
  }

  void publish(String grids, String from) {
    publish(store, grids, from);
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }

  private void awaitReady() {
    while (client.get("/health").status() != 200
        || client.get("/api/v1/search?q=x").status() != 200) {
      Pause.aMoment();
    }
  }

  private static void publish(Store store, String grids, String from) {
    long draft = store.plans().createDraft(plan(grids), Actor.named("anonymous"), "test").id();
    store.plans().publish(draft, LocalDate.parse(from), null);
  }

  private static void fill(Store store) {
    store.themes().ensure(THEME);
    publish(store, "AB/CD", "2024-01-01");
    publish(store, "AB/CC", "2025-01-01");
    store
        .addresses()
        .put(
            List.of(
                    new Address("1", "12 Rue de l'Église", cell(0, 1)),
                    new Address("2", "14 Rue de l'Église", cell(1, 1)),
                    new Address("3", "建设路12号", cell(0, 0)))
                .iterator());
    store
        .incidents()
        .put(
            List.of(
                    incident("i1", cell(0, 1), "2025-02-01T08:00:00", "noise"),
                    incident("i2", cell(0, 1), "2025-03-01T08:00:00", "waste"),
                    incident("i3", cell(1, 0), "2025-04-01T08:00:00", "noise"),
                    incident("i4", cell(9, 9), "2025-05-01T08:00:00", "noise"))
                .iterator());
    store.roster().putOfficers(List.of(new Officer("o1", "Li Wei", null)));
    store.roster().assign(List.of(new Assignment("o1", "beats", "A", "full-time", null, null)));
    store
        .directory()
        .putDepartments(List.of(new Department("d1", "Environment", List.of("noise"))));
    store
        .directory()
        .putFacilities(List.of(new Facility("f1", "hydrant", "Hydrant 1", cell(1, 1))));
  }

  private static Incident incident(String id, LatticePoint at, String occurred, String category) {
    return new Incident(
        id, at, LocalDateTime.parse(occurred), category, "phone", "open", null, null);
  }

  /** Query parameters of a point. */
  static String at(LatticePoint point) {
    return "lon=" + point.lon() + "&lat=" + point.lat();
  }
}
