package org.gridwright.data.disagreement;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.locate.AreaDistance;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Compares reported with computed zones, one incident after the other, in constant memory. For one
 * thread and one pass.
 */
public final class Disagreements {

  private final Plan plan;
  private final Locator locator;
  private final Level level;
  private final double toleranceMetres;
  private final int[] ancestorOfGrid;
  private final Map<String, AreaDistance> distances = new HashMap<>();
  private final Map<String, Tally> byZone = new TreeMap<>(Plan.CODE_ORDER);
  private long nearlyAgreeing;
  private long unknownZone;

  /**
   * @param locator of {@code plan}
   * @param level of the plan's theme
   * @param toleranceMetres inclusive
   */
  public Disagreements(Plan plan, Locator locator, Level level, double toleranceMetres) {
    this.plan = plan;
    this.locator = locator;
    this.level = level;
    this.toleranceMetres = toleranceMetres;
    this.ancestorOfGrid = plan.ancestorsOfGrids(level.depth());
  }

  /** Compares all incidents and hands on those that disagree, in their order. */
  public Agreement of(Iterator<Incident> incidents, Consumer<Disagreement> disagreeing) {
    while (incidents.hasNext()) {
      Disagreement found = compare(incidents.next());
      if (found != null) {
        disagreeing.accept(found);
      }
    }
    return agreement();
  }

  private @Nullable Disagreement compare(Incident incident) {
    Incident.ReportedZone zone = incident.reportedZone();
    if (zone == null
        || !zone.theme().equals(plan.theme().id())
        || !zone.level().equals(level.name())) {
      return null;
    }
    if (plan.indexOf(level.depth(), zone.code()) < 0) {
      unknownZone++;
      return null;
    }
    String computed = zoneAt(incident.place().x(), incident.place().y());
    Tally tally = byZone.computeIfAbsent(zone.code(), code -> new Tally());
    tally.compared++;
    if (zone.code().equals(computed)) {
      nearlyAgreeing++;
      return null;
    }
    double metres = distanceTo(zone.code()).metres(incident.place().x(), incident.place().y());
    nearlyAgreeing += metres <= toleranceMetres ? 1 : 0;
    tally.disagreeing++;
    tally.farthest = Math.max(tally.farthest, metres);
    return new Disagreement(incident, zone.code(), computed, metres);
  }

  private @Nullable String zoneAt(int x, int y) {
    int owner = locator.owner(x, y);
    return owner == Locator.NOBODY
        ? null
        : plan.units(level.depth()).get(ancestorOfGrid[owner - 1]).code();
  }

  private AreaDistance distanceTo(String code) {
    return distances.computeIfAbsent(code, c -> AreaDistance.to(gridsOf(c)));
  }

  private List<LatticeMultiPolygon> gridsOf(String code) {
    int index = plan.indexOf(level.depth(), code);
    return IntStream.range(0, ancestorOfGrid.length)
        .filter(grid -> ancestorOfGrid[grid] == index)
        .mapToObj(plan.grids()::get)
        .map(Unit::drawnArea)
        .toList();
  }

  private Agreement agreement() {
    long compared = byZone.values().stream().mapToLong(tally -> tally.compared).sum();
    long disagreeing = byZone.values().stream().mapToLong(tally -> tally.disagreeing).sum();
    List<Agreement.Zone> zones =
        byZone.entrySet().stream()
            .filter(entry -> entry.getValue().disagreeing > 0)
            .map(entry -> entry.getValue().zone(entry.getKey()))
            .sorted(Comparator.comparingLong(Agreement.Zone::disagreeing).reversed())
            .toList();
    return new Agreement(
        compared, compared - disagreeing, nearlyAgreeing, toleranceMetres, unknownZone, zones);
  }

  private static final class Tally {
    long compared;
    long disagreeing;
    double farthest;

    Agreement.Zone zone(String code) {
      return new Agreement.Zone(code, compared, disagreeing, farthest);
    }
  }
}
