package org.gridwright.api.http.layers;

import java.util.List;
import java.util.stream.Stream;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.answer.Properties;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/** The units of one level of a plan or draft, read from memory. */
final class UnitLayer implements Layer {

  private final PlanLookup plans;

  UnitLayer(PlanLookup plans) {
    this.plans = plans;
  }

  @Override
  public String id() {
    return "units";
  }

  @Override
  public String geometry() {
    return "polygon";
  }

  @Override
  public long features() {
    return plans.byDefault().map(snapshot -> snapshot.plan().grids().size()).orElse(0);
  }

  @Override
  public Selection select(Parameters parameters) {
    PlanLookup.Meant meant = plans.meant(parameters);
    Plan plan = meant.plan();
    Level level = plans.level(plan.theme(), parameters.text("level").orElse(null));
    LatticeEnvelope box = parameters.box();
    Stream<Unit> units =
        plan.units(level.depth()).stream()
            .filter(
                unit ->
                    box == null || (unit.area() != null && unit.area().envelope().intersects(box)));
    return new Selection(
        List.of(plan.theme().id(), level.name(), meant.id(), meant.version()),
        () -> units.map(unit -> feature(unit, level)));
  }

  private static LayerFeature feature(Unit unit, Level level) {
    return new LayerFeature(unit.code(), Properties.of(unit, level), unit.area(), null);
  }
}
