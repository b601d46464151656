package org.gridwright.core.edit;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Sets attributes of a unit; one set to blank text is taken away, others stay.
 *
 * @param counted day on which what is set was counted, for those that are counts and have none of
 *     their own ({@link Counted#sinceKey}) among the attributes; null where nobody said
 */
public record SetAttributesEdit(
    int depth, String unit, Map<String, String> attributes, @Nullable LocalDate counted)
    implements Edit {

  public SetAttributesEdit {
    attributes = Map.copyOf(attributes);
  }

  /** Attributes of which nobody said when they were counted. */
  public SetAttributesEdit(int depth, String unit, Map<String, String> attributes) {
    this(depth, unit, attributes, null);
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
    attributes.forEach((key, value) -> date(scope, was, key, value, all));
    return new Labelling(scope.plan()).changed(was, was.withAttributes(all));
  }

  private void date(EditScope scope, Unit was, String key, String value, Map<String, String> all) {
    String since = Counted.sinceKey(key);
    boolean isCount =
        depth == scope.plan().theme().gridLevel().depth() && scope.editable().isCounted(key);
    boolean stays = value.strip().equals(was.attributes().getOrDefault(key, ""));
    if (!isCount || stays || attributes.containsKey(since)) {
      return;
    }
    if (value.isBlank() || counted == null) {
      all.remove(since);
    } else {
      all.put(since, counted.toString());
    }
  }
}
