package org.gridwright.core.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.balance.BalanceGoal;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.coverage.rules.CoverageException;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.service.ServiceRule;

/**
 * The rules by which the plans of a theme are checked. Immutable. It has a rule of every kind
 * without subject, and any number of those with one.
 */
public final class RuleSet {

  /** Every rule as it usually is. */
  public static final RuleSet STANDARD = new RuleSet(Map.of());

  private static final String ENABLED = "enabled";
  private static final String PARAMETERS = "parameters";

  /** By kind, then subject. */
  private final Map<RuleKind, Map<String, Rule>> rules = new TreeMap<>();

  private RuleSet(Map<String, Rule> set) {
    for (RuleKind kind : RuleKind.values()) {
      Map<String, Rule> ofKind = new TreeMap<>();
      if (!kind.hasSubject()) {
        ofKind.put("", Rule.usual(kind));
      }
      rules.put(kind, ofKind);
    }
    set.values().forEach(rule -> ofKind(rule.kind()).put(rule.subject(), rule));
  }

  private Map<String, Rule> ofKind(RuleKind kind) {
    return Objects.requireNonNull(rules.get(kind));
  }

  /** All rules, in the order of the kinds, then of the subjects. */
  public List<Rule> rules() {
    return rules.values().stream().flatMap(it -> it.values().stream()).toList();
  }

  /** The rules of one kind that are on. */
  public List<Rule> enabled(RuleKind kind) {
    return ofKind(kind).values().stream().filter(Rule::enabled).toList();
  }

  /** The rule of a kind without subject, where it is on. */
  public Optional<Rule> ifEnabled(RuleKind kind) {
    return enabled(kind).stream().findFirst();
  }

  /** How much each grid is meant to have of something, whether that is checked or not. */
  public BalanceGoal goal(Measure measure) {
    Rule rule = ofKind(RuleKind.BALANCE).get(measure.id());
    return rule == null ? BalanceGoal.NONE : RuleKind.goal(rule);
  }

  /** This set with a rule in place of the one of the same name. */
  public RuleSet with(Rule rule) {
    Map<String, Rule> all = byName();
    all.put(rule.name(), rule);
    return new RuleSet(all);
  }

  /** This set without the rule of a name; one without subject goes back to its usual setting. */
  public RuleSet without(String name) {
    Map<String, Rule> all = byName();
    all.remove(name);
    return new RuleSet(all);
  }

  /**
   * The rules as plain maps, for JSON: {@code {"narrow-neck": {"enabled": true, "parameters":
   * {"metres": 10.0}}, …}}.
   */
  public Map<String, Map<String, Object>> toMap() {
    Map<String, Map<String, Object>> map = new LinkedHashMap<>();
    for (Rule rule : rules()) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put(ENABLED, rule.enabled());
      members.put(PARAMETERS, rule.parameters());
      map.put(rule.name(), members);
    }
    return map;
  }

  /**
   * The set that {@link #toMap} describes. Rules, switches and parameters that are left out are as
   * usual.
   *
   * @throws CoverageException when a rule or parameter is not known, a value is out of range, or
   *     the map has another form
   */
  public static RuleSet fromMap(Map<?, ?> map) {
    Map<String, Rule> set = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          set.put(name, rule(name, members(name, value)));
        });
    return new RuleSet(set);
  }

  /**
   * The coverage check by these rules.
   *
   * @param jurisdiction what the grids are meant to cover exactly, where that is known
   * @param outlines official outlines of upper units
   */
  public CoverageRules coverage(
      Optional<LatticeMultiPolygon> jurisdiction, List<OfficialOutline> outlines) {
    CoverageRules check = CoverageRules.none(jurisdiction);
    for (Rule rule : rules()) {
      if (rule.enabled()) {
        check = rule.kind().maker().added(check, rule, outlines);
      }
    }
    return check;
  }

  /** The rules about service that are on, in the order of the set. */
  public List<ServiceRule> service() {
    return rules().stream()
        .filter(Rule::enabled)
        .flatMap(rule -> rule.kind().maker().service(rule).stream())
        .toList();
  }

  private Map<String, Rule> byName() {
    Map<String, Rule> all = new LinkedHashMap<>();
    rules().forEach(rule -> all.put(rule.name(), rule));
    return all;
  }

  private static Rule rule(String name, Map<?, ?> members) {
    Object enabled = members.get(ENABLED);
    if (enabled == null) {
      enabled = Rule.kindOf(name).usuallyOn() || Rule.kindOf(name).hasSubject();
    }
    Object given = members.get(PARAMETERS);
    Map<String, Double> parameters = new TreeMap<>();
    members(name, given == null ? Map.of() : given)
        .forEach(
            (parameter, value) -> {
              if (!(value instanceof Number number)) {
                throw form(name);
              }
              parameters.put(String.valueOf(parameter), number.doubleValue());
            });
    if (!(enabled instanceof Boolean on)) {
      throw form(name);
    }
    return Rule.named(name, on, parameters);
  }

  private static Map<?, ?> members(String name, Object value) {
    if (value instanceof Map<?, ?> members) {
      return members;
    }
    throw form(name);
  }

  private static CoverageException form(String name) {
    return new CoverageException(Message.core("coverage.rule-form", name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleSet set && rules.equals(set.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
