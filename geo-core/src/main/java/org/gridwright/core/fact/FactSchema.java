package org.gridwright.core.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridwright.core.message.Message;

/**
 * What the attributes of a theme's units are. An attribute that is not declared is a label: a
 * number stays what it is until somebody says what it counts. Immutable.
 */
public final class FactSchema {

  /** Nothing is declared. */
  public static final FactSchema NONE = new FactSchema(Map.of());

  private static final Set<String> COUNTS =
      Set.of(
          "households",
          "household",
          "population",
          "户数",
          "户籍数",
          "总户数",
          "家庭户数",
          "人口",
          "人口数",
          "总人口",
          "常住人口",
          "户籍人口");

  private final Map<String, FactDeclaration> byAttribute;

  private FactSchema(Map<String, FactDeclaration> byAttribute) {
    this.byAttribute = Collections.unmodifiableMap(new TreeMap<>(byAttribute));
  }

  /**
   * A schema of some declarations, in any order.
   *
   * @throws FactException when an attribute is declared twice, or a mean is weighed by something
   *     that is not extensive
   */
  public static FactSchema of(Collection<FactDeclaration> declarations) {
    Map<String, FactDeclaration> all = new TreeMap<>();
    for (FactDeclaration each : declarations) {
      if (all.put(each.attribute(), each) != null) {
        throw new FactException(Message.core("fact.twice", each.attribute()));
      }
    }
    for (FactDeclaration each : all.values()) {
      requireWeight(each, all);
    }
    return new FactSchema(all);
  }

  /**
   * What is taken for sure of attributes that nobody declared: what is called households or
   * population, in English or Chinese, is a total; everything else is a label.
   */
  public static FactSchema proposed(Collection<String> attributes) {
    Map<String, FactDeclaration> all = new TreeMap<>();
    attributes.stream()
        .filter(attribute -> COUNTS.contains(attribute.strip().toLowerCase(Locale.ROOT)))
        .forEach(attribute -> all.put(attribute, FactDeclaration.extensive(attribute)));
    return new FactSchema(all);
  }

  /** This, and for attributes that it does not declare what another one says. */
  public FactSchema or(FactSchema other) {
    Map<String, FactDeclaration> all = new TreeMap<>(other.byAttribute);
    all.putAll(byAttribute);
    return new FactSchema(all);
  }

  /**
   * This with some attributes declared, declared otherwise, or no longer. What is not named stays;
   * the order says nothing, so that a mean can come before what it is weighed by.
   *
   * @throws FactException when an attribute is named twice, or what comes of it makes no sense
   */
  public FactSchema changed(Collection<FactChange> changes) {
    Map<String, FactDeclaration> all = new TreeMap<>(byAttribute);
    Set<String> named = new HashSet<>();
    for (FactChange change : changes) {
      String attribute = change.attribute();
      if (!named.add(attribute)) {
        throw new FactException(Message.core("fact.twice", attribute));
      }
      FactKind kind = change.kind();
      if (kind == null) {
        all.remove(attribute);
      } else {
        all.put(attribute, change.declaration(kind, byAttribute.get(attribute)));
      }
    }
    return of(all.values());
  }

  /** This, with more decimal places where there are numbers of that many. */
  public FactSchema withDigits(Map<String, Integer> digits) {
    Map<String, FactDeclaration> all = new TreeMap<>(byAttribute);
    all.replaceAll(
        (attribute, declared) ->
            new FactDeclaration(
                attribute,
                declared.kind(),
                declared.weight(),
                Math.max(declared.digits(), digits.getOrDefault(attribute, 0)),
                declared.pattern()));
    return new FactSchema(all);
  }

  /** By attribute. */
  public List<FactDeclaration> declarations() {
    return List.copyOf(byAttribute.values());
  }

  public Optional<FactDeclaration> declaration(String attribute) {
    return Optional.ofNullable(byAttribute.get(attribute));
  }

  public FactKind kind(String attribute) {
    FactDeclaration declared = byAttribute.get(attribute);
    return declared == null ? FactKind.LABEL : declared.kind();
  }

  /** How new grids are named, by the attributes that have a pattern. */
  public Map<String, String> namePatterns() {
    Map<String, String> patterns = new TreeMap<>();
    for (FactDeclaration each : byAttribute.values()) {
      if (!each.pattern().isEmpty()) {
        patterns.put(each.attribute(), each.pattern());
      }
    }
    return patterns;
  }

  /** Attributes that are counted on ground, in order. */
  public List<String> counted() {
    return byAttribute.values().stream()
        .filter(each -> each.kind().isCounted())
        .map(FactDeclaration::attribute)
        .toList();
  }

  /** Attributes that say how much was counted on ground, and since when, in order. */
  public List<String> countsAndDays() {
    return counted().stream().flatMap(it -> Stream.of(it, Counted.sinceKey(it))).toList();
  }

  /** Whether something is weighed by area though there are addresses. */
  public boolean weighsByArea() {
    return byAttribute.values().stream()
        .anyMatch(each -> each.weight().equals(FactDeclaration.AREA));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FactSchema that && byAttribute.equals(that.byAttribute);
  }

  @Override
  public int hashCode() {
    return byAttribute.hashCode();
  }

  @Override
  public String toString() {
    return byAttribute.values().toString();
  }

  private static void requireWeight(FactDeclaration each, Map<String, FactDeclaration> all) {
    boolean own =
        each.weight().isEmpty()
            || each.weight().equals(FactDeclaration.ADDRESSES)
            || each.weight().equals(FactDeclaration.AREA);
    if (each.kind() == FactKind.EXTENSIVE && !own) {
      throw new FactException(Message.core("fact.weight", each.attribute(), each.kind().id()));
    }
    FactDeclaration over = all.get(each.weight());
    if (!own && (over == null || over.kind() != FactKind.EXTENSIVE)) {
      throw new FactException(Message.core("fact.weight-unknown", each.attribute(), each.weight()));
    }
  }
}
