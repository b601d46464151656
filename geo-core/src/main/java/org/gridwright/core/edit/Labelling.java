package org.gridwright.core.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/** Changes names, attributes, codes and parents; outlines of grids stay. For one edit. */
final class Labelling {

  private final Plan plan;
  private final Outcome outcome;
  private final NewCodes codes;
  private final Progress progress;

  /** By depth and parent, of levels below that of a unit that was moved. */
  private final Map<Integer, Map<String, List<Unit>>> children = new HashMap<>();

  Labelling(Plan plan) {
    this(plan, Progress.NONE);
  }

  /** Watched, for edits that may move the units of a whole plan. */
  Labelling(Plan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
    this.outcome = new Outcome(plan);
    this.codes = new NewCodes(plan, outcome);
  }

  NewCodes codes() {
    return codes;
  }

  /** What was done. */
  PlanChange change() {
    return outcome.change(progress);
  }

  /** Adds a unit that is drawn already, if the others of its level are. */
  void add(Unit unit) {
    outcome.put(unit);
    outcome.addLineage(unit.depth(), List.of(), List.of(unit.code()));
  }

  /**
   * Puts units below parents; those that are there already stay.
   *
   * @param parents code of the parent by code of the unit, in the order in which codes are given
   * @throws EditRefusedException {@code unit-unknown}, {@code parent-unknown}
   */
  void moveBelow(int depth, Map<String, String> parents) {
    parents.forEach(
        (code, parent) -> {
          Unit unit = Units.find(plan, depth, code);
          if (depth == 0 || outcome.unit(depth - 1, parent).isEmpty()) {
            throw EditRefusedException.of(Refusal.PARENT_UNKNOWN, parent);
          }
          if (!parent.equals(unit.parentCode())) {
            boolean bound = plan.theme().codes() == CodeScheme.CN15;
            move(unit, bound ? codes.made(depth, code, parent) : code, parent);
          }
        });
  }

  /**
   * What was done, where units got other parents.
   *
   * @param depth of the units
   * @param multipart whether units above may fall into more parts than they had
   * @throws EditRefusedException {@code changes-nothing}, {@code unit-would-fall-apart}
   */
  PlanChange changeOfParents(int depth, boolean multipart) {
    PlanChange change = outcome.change();
    if (change.isEmpty()) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    return multipart ? change : Contiguity.required(plan, change, depth - 1);
  }

  /** Gives a unit its code and parent, and lets the units below it follow. */
  void move(Unit unit, String code, @Nullable String parent) {
    progress.checkpoint();
    outcome.put(
        new Unit(
            unit.depth(),
            code,
            parent,
            unit.name().equals(unit.code()) ? code : unit.name(),
            unit.attributes(),
            unit.area(),
            unit.facts()));
    if (code.equals(unit.code())) {
      return;
    }
    outcome.remove(unit.depth(), unit.code());
    outcome.addLineage(unit.depth(), List.of(unit.code()), List.of(code));
    if (unit.depth() == plan.theme().gridLevel().depth()) {
      return;
    }
    boolean bound = plan.theme().codes() == CodeScheme.CN15;
    for (Unit child : childrenOf(unit)) {
      boolean follows = bound && child.code().startsWith(unit.code());
      move(
          child,
          follows ? code + child.code().substring(unit.code().length()) : child.code(),
          code);
    }
  }

  private List<Unit> childrenOf(Unit unit) {
    return children
        .computeIfAbsent(unit.depth() + 1, this::byParent)
        .getOrDefault(unit.code(), List.of());
  }

  private Map<String, List<Unit>> byParent(int depth) {
    progress.checkpoint();
    return plan.units(depth).stream()
        .collect(Collectors.groupingBy(child -> child.parent().orElseThrow()));
  }

  /**
   * What it changes that a unit gets another name or other attributes.
   *
   * @throws EditRefusedException {@code changes-nothing}
   */
  PlanChange changed(Unit before, Unit after) {
    if (before.equals(after)) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    outcome.put(after);
    return outcome.change();
  }

  /** Sets a text, or takes it away where the new one is blank. */
  static void set(Map<String, String> texts, String key, String value) {
    if (value.isBlank()) {
      texts.remove(key);
    } else {
      texts.put(key, value);
    }
  }
}
