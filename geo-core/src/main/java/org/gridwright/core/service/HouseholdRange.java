package org.gridwright.core.service;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Unit;

/**
 * Grids with too few or too many households. Grids where nobody lives (0 households) and grids
 * without a number are passed over.
 *
 * @param least fewest that are enough
 * @param most most that are not too many
 */
public record HouseholdRange(double least, double most) implements ServiceRule {

  @Override
  public List<Finding> find(ServedPlan served) {
    List<Finding> findings = new ArrayList<>();
    for (Unit grid : served.grids()) {
      served.checkpoint();
      double households = households(grid);
      if (households > 0 && (households < least || households > most)) {
        findings.add(
            FindingMaker.warning(
                Finding.Kind.HOUSEHOLD_RANGE,
                LatticeJts.toSteps(grid.drawnArea()),
                List.of(grid.code()),
                Finding.Kind.HOUSEHOLD_RANGE.saysOf(
                    households < least ? "" : "many",
                    grid.code(),
                    Wording.told(
                        Wording.count(households),
                        UnitAmount.told(grid, Unit.HOUSEHOLDS).isEstimated()),
                    Wording.count(households < least ? least : most))));
      }
    }
    return findings;
  }

  private static double households(Unit grid) {
    return grid.amount(Unit.HOUSEHOLDS).orElse(0);
  }
}
