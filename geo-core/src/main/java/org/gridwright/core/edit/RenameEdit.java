package org.gridwright.core.edit;

import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/**
 * Gives a unit another name.
 *
 * @param names names in other languages by language tag, such as {@code en}; others stay
 */
public record RenameEdit(int depth, String unit, String name, Map<String, String> names)
    implements Edit {

  public RenameEdit {
    names = Map.copyOf(names);
  }

  @Override
  public String kind() {
    return "rename";
  }

  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public PlanChange change(EditScope scope) {
    Unit was = Units.find(scope.plan(), depth, unit);
    Map<String, String> attributes = new TreeMap<>(was.attributes());
    names.forEach((language, text) -> Labelling.set(attributes, Unit.NAME_IN + language, text));
    String named = name.isBlank() ? was.code() : name.strip();
    return new Labelling(scope.plan())
        .changed(
            was,
            new Unit(
                depth, was.code(), was.parentCode(), named, attributes, was.area(), was.facts()));
  }
}
