package org.gridwright.data.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.ground.LatticeUnion;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.crs.ShiftSuspicion;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;

/**
 * Brings into a store what the plans of a theme are compared with: the ground that it must cover,
 * and official outlines of upper units. Features of one code are joined. All or nothing.
 */
public final class OfficialImport {

  private static final int STEP = 64;

  /** Share of the time at which reading ends, roughly. */
  private static final double READ = 0.8;

  private final Store store;

  public OfficialImport(Store store) {
    this.store = store;
  }

  /** The file to read, and how. */
  public record Input(Path file, ReadOptions reading, Datum datum) {}

  /**
   * What came of it.
   *
   * @param features how many were read
   * @param areas how many areas they made
   * @param unknown codes that no unit of the latest plan has, in code order; their outlines are
   *     kept, and compared once such a unit is drawn
   * @param shifts what lies beside the latest plan, everywhere in the same direction
   * @param read what was found of how the file is written
   */
  public record OfficialCount(
      long features, int areas, List<String> unknown, List<Message> shifts, List<Message> read) {

    public OfficialCount {
      unknown = List.copyOf(unknown);
      shifts = List.copyOf(shifts);
      read = List.copyOf(read);
    }

    /** What to tell about codes that are not known, and about shifts; empty where nothing is. */
    public List<Message> notes() {
      List<Message> notes = new ArrayList<>(read);
      notes.addAll(shifts);
      if (!unknown.isEmpty()) {
        notes.add(
            DataMessages.of("intake.outlines-unknown", unknown.size(), String.join(", ", unknown)));
      }
      return notes;
    }
  }

  /**
   * Puts the union of all areas of a file in place of the theme's jurisdiction.
   *
   * @throws InputException when the file cannot be used
   * @throws StoreException when there is no such theme
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public OfficialCount jurisdiction(Input input, Theme theme, Progress progress) {
    List<LatticeMultiPolygon> areas = new ArrayList<>();
    List<Message> notes = read(input, progress, (feature, area) -> areas.add(area));
    Progress storing = IntakeStage.STORING.of(progress, READ, 1);
    LatticeMultiPolygon jurisdiction = union(areas, storing);
    List<ShiftSuspicion.Pair> corners =
        latest(theme, progress.quiet())
            .map(plan -> ShiftSuspicion.corners(jurisdiction.envelope(), plan.envelope()))
            .orElse(List.of());
    store.themes().setJurisdiction(theme.id(), jurisdiction);
    return new OfficialCount(areas.size(), 1, List.of(), shifts(corners), notes);
  }

  /**
   * Puts official outlines in place of those that the theme has at a level; other levels keep
   * theirs.
   *
   * @param codes the level, and the fields of its codes
   * @throws InputException when the file cannot be used
   * @throws StoreException when there is no such theme
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public OfficialCount outlines(Input input, Theme theme, LevelFields codes, Progress progress) {
    Level level =
        theme
            .level(codes.level())
            .filter(it -> it.depth() < theme.gridLevel().depth())
            .orElseThrow(() -> notAnUpperLevel(theme, codes.level()));
    Map<String, List<LatticeMultiPolygon>> byCode = new TreeMap<>();
    long[] features = {0};
    List<Message> notes =
        read(
            input,
            progress,
            (feature, area) -> {
              features[0]++;
              byCode.computeIfAbsent(codes.code(feature), it -> new ArrayList<>()).add(area);
            });
    Progress storing = IntakeStage.STORING.of(progress, READ, 1);
    Map<String, LatticeMultiPolygon> areas = new LinkedHashMap<>();
    byCode.forEach((code, parts) -> areas.put(code, union(parts, storing)));
    Optional<Plan> latest = latest(theme, storing.quiet());
    Set<String> known = latest.map(plan -> codes(plan, level)).orElse(Set.of());
    List<String> unknown = areas.keySet().stream().filter(code -> !known.contains(code)).toList();
    List<ShiftSuspicion.Pair> corners =
        latest.map(plan -> corners(areas, plan, level)).orElse(List.of());
    store.transaction(
        open -> {
          List<OfficialOutline> all = new ArrayList<>(open.review().outlines(theme.id()));
          all.removeIf(outline -> outline.depth() == level.depth());
          areas.forEach((code, area) -> all.add(new OfficialOutline(level.depth(), code, area)));
          open.review().setOutlines(theme.id(), all);
          return areas.size();
        });
    return new OfficialCount(features[0], areas.size(), unknown, shifts(corners), notes);
  }

  private Optional<Plan> latest(Theme theme, Progress progress) {
    return store
        .plans()
        .latest(theme.id())
        .map(latest -> store.plans().load(latest.id(), progress));
  }

  /** Corners of the rectangles of outlines and of units of the same code. */
  private static List<ShiftSuspicion.Pair> corners(
      Map<String, LatticeMultiPolygon> outlines, Plan plan, Level level) {
    List<ShiftSuspicion.Pair> corners = new ArrayList<>();
    outlines.forEach(
        (code, outline) ->
            plan.unit(level.depth(), code)
                .filter(unit -> unit.area() != null)
                .ifPresent(
                    unit ->
                        corners.addAll(
                            ShiftSuspicion.corners(
                                outline.envelope(), unit.drawnArea().envelope()))));
    return corners;
  }

  private static List<Message> shifts(List<ShiftSuspicion.Pair> pairs) {
    return ShiftSuspicion.of(pairs).map(ShiftSuspicion::message).stream().toList();
  }

  private static Set<String> codes(Plan plan, Level level) {
    return plan.units(level.depth()).stream().map(Unit::code).collect(Collectors.toSet());
  }

  /** Returns what was found of how the file is written. */
  private List<Message> read(
      Input input, Progress whole, BiConsumer<Feature, LatticeMultiPolygon> found) {
    Progress progress = IntakeStage.READING.of(whole, 0, READ);
    long features = 0;
    List<Message> notes;
    try (FeatureReader reader = FeatureReader.open(input.file(), input.reading())) {
      Georeference georeference =
          Georeference.of(reader.crs(), input.datum(), KnownPlaces.rectangle(store));
      notes = reader.notes();
      while (reader.hasNext()) {
        Feature feature = reader.next();
        found.accept(feature, georeference.area(feature));
        features++;
        if (features % STEP == 0) {
          progress.at(reader.bytesRead(), reader.bytesTotal());
        } else {
          progress.checkpoint();
        }
      }
    }
    if (features == 0) {
      throw InputException.at(
          Source.file(String.valueOf(input.file().getFileName())), "intake.no-zones");
    }
    return notes;
  }

  private static LatticeMultiPolygon union(List<LatticeMultiPolygon> areas, Progress progress) {
    return LatticeJts.fromSteps(LatticeUnion.of(areas, progress));
  }

  private static StoreException notAnUpperLevel(Theme theme, String level) {
    List<String> upper =
        theme.levels().stream()
            .filter(it -> it.depth() < theme.gridLevel().depth())
            .map(Level::name)
            .toList();
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        DataMessages.of("intake.not-an-upper-level", theme.id(), level, String.join(", ", upper)));
  }
}
