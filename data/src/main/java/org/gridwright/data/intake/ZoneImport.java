package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.message.Message;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.PlanStore.Published;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file of polygons into a store as a plan: read, brought to the lattice, gathered into
 * units, upper levels drawn, mended where asked, checked, stored. The file is streamed; the plan is
 * held in memory.
 */
public final class ZoneImport {

  private static final int STEP = 64;

  private final Store store;

  public ZoneImport(Store store) {
    this.store = store;
  }

  /**
   * A plan read from a file and not yet stored.
   *
   * @param plan with its upper levels drawn
   * @param notes what was understood or changed on the way
   */
  public record Read(Plan plan, long features, List<Message> notes) {

    public Read {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Imports all or nothing. Reading and checking come before the transaction, which only writes.
   *
   * @throws InputException when the file cannot be used
   * @throws PublishRefusedException when the plan is to be published, has blocking findings, and no
   *     reason to accept them is given
   * @throws org.gridwright.core.plan.PlanException when the units do not make a plan
   */
  public ZoneReport run(ZoneOptions options, IntakeListener progress) {
    Read read = read(options, KnownPlaces.rectangle(store), progress);
    List<Message> notes = new ArrayList<>(read.notes());
    notes.addAll(KnownPlaces.shifts(store, read.plan()));
    Mending mending = null;
    Plan plan = read.plan();
    if (options.repair() != null) {
      progress.at(IntakeListener.Stage.MENDING, 0, -1);
      mending = Mending.of(plan, options.repair(), Progress.NONE);
      plan = mending.repaired().plan();
    }
    Publishing publishing = null;
    if (options.publish() != null) {
      progress.at(IntakeListener.Stage.CHECKING, 0, -1);
      publishing = Publishing.of(store, plan, options.publish(), options.author(), Progress.NONE);
    }
    progress.at(IntakeListener.Stage.STORING, 0, -1);
    Stored stored = store(plan, options, publishing);
    return new ZoneReport(
        stored.plan(),
        read.features(),
        unitsByLevel(plan),
        notes,
        mending,
        publishing == null ? List.of() : publishing.findings(),
        stored.rowsAdded());
  }

  /**
   * Reads a file as a plan without storing it, for checking or assigning by a file.
   *
   * @param known where other data of the city lies, to notice swapped coordinates; may be empty
   * @throws InputException when the file cannot be used
   */
  public static Read read(ZoneOptions options, LatticeEnvelope known, IntakeListener progress) {
    return read(options, known, progress, (code, feature) -> {});
  }

  /**
   * As above; each feature is also handed on, with the code of its grid.
   *
   * @throws InputException when the file cannot be used
   */
  public static Read read(
      ZoneOptions options,
      LatticeEnvelope known,
      IntakeListener progress,
      BiConsumer<String, Feature> seen) {
    LevelFields grids = options.levels().get(options.levels().size() - 1);
    ZoneCollector units = new ZoneCollector(options);
    try (FeatureReader reader = FeatureReader.open(options.file(), options.reading())) {
      Georeference georeference = Georeference.of(reader.crs(), options.datum(), known);
      reader.keyField().ifPresent(units::leaveOut);
      while (reader.hasNext()) {
        Feature feature = reader.next();
        units.add(feature, georeference.area(feature));
        seen.accept(grids.code(feature), feature);
        if (units.features() % STEP == 0) {
          progress.at(IntakeListener.Stage.READING, reader.bytesRead(), reader.bytesTotal());
        }
      }
      progress.at(IntakeListener.Stage.READING, reader.bytesTotal(), reader.bytesTotal());
      if (units.features() == 0) {
        throw InputException.at(
            Source.file(String.valueOf(options.file().getFileName())), "intake.no-zones");
      }
    }
    progress.at(IntakeListener.Stage.DRAWING, 0, -1);
    Plan plan = UpperLevels.draw(Plan.of(options.theme(), units.units()));
    return new Read(plan, units.features(), units.notes());
  }

  private record Stored(PlanInfo plan, long rowsAdded) {}

  private Stored store(Plan plan, ZoneOptions options, @Nullable Publishing publishing) {
    return store.transaction(
        open -> {
          open.themes().ensure(plan.theme());
          PlanInfo draft = open.plans().createDraft(plan, options.author(), options.reason());
          if (options.publish() == null || publishing == null) {
            return new Stored(draft, 0);
          }
          boolean sound = publishing.exceptions().isEmpty();
          if (!sound) {
            open.review().accept(plan.theme().id(), draft.id(), publishing.exceptions());
          }
          Published published =
              open.plans()
                  .publish(
                      draft.id(),
                      options.publish().effective(),
                      sound ? null : options.publish().accept());
          return new Stored(published.plan(), published.rowsAdded());
        });
  }

  private static Map<String, Integer> unitsByLevel(Plan plan) {
    Map<String, Integer> units = new LinkedHashMap<>();
    for (Level level : plan.theme().levels()) {
      units.put(level.name(), plan.units(level.depth()).size());
    }
    return units;
  }
}
