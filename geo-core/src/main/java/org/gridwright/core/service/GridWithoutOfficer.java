package org.gridwright.core.service;

import java.util.List;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.lattice.LatticeJts;

/** Grids that nobody answers for, in a city that keeps officers. */
public record GridWithoutOfficer() implements ServiceRule {

  @Override
  public List<Finding> find(ServedPlan served) {
    if (served.facts().gridsWithOfficer().isEmpty()) {
      return List.of();
    }
    return served.grids().stream()
        .filter(grid -> !served.facts().gridsWithOfficer().contains(grid.code()))
        .map(
            grid -> {
              served.checkpoint();
              return FindingMaker.warning(
                  Finding.Kind.GRID_WITHOUT_OFFICER,
                  LatticeJts.toSteps(grid.drawnArea()),
                  List.of(grid.code()),
                  Finding.Kind.GRID_WITHOUT_OFFICER.says(grid.code()));
            })
        .toList();
  }
}
