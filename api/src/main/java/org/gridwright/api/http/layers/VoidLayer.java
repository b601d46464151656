package org.gridwright.api.http.layers;

import java.util.List;
import java.util.stream.Stream;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.answer.Properties;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.DeclaredVoid;

/** Ground that no grid is meant to own, of a plan or draft. */
final class VoidLayer implements Layer {

  private final PlanLookup plans;

  VoidLayer(PlanLookup plans) {
    this.plans = plans;
  }

  @Override
  public String id() {
    return "voids";
  }

  @Override
  public String geometry() {
    return "polygon";
  }

  @Override
  public long features() {
    return plans.byDefault().map(snapshot -> snapshot.plan().voids().size()).orElse(0);
  }

  @Override
  public Selection select(Parameters parameters) {
    PlanLookup.Meant meant = plans.meant(parameters);
    LatticeEnvelope box = parameters.box();
    Stream<DeclaredVoid> voids =
        meant.plan().voids().stream()
            .filter(each -> box == null || each.area().envelope().intersects(box));
    return new Selection(
        List.of(meant.plan().theme().id(), meant.id(), meant.version()),
        () ->
            voids.map(
                each -> new LayerFeature(each.name(), Properties.of(each), each.area(), null)));
  }
}
