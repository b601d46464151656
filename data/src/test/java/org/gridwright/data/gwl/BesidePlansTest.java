package org.gridwright.data.gwl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.JavaProcess;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.KeptPlan;
import org.gridwright.data.snapshot.KeptPlans.Origin;
import org.gridwright.data.snapshot.PackedLocators;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server keeps beside its store is the plan's, or of no use, whatever became of it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BesidePlansTest {

  private static final String THEME = TestPlans.THEME.id();

  /** Enough for several blocks. */
  private static final int GRIDS = 1_000;

  private static final int PLACES = 70;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void aServerHasRun() {
    publish(folder, TestPlans.row(GRIDS));
    file = folder.resolve("city.beats.gwl");
    run();
  }

  @Test
  void whatWasWrittenAnswersAsThePlanDoes() {
    try (Store store = open(folder);
        BesidePlans plans = new BesidePlans(store, null);
        KeptPlan kept = kept(store, plans).orElseThrow()) {
      Plan plan = TestPlans.row(GRIDS);
      assertThat(owners(kept)).isEqualTo(owners(PackedLocator.of(plan)));
      assertThat(kept.isOf(plan)).isTrue();
      assertThat(kept.isOf(TestPlans.without(plan, "G00003"))).isFalse();
      assertThat(kept.locator()).containsInstanceOf(PackedLocator.class);
      kept.close();
      assertThat(kept.ask(LocatedPlan::id)).as("closed").isEmpty();
      assertThat(file).exists();
    }
  }

  @Test
  void aFileOfAnotherStoreIsNotUsedAndReplaced() throws IOException {
    byte[] own = Files.readAllBytes(file);
    Path other = Files.createDirectory(folder.resolve("other"));
    publish(other, TestPlans.without(TestPlans.row(GRIDS), "G00007"));
    try (Store store = open(other)) {
      run(store);
    }
    Files.copy(other.resolve(file.getFileName()), file, StandardCopyOption.REPLACE_EXISTING);
    try (Store store = open(folder);
        BesidePlans plans = new BesidePlans(store, null)) {
      assertThat(kept(store, plans)).isEmpty();
    }
    run();
    assertThat(file).hasBinaryContent(own);
  }

  @Test
  void aFileCutShortAnywhereIsNotUsedAndReplaced() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 5)) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (Store store = open(folder);
          BesidePlans plans = new BesidePlans(store, null)) {
        assertThat(kept(store, plans)).isEmpty();
      }
      run();
      assertThat(file).hasBinaryContent(whole);
    }
  }

  /** As a disk does that fails, or a program that writes into the file. */
  @Test
  void aFileThatIsSpoiltWhileItIsOpenIsGivenUp() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    List<Integer> right = owners(PackedLocator.of(TestPlans.row(GRIDS)));
    for (int round = 0; round < 24; round++) {
      Files.write(file, whole);
      try (Store store = open(folder);
          BesidePlans plans = new BesidePlans(store, null);
          KeptPlan kept = kept(store, plans).orElseThrow()) {
        if (round % 4 == 0) {
          Files.write(file, Arrays.copyOf(whole, whole.length * round / 24));
        } else {
          byte[] spoilt = whole.clone();
          spoilt[(int) ((long) round * whole.length / 24)] ^= 4;
          Files.write(file, spoilt);
        }
        for (int i = 0; i < right.size(); i++) {
          int x = x(i);
          Optional<Integer> owner = kept.ask(plan -> plan.locatorAt(x, 5).owner(x, 5));
          assertThat(owner.orElse(right.get(i))).isEqualTo(right.get(i));
        }
        Optional<Locator> all = kept.locator();
        all.ifPresent(locator -> assertThat(owners(locator)).isEqualTo(right));
        if (all.isEmpty()) {
          assertThat(kept.ask(LocatedPlan::id)).as("given up for good").isEmpty();
          assertThat(file).as("is made anew").doesNotExist();
        }
      }
    }
  }

  @Test
  void whereNothingCanBeWrittenThePlanIsServedAllTheSame() throws IOException {
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    run();
    assertThat(file).isDirectory();
    assertThat(leftovers()).isEmpty();
    try (Store store = GeoPackageStores.openToServe(folder.resolve("city.gpkg"), true)) {
      run(store);
    }
  }

  @Test
  void aPlanThatOthersWroteToSinceItWasReadIsNotKept() throws Exception {
    try (Store store = open(folder);
        BesidePlans plans = new BesidePlans(store, null)) {
      PlanInfo info = store.plans().inForce(THEME, LocalDate.now(ZoneOffset.UTC)).orElseThrow();
      Plan plan = TestPlans.without(TestPlans.row(GRIDS), "G00004");
      plans.keep(new Origin(info, "an edition long past"), plan, PackedLocator.of(plan));
      plans.awaitKept();
      assertThat(kept(store, plans)).isEmpty();
    }
  }

  /** Ended at any moment, a writer leaves the whole file before or the whole file after. */
  @Test
  void aWriterThatIsKilledLeavesAWholeFile() throws Exception {
    for (int round = 0; round < 3; round++) {
      Process writer = writer(folder);
      assertThat(writer.getInputStream().readNBytes(1 + 2 * round)).hasSize(1 + 2 * round);
      writer.destroyForcibly().waitFor();
      try (PlansInFile open = PlansInFile.open(file)) {
        int last = open.ask(asked -> asked.plans().get(0).locator().owner(10 * GRIDS - 5, 5));
        assertThat(last).isEqualTo(GRIDS);
      }
      try (Store store = open(folder);
          BesidePlans plans = new BesidePlans(store, null)) {
        kept(store, plans).ifPresent(KeptPlan::close);
        Files.delete(file);
        run(store);
      }
      assertThat(leftovers()).as("of the writer that was killed").isEmpty();
    }
  }

  @Test
  void onlyWhatDeadWritersLeftIsRemoved() throws IOException {
    long pid = ProcessHandle.current().pid();
    Path dead = Files.createFile(folder.resolve(".city.beats.gwl.999999999999.1.part"));
    Path former = Files.createFile(folder.resolve(".city.beats.gwl." + pid + ".1.part"));
    Files.setLastModifiedTime(former, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
    Path living = Files.createFile(folder.resolve(".city.beats.gwl." + pid + ".2.part"));
    Path foreign = Files.createFile(folder.resolve(".town.beats.gwl.999999999999.1.part"));
    Files.delete(file);
    run();
    assertThat(dead).doesNotExist();
    assertThat(former).doesNotExist();
    assertThat(living).exists();
    assertThat(foreign).exists();
  }

  /** Writes the file of a store again and again, and says so before each time. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] arguments) {
      try (Store store = open(Path.of(arguments[0]))) {
        PlanInfo info = store.plans().inForce(THEME, LocalDate.now(ZoneOffset.UTC)).orElseThrow();
        Plan plan = store.plans().load(info.id());
        PackedLocator locator = PackedLocator.of(plan);
        Path target = PlanBeside.of(store.file().orElseThrow(), THEME);
        while (Files.exists(target.getParent())) {
          PlanInfo other =
              new PlanInfo(
                  info.id() + 1,
                  THEME,
                  2,
                  info.status(),
                  null,
                  null,
                  info.author(),
                  "",
                  null,
                  info.created());
          System.out.write('.');
          System.out.flush();
          BesideKeeper.keep(store, target, "of no edition", other, plan, locator);
          BesideKeeper.keep(store, target, "of no edition", info, plan, locator);
        }
      }
    }
  }

  private static Process writer(Path folder) throws IOException {
    return new ProcessBuilder(JavaProcess.command(Writer.class.getName(), folder.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Store open(Path folder) {
    return GeoPackageStores.open(folder.resolve("city.gpkg"));
  }

  private static void publish(Path folder, Plan plan) {
    try (Store store = open(folder)) {
      store.themes().ensure(TestPlans.THEME);
      long draft = store.plans().createDraft(plan, Actor.named("ann"), "").id();
      store.plans().publish(draft, LocalDate.of(2024, 1, 1), null);
    }
  }

  private void run() {
    try (Store store = open(folder)) {
      run(store);
    }
  }

  /** What a server does with its plans from start to end. */
  private static void run(Store store) {
    try (BesidePlans plans = new BesidePlans(store, null);
        Snapshots snapshots =
            new Snapshots(store, new PackedLocators(), plans, Clock.systemUTC(), 0)) {
      snapshots.refresh();
      PlanSnapshot current = snapshots.current(THEME).orElseThrow();
      assertThat(current.grid(1)).map(Unit::code).contains("G00000");
      plans.awaitKept();
    }
  }

  private static Optional<KeptPlan> kept(Store store, BesidePlans plans) {
    PlanInfo info = store.plans().inForce(THEME, LocalDate.now(ZoneOffset.UTC)).orElseThrow();
    return store.plans().digest(info.id()).flatMap(digest -> plans.open(info, digest));
  }

  private static int x(int i) {
    return 5 * 31 * i - 5;
  }

  /** At borders and between them, and outside. */
  private static List<Integer> owners(Locator locator) {
    return IntStream.range(0, PLACES).mapToObj(i -> locator.owner(x(i), 5)).toList();
  }

  private static List<Integer> owners(KeptPlan kept) {
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      int x = x(i);
      owners.add(kept.ask(plan -> plan.locatorAt(x, 5).owner(x, 5)).orElseThrow());
    }
    return owners;
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".part")).toList();
    }
  }
}
