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
  private final NewNames names;
  private final Map<String, Unit> was;
  private final List<Lineage> lineage;

  Labels(NewNames names, FactSchema schema, Map<String, Unit> was, List<Lineage> lineage) {
    this.names = names;
    this.schema = schema;
    this.was = was;
    this.lineage = lineage;
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
    from.forEach(each -> addTags(each, attributes));
    Unit same = was.get(unit.code());
    if (same != null) {
      return kept(unit, same, attributes);
    }
    attributes.entrySet().removeIf(entry -> isAnothers(entry.getKey(), entry.getValue(), from));
    Unit bare = unit.withAttributes(attributes);
    return bare.name().equals(bare.code()) ? names.named(bare) : bare;
  }

  /** A code that goes on has the labels that it had, but for those that it was given anew. */
  private Unit kept(Unit unit, Unit was, Map<String, String> attributes) {
    was.attributes()
        .forEach(
            (key, value) -> {
              FactKind kind = schema.kind(key);
              if (kind == FactKind.LABEL || kind == FactKind.OTHER) {
                attributes.putIfAbsent(key, value);
              }
            });
    return new Unit(
        unit.depth(),
        unit.code(),
        unit.parentCode(),
        unit.name().equals(unit.code()) ? was.name() : unit.name(),
        attributes,
        unit.area(),
        unit.facts());
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
