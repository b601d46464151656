package org.gridwright.data.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeUnion;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.locationtech.jts.geom.Geometry;

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
   */
  public record OfficialCount(long features, int areas, List<String> unknown) {

    public OfficialCount {
      unknown = List.copyOf(unknown);
    }

    /** What to tell about codes that are not known; empty where all are. */
    public List<Message> notes() {
      return unknown.isEmpty()
          ? List.of()
          : List.of(
              DataMessages.of(
                  "intake.outlines-unknown", unknown.size(), String.join(", ", unknown)));
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
    List<Geometry> areas = new ArrayList<>();
    read(input, progress, (feature, area) -> areas.add(area));
    Progress storing = IntakeStage.STORING.of(progress, READ, 1);
    store.themes().setJurisdiction(theme.id(), union(areas, storing));
    return new OfficialCount(areas.size(), 1, List.of());
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
    Map<String, List<Geometry>> byCode = new TreeMap<>();
    long[] features = {0};
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
    List<String> unknown = unknown(theme, level, areas, storing);
    store.transaction(
        open -> {
          List<OfficialOutline> all = new ArrayList<>(open.review().outlines(theme.id()));
          all.removeIf(outline -> outline.depth() == level.depth());
          areas.forEach((code, area) -> all.add(new OfficialOutline(level.depth(), code, area)));
          open.review().setOutlines(theme.id(), all);
          return areas.size();
        });
    return new OfficialCount(features[0], areas.size(), unknown);
  }

  private List<String> unknown(
      Theme theme, Level level, Map<String, LatticeMultiPolygon> outlines, Progress progress) {
    Set<String> known =
        store.plans().list(theme.id()).stream()
            .filter(plan -> plan.status() == PlanInfo.Status.PUBLISHED)
            .max(Comparator.comparingLong(PlanInfo::revision))
            .map(latest -> store.plans().load(latest.id(), progress))
            .map(plan -> codes(plan, level))
            .orElse(Set.of());
    return outlines.keySet().stream().filter(code -> !known.contains(code)).toList();
  }

  private static Set<String> codes(Plan plan, Level level) {
    return plan.units(level.depth()).stream().map(Unit::code).collect(Collectors.toSet());
  }

  private void read(Input input, Progress whole, BiConsumer<Feature, Geometry> found) {
    Progress progress = IntakeStage.READING.of(whole, 0, READ);
    long features = 0;
    try (FeatureReader reader = FeatureReader.open(input.file(), input.reading())) {
      Georeference georeference =
          Georeference.of(reader.crs(), input.datum(), KnownPlaces.rectangle(store));
      while (reader.hasNext()) {
        Feature feature = reader.next();
        found.accept(feature, LatticeJts.toSteps(georeference.area(feature)));
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
  }

  private static LatticeMultiPolygon union(List<Geometry> areas, Progress progress) {
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
