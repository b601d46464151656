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
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
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
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * Brings into a store what the plans of a theme are compared with: the ground that it must cover,
 * and official outlines of upper units. Features of one code are joined. All or nothing.
 */
public final class OfficialImport {

  private static final int STEP = 64;
  private static final PrecisionModel LATTICE = new PrecisionModel(1);

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
   */
  public OfficialCount jurisdiction(Input input, Theme theme, IntakeListener progress) {
    List<Geometry> areas = new ArrayList<>();
    read(input, progress, (feature, area) -> areas.add(area));
    progress.at(IntakeListener.Stage.STORING, 0, -1);
    store.themes().setJurisdiction(theme.id(), union(areas));
    return new OfficialCount(areas.size(), 1, List.of());
  }

  /**
   * Puts official outlines in place of those that the theme has at a level; other levels keep
   * theirs.
   *
   * @param codes the level, and the fields of its codes
   * @throws InputException when the file cannot be used
   * @throws StoreException when there is no such theme
   */
  public OfficialCount outlines(
      Input input, Theme theme, LevelFields codes, IntakeListener progress) {
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
    progress.at(IntakeListener.Stage.STORING, 0, -1);
    Map<String, LatticeMultiPolygon> areas = new LinkedHashMap<>();
    byCode.forEach((code, parts) -> areas.put(code, union(parts)));
    store.transaction(
        open -> {
          List<OfficialOutline> all = new ArrayList<>(open.review().outlines(theme.id()));
          all.removeIf(outline -> outline.depth() == level.depth());
          areas.forEach((code, area) -> all.add(new OfficialOutline(level.depth(), code, area)));
          open.review().setOutlines(theme.id(), all);
          return areas.size();
        });
    return new OfficialCount(features[0], areas.size(), unknown(theme, level, areas));
  }

  private List<String> unknown(
      Theme theme, Level level, Map<String, LatticeMultiPolygon> outlines) {
    Set<String> known =
        store.plans().list(theme.id()).stream()
            .filter(plan -> plan.status() == PlanInfo.Status.PUBLISHED)
            .max(Comparator.comparingLong(PlanInfo::revision))
            .map(latest -> store.plans().load(latest.id()))
            .map(plan -> codes(plan, level))
            .orElse(Set.of());
    return outlines.keySet().stream().filter(code -> !known.contains(code)).toList();
  }

  private static Set<String> codes(Plan plan, Level level) {
    return plan.units(level.depth()).stream().map(Unit::code).collect(Collectors.toSet());
  }

  private void read(Input input, IntakeListener progress, BiConsumer<Feature, Geometry> found) {
    long features = 0;
    try (FeatureReader reader = FeatureReader.open(input.file(), input.reading())) {
      Georeference georeference =
          Georeference.of(reader.crs(), input.datum(), KnownPlaces.rectangle(store));
      while (reader.hasNext()) {
        Feature feature = reader.next();
        found.accept(feature, LatticeJts.toSteps(georeference.area(feature)));
        features++;
        if (features % STEP == 0) {
          progress.at(IntakeListener.Stage.READING, reader.bytesRead(), reader.bytesTotal());
        }
      }
    }
    if (features == 0) {
      throw InputException.at(
          Source.file(String.valueOf(input.file().getFileName())), "intake.no-zones");
    }
  }

  private static LatticeMultiPolygon union(List<Geometry> areas) {
    List<Geometry> valid =
        areas.stream().map(area -> area.isValid() ? area : GeometryFixer.fix(area)).toList();
    return LatticeJts.fromSteps(UnaryUnionNG.union(valid, LATTICE));
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
