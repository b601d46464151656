package org.gridwright.data.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.square;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever brings something into a store leaves it as it was, wherever it is stopped. */
abstract class StoppedIntakeContract {

  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
  private static final PointFields PLACE = new PointFields("x", "y");
  private static final DemoCity CITY = DemoCity.generate(DemoOptions.of(20, 5));
  private static final DemoCity OTHER = DemoCity.generate(DemoOptions.of(25, 6));
  private static final int ROWS = 700;

  @TempDir Path folder;

  /** The address of a new and empty store. */
  abstract String newAddress();

  /** What brings something into a store. */
  enum Intake {
    ZONES,
    ADDRESSES,
    INCIDENTS,
    JURISDICTION,
    OUTLINES,
    DEMO
  }

  @ParameterizedTest
  @EnumSource
  void stoppedAnywhereItLeavesTheStoreAsItWas(Intake intake) {
    AtomicLong passed = new AtomicLong();
    String first = prepared();
    try (Store store = Stores.open(first)) {
      List<Object> before = content(store);
      run(intake, store, passed, Long.MAX_VALUE);
      assertThat(content(store)).as("it does something").isNotEqualTo(before);
    }
    long all = passed.get();
    assertThat(all).as("checkpoints").isGreaterThan(10);
    try (Store store = Stores.open(prepared())) {
      List<Object> before = content(store);
      for (long last : List.of(1L, all / 4, all / 2, 3 * all / 4, all - 1, all)) {
        assertThatThrownBy(() -> run(intake, store, passed, last))
            .as("stopped at checkpoint %d of %d", last, all)
            .isInstanceOf(CancelledException.class);
        assertThat(content(store)).isEqualTo(before);
      }
      run(intake, store, passed, Long.MAX_VALUE);
      assertThat(content(store)).as("not stopped").isNotEqualTo(before);
    }
  }

  private String prepared() {
    String address = newAddress();
    try (Store store = Stores.open(address)) {
      DemoLoader.load(CITY, store, Progress.NONE);
    }
    return address;
  }

  private void run(Intake intake, Store store, AtomicLong passed, long last) {
    passed.set(0);
    Progress progress =
        Progress.of(
            () -> {
              if (passed.incrementAndGet() >= last) {
                throw new CancelledException();
              }
            },
            Progress.Listener.NOBODY);
    Theme theme = CITY.theme();
    switch (intake) {
      case ZONES -> new ZoneImport(store).run(zones(), progress);
      case ADDRESSES -> new AddressImport(store).run(addresses(), progress);
      case INCIDENTS -> new IncidentImport(store).run(incidents(), progress);
      case JURISDICTION -> new OfficialImport(store).jurisdiction(outlines(), theme, progress);
      case OUTLINES ->
          new OfficialImport(store)
              .outlines(outlines(), theme, new LevelFields("street", List.of("c")), progress);
      case DEMO -> DemoLoader.load(OTHER, store, progress);
    }
  }

  /** With a gap to be mended, and published. */
  private ZoneOptions zones() {
    Path file = write(folder, "z.geojson", collection(squares().toArray(String[]::new)));
    return new ZoneOptions(
        file,
        ReadOptions.DEFAULT,
        Datum.WGS84,
        "other",
        "other",
        CodeScheme.FREE,
        LevelFields.parse("city=d,grid=c"),
        Map.of(),
        ZoneOptions.SameCode.MERGE,
        List.of(),
        new ZoneOptions.Publish(DAY, "because"),
        RepairOptions.STANDARD,
        Actor.ANONYMOUS,
        "try");
  }

  private static List<String> squares() {
    return IntStream.range(0, 12)
        .filter(i -> i != 5)
        .mapToObj(i -> square("\"c\":\"c" + i + "\",\"d\":1", i % 4, i / 4))
        .toList();
  }

  private OfficialImport.Input outlines() {
    Path file = write(folder, "o.geojson", collection(squares().toArray(String[]::new)));
    return new OfficialImport.Input(file, ReadOptions.DEFAULT, Datum.WGS84);
  }

  private AddressImport.Options addresses() {
    Path file = write(folder, "a.csv", "id,t,x,y\n" + rows(i -> "A" + i + ",Main Street " + i));
    return new AddressImport.Options(
        file,
        ReadOptions.DEFAULT,
        Datum.WGS84,
        "id",
        List.of("t"),
        AddressPartFields.NONE,
        PLACE,
        null,
        false);
  }

  private IncidentImport.Options incidents() {
    Path file =
        write(folder, "i.csv", "id,w,c,x,y\n" + rows(i -> "I" + i + ",2025-03-01T08:00,noise"));
    return new IncidentImport.Options(
        file,
        ReadOptions.DEFAULT,
        Datum.WGS84,
        "id",
        PLACE,
        List.of("w"),
        IncidentTimes.LOCAL,
        "c",
        "import",
        CITY.theme().id(),
        null,
        false);
  }

  private static String rows(IntFunction<String> fields) {
    LatticeEnvelope box = CITY.plan().envelope();
    double x = (box.minX() + (double) box.maxX()) / 2e7;
    double y = (box.minY() + (double) box.maxY()) / 2e7;
    return IntStream.range(0, ROWS)
        .mapToObj(i -> fields.apply(i) + "," + x + "," + y)
        .collect(Collectors.joining("\n"));
  }

  /** What a store says of itself, as values that can be compared. */
  private static List<Object> content(Store store) {
    List<Object> content = new ArrayList<>();
    for (Theme theme : store.themes().all()) {
      content.add(theme);
      content.add(store.themes().jurisdiction(theme.id()));
      content.add(store.review().outlines(theme.id()));
      content.add(store.review().accepted(theme.id(), null));
      for (PlanInfo plan : store.plans().list(theme.id())) {
        content.add(plan);
        content.add(store.plans().load(plan.id()).grids());
      }
      try (Stream<?> officers = store.roster().entries(theme.id(), null)) {
        content.add(officers.toList());
      }
    }
    try (Stream<?> addresses = store.addresses().stream(null);
        Stream<?> incidents = store.incidents().stream(IncidentStore.Query.ALL)) {
      content.add(addresses.toList());
      content.add(incidents.toList());
    }
    content.add(store.addresses().version());
    content.add(store.incidents().version());
    return content;
  }
}
