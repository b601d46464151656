package org.gridwright.data.check;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.CodeLineage;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleKind;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.core.service.CityFacts;
import org.gridwright.core.service.Points;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Facility;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/** Reads from a store the facts that the rules of a theme ask for, and no others. */
final class FactsReader {

  private final Store store;
  private final LocalDate day;
  private final CodeLineage codes;
  private final PlacesRead knownAddresses;
  private final PlacesRead knownIncidents;
  private final Progress progress;

  /**
   * @param day on which officers have to be assigned
   * @param codes under which codes grids of the roster go on in the plan
   */
  FactsReader(
      Store store,
      LocalDate day,
      CodeLineage codes,
      PlacesRead knownAddresses,
      PlacesRead knownIncidents,
      Progress progress) {
    this.store = store;
    this.knownAddresses = knownAddresses;
    this.knownIncidents = knownIncidents;
    this.codes = codes;
    this.day = day;
    this.progress = progress;
  }

  CityFacts read(String theme, RuleSet rules) {
    boolean reach = !rules.enabled(RuleKind.FACILITY_REACH).isEmpty();
    return new CityFacts(
        reach || isOn(rules, RuleKind.ADDRESS_OUTSIDE) || isBalanced(rules, Measure.ADDRESSES)
            ? addresses()
            : Points.NONE,
        isOn(rules, RuleKind.INCIDENT_OUTSIDE) || isBalanced(rules, Measure.INCIDENTS)
            ? incidents()
            : Points.NONE,
        isOn(rules, RuleKind.GRID_WITHOUT_OFFICER) ? gridsWithOfficer(theme) : Set.of(),
        reach ? facilities(rules) : Map.of());
  }

  private static boolean isOn(RuleSet rules, RuleKind kind) {
    return rules.ifEnabled(kind).isPresent();
  }

  private static boolean isBalanced(RuleSet rules, Measure measure) {
    return rules.enabled(RuleKind.BALANCE).stream()
        .anyMatch(rule -> rule.subject().equals(measure.id()));
  }

  private Points addresses() {
    return knownAddresses.of(store.addresses().version(), this::readAddresses);
  }

  private Points incidents() {
    return knownIncidents.of(store.incidents().version(), this::readIncidents);
  }

  private Points readAddresses() {
    Points.Builder points = new Points.Builder();
    try (Stream<Address> all = store.addresses().stream(null)) {
      all.forEach(it -> add(it.place(), points));
    }
    return points.build();
  }

  private Points readIncidents() {
    Points.Builder points = new Points.Builder();
    try (Stream<Incident> all = store.incidents().stream(IncidentStore.Query.ALL)) {
      all.forEach(it -> add(it.place(), points));
    }
    return points.build();
  }

  private void add(LatticePoint place, Points.Builder points) {
    progress.checkpoint();
    points.add(place);
  }

  private Set<String> gridsWithOfficer(String theme) {
    Set<String> grids = new HashSet<>();
    try (Stream<RosterEntry> all = store.roster().entries(theme, day)) {
      all.forEach(
          it -> {
            progress.checkpoint();
            grids.add(codes.of(it.assignment().gridCode()));
          });
    }
    return grids;
  }

  private Map<String, Points> facilities(RuleSet rules) {
    Map<String, Points.Builder> byKind = new TreeMap<>();
    for (Rule rule : rules.enabled(RuleKind.FACILITY_REACH)) {
      byKind.put(rule.subject(), new Points.Builder());
    }
    try (Stream<Facility> all = store.directory().facilities(null)) {
      all.forEach(
          it -> {
            Points.Builder points = byKind.get(it.kind());
            if (points != null) {
              add(it.place(), points);
            }
          });
    }
    Map<String, Points> facilities = new TreeMap<>();
    byKind.forEach((kind, points) -> facilities.put(kind, points.build()));
    return facilities;
  }
}
