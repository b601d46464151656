package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.gridwright.core.fact.FactChange;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.flow.PlanAttribute;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.NearestWords;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.message.DataMessages;
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

  /** How many findings about how units are drawn are told one by one. */
  private static final int MOST_TOLD = 20;

  /** Shares of the time at which stages end, roughly; those that nobody asked for take none. */
  private static final double READ = 0.5;

  private static final double MENDED = 0.65;
  private static final double CHECKED = 0.8;

  /** Share of reading at which drawing begins. */
  private static final double DRAWN = 0.7;

  private final Store store;

  public ZoneImport(Store store) {
    this.store = store;
  }

  /**
   * A plan read from a file and not yet stored.
   *
   * @param plan with its upper levels drawn
   * @param notes what was understood or changed on the way
   * @param findings what is wrong with how units are drawn, although their ground is known; the
   *     plan is without it
   */
  public record Read(Plan plan, long features, List<Message> notes, List<Finding> findings) {

    public Read {
      notes = List.copyOf(notes);
      findings = List.copyOf(findings);
    }

    /** The findings for somebody who did not ask for a check: the first ones, and how many more. */
    public List<Message> findingNotes() {
      List<Message> first =
          new ArrayList<>(findings.stream().limit(MOST_TOLD).map(Finding::message).toList());
      if (findings.size() > MOST_TOLD) {
        first.add(DataMessages.of("intake.note-drawn-more", findings.size() - MOST_TOLD));
      }
      return first;
    }
  }

  /**
   * Imports all or nothing. Reading and checking come before the transaction, which only writes.
   *
   * @throws InputException when the file cannot be used, or has not an attribute that is declared
   * @throws org.gridwright.core.fact.FactException when the declarations make no sense
   * @throws PublishRefusedException when the plan is to be published, has blocking findings, and no
   *     reason to accept them is given
   * @throws org.gridwright.core.plan.PlanException when the units do not make a plan
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public ZoneReport run(ZoneOptions options, Progress progress) {
    Read read = read(options, KnownPlaces.rectangle(store), progress.part(0, READ));
    List<Message> notes = new ArrayList<>(read.notes());
    notes.addAll(read.findingNotes());
    notes.addAll(KnownPlaces.shifts(store, read.plan(), progress.quiet()));
    requireAttributes(options, read.plan());
    Mending mending = null;
    Plan plan = read.plan();
    if (options.repair() != null) {
      mending =
          Mending.of(
              plan,
              read.findings(),
              options.repair(),
              IntakeStage.MENDING.of(progress, READ, MENDED));
      plan = mending.repaired().plan();
    }
    Publishing publishing = null;
    if (options.publish() != null) {
      publishing =
          Publishing.of(
              store,
              plan,
              mending == null ? read.findings() : List.of(),
              options.publish(),
              options.author(),
              IntakeStage.CHECKING.of(progress, MENDED, CHECKED));
    }
    Stored stored = store(plan, options, publishing, IntakeStage.STORING.of(progress, CHECKED, 1));
    notes.addAll(stored.notes());
    return new ZoneReport(
        stored.plan(),
        read.features(),
        unitsByLevel(plan),
        notes,
        PlanAttribute.all(plan, stored.schema()),
        mending,
        publishing == null ? List.of() : publishing.findings(),
        stored.rowsAdded());
  }

  /**
   * Reads a file as a plan without storing it, for checking or assigning by a file.
   *
   * @param known where other data of the city lies, to notice swapped coordinates; may be empty
   * @throws InputException when the file cannot be used
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Read read(ZoneOptions options, LatticeEnvelope known, Progress progress) {
    return read(options, known, progress, (code, feature) -> {});
  }

  /**
   * As above; each feature is also handed on, with the code of its grid.
   *
   * @throws InputException when the file cannot be used
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Read read(
      ZoneOptions options,
      LatticeEnvelope known,
      Progress progress,
      BiConsumer<String, Feature> seen) {
    List<Message> notes = new ArrayList<>();
    ZoneCollector units =
        collected(options, known, IntakeStage.READING.of(progress, 0, DRAWN), seen, notes);
    Progress drawing = IntakeStage.DRAWING.of(progress, DRAWN, 1);
    ZoneCollector.Collected collected = units.collected(drawing);
    Plan plan = UpperLevels.draw(Plan.of(options.theme(), collected.units()), drawing);
    notes.addAll(units.notes());
    return new Read(plan, units.features(), notes, collected.findings());
  }

  private static ZoneCollector collected(
      ZoneOptions options,
      LatticeEnvelope known,
      Progress progress,
      BiConsumer<String, Feature> seen,
      List<Message> notes) {
    LevelFields grids = options.levels().get(options.levels().size() - 1);
    ZoneCollector units = new ZoneCollector(options);
    try (FeatureReader reader = FeatureReader.open(options.file(), options.reading())) {
      FeatureAreas areas = new FeatureAreas(reader, options.reading(), options.datum(), known);
      reader.keyField().ifPresent(units::leaveOut);
      units.readBy(reader);
      while (reader.hasNext()) {
        Feature feature = reader.next();
        Optional<LatticeMultiPolygon> area = areas.of(feature);
        if (area.isPresent()) {
          units.add(feature, area.get());
          seen.accept(grids.code(feature), feature);
        }
        if (units.features() % STEP == 0) {
          progress.at(reader.bytesRead(), reader.bytesTotal());
        } else {
          progress.checkpoint();
        }
      }
      progress.at(reader.bytesTotal(), reader.bytesTotal());
      notes.addAll(areas.notes());
      if (units.features() == 0) {
        throw InputException.at(
            Source.file(String.valueOf(options.file().getFileName())), "intake.no-zones");
      }
    }
    return units;
  }

  private static void requireAttributes(ZoneOptions options, Plan plan) {
    if (options.facts().isEmpty()) {
      return;
    }
    List<String> known = PlanAttribute.keys(PlanAttribute.all(plan, FactSchema.NONE));
    for (FactChange each : options.facts()) {
      String attribute = each.attribute();
      if (!known.contains(attribute)) {
        Optional<String> nearest = NearestWords.nearest(attribute, known);
        throw new InputException(
            Source.file(String.valueOf(options.file().getFileName())),
            nearest.isPresent()
                ? DataMessages.of("intake.attribute-near", attribute, nearest.get())
                : DataMessages.of("intake.attribute-unknown", attribute));
      }
    }
  }

  /** What was stored, and what is to be told of it. */
  private record Stored(PlanInfo plan, long rowsAdded, FactSchema schema, List<Message> notes) {}

  private Stored store(
      Plan plan, ZoneOptions options, @Nullable Publishing publishing, Progress progress) {
    return store.transaction(
        open -> {
          open.themes().ensure(plan.theme());
          FactSchema schema = declare(open, options);
          PlanInfo draft =
              open.plans().createDraft(plan, options.author(), options.reason(), progress);
          if (options.publish() == null || publishing == null) {
            return new Stored(draft, 0, schema, List.of());
          }
          boolean sound = publishing.exceptions().isEmpty();
          if (!sound) {
            open.review().accept(plan.theme().id(), draft.id(), publishing.exceptions());
          }
          List<Message> officers =
              OfficersOnImport.follow(open, plan, options.publish().effective(), progress);
          Published published =
              open.plans()
                  .publish(
                      draft.id(),
                      options.publish().effective(),
                      sound ? null : options.publish().accept(),
                      progress);
          return new Stored(published.plan(), published.rowsAdded(), schema, officers);
        });
  }

  private static FactSchema declare(Store open, ZoneOptions options) {
    FactSchema before = open.facts().schema(options.themeId());
    FactSchema schema = before.changed(options.facts());
    if (!schema.equals(before)) {
      open.facts().setSchema(options.themeId(), schema);
    }
    return schema;
  }

  private static Map<String, Integer> unitsByLevel(Plan plan) {
    Map<String, Integer> units = new LinkedHashMap<>();
    for (Level level : plan.theme().levels()) {
      units.put(level.name(), plan.units(level.depth()).size());
    }
    return units;
  }
}
