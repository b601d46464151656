package org.gridwright.core.edit;

import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/** Sets attributes of a unit; one set to blank text is taken away, others stay. */
public record SetAttributesEdit(int depth, String unit, Map<String, String> attributes)
    implements Edit {

  public SetAttributesEdit {
    attributes = Map.copyOf(attributes);
  }

  @Override
  public String kind() {
    return "attributes";
  }

  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  @Override
  public PlanChange change(EditScope scope) {
    Unit was = Units.find(scope.plan(), depth, unit);
    Map<String, String> all = new TreeMap<>(was.attributes());
    attributes.forEach((key, value) -> Labelling.set(all, key, value));
    return new Labelling(scope.plan()).changed(was, was.withAttributes(all));
  }
}
