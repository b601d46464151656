package org.gridwright.data.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.Keeper;
import org.gridwright.core.edit.SplitEdit;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.Edited;
import org.gridwright.data.draft.PlanEdit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.geopackage.TempGeoPackage;
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

/** Work on a draft of a large plan in a file: an edit checked and stored, and opening the draft. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 10)
@Measurement(iterations = 2, time = 10)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@SuppressWarnings("NullAway.Init") // the set-up does it
public class DraftBench {

  private static final RevisionNote NOTE =
      new RevisionNote("split", "{}", Actor.named("bench"), "");

  @Param("108000")
  private int grids = 108_000;

  private final Random random = new Random(5);
  private TempGeoPackage file;
  private DraftDesk desk;
  private PlanInfo published;
  private Plan plan;
  private long draft;

  @Setup(Level.Trial)
  public void publish() {
    file = TempGeoPackage.open();
    plan = UpperLevels.draw(RandomPartitions.city(grids, 3));
    file.store().themes().ensure(plan.theme());
    long first = file.store().plans().createDraft(plan, Actor.named("bench"), "bench").id();
    published = file.store().plans().publish(first, LocalDate.of(2024, 1, 1), null).plan();
    desk = new DraftDesk(file.store(), info -> plan, PackedLocator::of, (info, merged) -> {});
    draft =
        desk.create(plan.theme().id(), published.id(), new About("", "", Actor.named("bench")))
            .info()
            .id();
    if (!desk.open(draft).findings().isEmpty()) {
      throw new IllegalStateException("the city is not seamless");
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    file.close();
  }

  /** Splits a random grid from south to north. */
  @Benchmark
  public Edited editAndStore() {
    DraftState now = desk.open(draft);
    Unit grid = now.plan().grids().get(random.nextInt(now.plan().grids().size()));
    LatticeEnvelope box = grid.drawnArea().envelope();
    int x = (int) (((long) box.minX() + box.maxX()) / 2);
    Edit split =
        new SplitEdit(
            grid.code(),
            List.of(new LatticePoint(x, box.minY() - 9), new LatticePoint(x, box.maxY() + 9)),
            Keeper.By.LARGEST,
            List.of());
    return desk.apply(draft, now.version(), PlanEdit.of(split), NOTE);
  }

  /** Opens a draft for the first time, without waiting for its check. */
  @Benchmark
  public DraftState openAnew() {
    return new DraftDesk(file.store(), info -> plan, PackedLocator::of, (info, merged) -> {})
        .open(draft);
  }
}
