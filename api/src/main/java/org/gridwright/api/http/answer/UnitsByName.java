package org.gridwright.api.http.answer;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.UnitCodes;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/** What the units of a plan are called in a language. */
public final class UnitsByName {

  private static final String LIST = ", ";

  private final Plan plan;
  private final Locale language;

  public UnitsByName(Plan plan, Locale language) {
    this.plan = plan;
    this.language = language;
  }

  Locale language() {
    return language;
  }

  /** The path to a unit, itself last; empty where the plan does not have it. */
  public List<PathStep> path(String code) {
    return find(code).map(unit -> PathStep.to(plan, unit)).orElse(List.of());
  }

  /** The paths to units, each with the unit last; none of a code that the plan does not have. */
  List<List<PathStep>> paths(List<String> codes) {
    return codes.stream()
        .flatMap(code -> find(code).stream())
        .map(unit -> PathStep.to(plan, unit))
        .toList();
  }

  /** A sentence with the names of units that it speaks of, their codes as a detail. */
  public String say(Message message) {
    return say(message, List.of());
  }

  /**
   * As above; of the codes given, which whoever reads it has beside it, the names alone are said.
   *
   * @param codes that the sentence has as plain texts
   */
  public String say(Message message, List<String> codes) {
    Map<String, String> names = new TreeMap<>();
    for (String code : codes) {
      find(code).ifPresent(unit -> names.put(code, nameWithin(unit)));
    }
    return renamed(message, names).in(language);
  }

  private String named(UnitCodes units) {
    String named =
        units.codes().stream()
            .map(code -> find(code).map(this::nameAndCode).orElse(code))
            .collect(Collectors.joining(LIST));
    return units.more() ? named + LIST + "…" : named;
  }

  private String nameAndCode(Unit unit) {
    String name = nameWithin(unit);
    return name.equals(unit.code())
        ? name
        : ApiMessages.of("unit.coded", name, unit.code()).in(language);
  }

  /** The unit's name, together with that of the unit that it is part of. */
  private String nameWithin(Unit unit) {
    List<Unit> path = plan.path(unit);
    String name = name(unit);
    if (path.size() < 2 || name.equals(unit.code())) {
      return name;
    }
    Unit parent = path.get(path.size() - 2);
    return ApiMessages.of("unit.within", name, name(parent)).in(language);
  }

  private String name(Unit unit) {
    String own = UnitNames.of(unit).getOrDefault(language.getLanguage(), unit.name());
    return own.isBlank() ? unit.code() : own;
  }

  /** The finest unit of this code. */
  private Optional<Unit> find(String code) {
    int finest = plan.theme().gridLevel().depth();
    return IntStream.rangeClosed(0, finest)
        .mapToObj(up -> plan.unit(finest - up, code))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Message renamed(Message message, Map<String, String> names) {
    return new Message(
        message.bundle(),
        message.key(),
        message.arguments().stream().map(argument -> renamed(argument, names)).toList());
  }

  private Serializable renamed(Serializable argument, Map<String, String> names) {
    if (argument instanceof Message nested) {
      return renamed(nested, names);
    }
    if (argument instanceof UnitCodes units) {
      return named(units);
    }
    return argument instanceof String text ? renamed(text, names) : argument;
  }

  private static String renamed(String text, Map<String, String> names) {
    return names.isEmpty()
        ? text
        : Arrays.stream(text.split(LIST, -1))
            .map(each -> names.getOrDefault(each, each))
            .collect(Collectors.joining(LIST));
  }
}
