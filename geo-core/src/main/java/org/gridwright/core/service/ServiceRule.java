package org.gridwright.core.service;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.coverage.Rule;
import org.gridwright.core.coverage.RuleSet;

/** A rule about how the grids serve the city. What it finds warns. */
public sealed interface ServiceRule
    permits PlacesOutside, GridWithoutOfficer, HouseholdRange, FacilityReach {

  List<Finding> find(ServedPlan served);

  /** The rules of a set that are on and are about service, in the order of the set. */
  static List<ServiceRule> of(RuleSet rules) {
    List<ServiceRule> all = new ArrayList<>();
    for (Rule rule : rules.rules()) {
      if (rule.enabled()) {
        switch (rule.kind()) {
          case ADDRESS_OUTSIDE -> all.add(new PlacesOutside(Finding.Kind.ADDRESS_OUTSIDE));
          case INCIDENT_OUTSIDE -> all.add(new PlacesOutside(Finding.Kind.INCIDENT_OUTSIDE));
          case GRID_WITHOUT_OFFICER -> all.add(new GridWithoutOfficer());
          case HOUSEHOLD_RANGE ->
              all.add(new HouseholdRange(rule.parameter("least"), rule.parameter("most")));
          case FACILITY_REACH ->
              all.add(new FacilityReach(rule.subject(), rule.parameter("metres")));
          default -> {}
        }
      }
    }
    return all;
  }
}
