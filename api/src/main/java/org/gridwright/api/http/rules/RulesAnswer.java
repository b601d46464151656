package org.gridwright.api.http.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleKind;
import org.gridwright.core.rule.RuleSet;

/** The rules of a theme. */
record RulesAnswer(String theme, List<Item> rules) {

  record Item(String name, boolean enabled, Map<String, Parameter> parameters) {

    static Item of(Rule rule) {
      Map<String, Parameter> parameters = new LinkedHashMap<>();
      for (RuleKind.Parameter each : rule.kind().parameters()) {
        parameters.put(
            each.name(),
            new Parameter(rule.parameter(each.name()), each.least(), each.most(), each.usual()));
      }
      return new Item(rule.name(), rule.enabled(), parameters);
    }
  }

  /**
   * @param usual told as {@code default}
   */
  record Parameter(double value, double min, double max, @JsonProperty("default") double usual) {}

  static RulesAnswer of(String theme, RuleSet rules) {
    return new RulesAnswer(theme, rules.rules().stream().map(Item::of).toList());
  }
}
