package org.gridwright.core.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Unit;

/**
 * What grids are called and tagged after a change: a code that goes on keeps its labels, a new one
 * has none of those that it came from, and tags go to all that something goes on as.
 */
final class Labels {

  private static final String SEPARATOR = ";";

  private final FactSchema schema;
  private final Map<String, Unit> was;
  private final List<Lineage> lineage;

  Labels(FactSchema schema, int depth, Map<String, Unit> was, List<Lineage> lineage) {
    this.schema = schema;
    this.was = was;
    this.lineage = lineage.stream().filter(each -> each.depth() == depth).toList();
  }

  Unit of(Unit unit) {
    Map<String, String> attributes = new TreeMap<>(unit.attributes());
    List<Unit> from =
        lineage.stream()
            .filter(each -> each.to().contains(unit.code()))
            .flatMap(each -> each.from().stream())
            .distinct()
            .map(was::get)
            .filter(Objects::nonNull)
            .toList();
    if (!was.containsKey(unit.code())) {
      attributes.entrySet().removeIf(entry -> isAnothers(entry.getKey(), entry.getValue(), from));
    }
    from.forEach(each -> addTags(each, attributes));
    return unit.withAttributes(attributes);
  }

  private boolean isAnothers(String key, String value, List<Unit> from) {
    FactKind kind = schema.kind(key);
    return (kind == FactKind.LABEL || kind == FactKind.OTHER)
        && from.stream().anyMatch(each -> value.equals(each.attributes().get(key)));
  }

  private void addTags(Unit from, Map<String, String> attributes) {
    from.attributes()
        .forEach(
            (key, value) -> {
              if (schema.kind(key) == FactKind.TAGS) {
                attributes.merge(key, value, Labels::united);
              }
            });
  }

  /** Tags of both, in order, each once. */
  private static String united(String a, String b) {
    Set<String> tags = new TreeSet<>();
    for (String each : (a + SEPARATOR + b).split(SEPARATOR, -1)) {
      if (!each.isBlank()) {
        tags.add(each.strip());
      }
    }
    return String.join(SEPARATOR, tags);
  }
}
