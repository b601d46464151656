package org.gridwright.core.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Unit;

/**
 * Upper units of which a total is stored that is not the sum of what is below them. The sum is what
 * is told; the stored number is a reference.
 */
public record TotalMismatch() implements ServiceRule {

  @Override
  public List<Finding> find(ServedPlan served) {
    List<Finding> findings = new ArrayList<>();
    for (int depth = 0; depth < served.plan().theme().gridLevel().depth(); depth++) {
      for (Unit unit : served.plan().units(depth)) {
        served.checkpoint();
        for (Map.Entry<String, String> said : unit.attributes().entrySet()) {
          String attribute = PlanFacts.attributeOfReference(said.getKey());
          if (attribute != null && unit.area() != null) {
            findings.add(mismatch(unit, attribute, said.getValue()));
          }
        }
      }
    }
    return findings;
  }

  private static Finding mismatch(Unit unit, String attribute, String stored) {
    return FindingMaker.warning(
        Finding.Kind.TOTAL_MISMATCH,
        LatticeJts.toSteps(unit.drawnArea()),
        List.of(unit.code()),
        Finding.Kind.TOTAL_MISMATCH.says(
            unit.code(),
            attribute,
            stored,
            Wording.told(
                unit.attributes().getOrDefault(attribute, ""),
                UnitAmount.told(unit, attribute).isEstimated())));
  }
}
