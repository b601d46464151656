package org.gridwright.core.edit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** Changes names, attributes, codes and parents; outlines of grids stay. For one edit. */
final class LabelEdits {

  private final Plan plan;
  private final Outcome outcome;
  private final NewCodes codes;

  LabelEdits(Plan plan) {
    this.plan = plan;
    this.outcome = new Outcome(plan);
    this.codes = new NewCodes(plan, outcome);
  }

  PlanChange rename(Edit.Rename edit) {
    Unit unit = Units.find(plan, edit.depth(), edit.unit());
    Map<String, String> attributes = new TreeMap<>(unit.attributes());
    edit.names().forEach((language, name) -> set(attributes, "name:" + language, name));
    String name = edit.name().isBlank() ? unit.code() : edit.name().strip();
    return changed(
        unit,
        new Unit(unit.depth(), unit.code(), unit.parentCode(), name, attributes, unit.area()));
  }

  PlanChange set(Edit.SetAttributes edit) {
    Unit unit = Units.find(plan, edit.depth(), edit.unit());
    Map<String, String> attributes = new TreeMap<>(unit.attributes());
    edit.attributes().forEach((key, value) -> set(attributes, key, value));
    return changed(
        unit,
        new Unit(
            unit.depth(), unit.code(), unit.parentCode(), unit.name(), attributes, unit.area()));
  }

  private static void set(Map<String, String> attributes, String key, String value) {
    if (value.isBlank()) {
      attributes.remove(key);
    } else {
      attributes.put(key, value);
    }
  }

  PlanChange recode(Edit.Recode edit) {
    Unit unit = Units.find(plan, edit.depth(), edit.unit());
    if (edit.code().equals(unit.code())) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    move(unit, codes.given(unit.depth(), edit.code(), unit.parentCode()), unit.parentCode());
    return outcome.change();
  }

  PlanChange changeParent(Edit.ChangeParent edit) {
    Unit unit = Units.find(plan, edit.depth(), edit.unit());
    if (unit.depth() == 0 || plan.unit(unit.depth() - 1, edit.parent()).isEmpty()) {
      throw EditRefusedException.of(Refusal.PARENT_UNKNOWN, edit.parent());
    }
    if (edit.parent().equals(unit.parentCode())) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    boolean bound = plan.theme().codes() == CodeScheme.CN15;
    move(
        unit,
        bound ? codes.made(unit.depth(), unit.code(), edit.parent()) : unit.code(),
        edit.parent());
    return outcome.change();
  }

  /** What was done. */
  PlanChange change() {
    return outcome.change();
  }

  /** Gives a unit its code and parent, and lets the units below it follow. */
  void move(Unit unit, String code, @Nullable String parent) {
    outcome.put(
        new Unit(
            unit.depth(),
            code,
            parent,
            unit.name().equals(unit.code()) ? code : unit.name(),
            unit.attributes(),
            unit.area()));
    if (code.equals(unit.code())) {
      return;
    }
    outcome.remove(unit.depth(), unit.code());
    outcome.addLineage(unit.depth(), List.of(unit.code()), List.of(code));
    if (unit.depth() == plan.theme().gridLevel().depth()) {
      return;
    }
    boolean bound = plan.theme().codes() == CodeScheme.CN15;
    for (Unit child : plan.units(unit.depth() + 1)) {
      if (unit.code().equals(child.parentCode())) {
        boolean follows = bound && child.code().startsWith(unit.code());
        move(
            child,
            follows ? code + child.code().substring(unit.code().length()) : child.code(),
            code);
      }
    }
  }

  private PlanChange changed(Unit before, Unit after) {
    if (before.equals(after)) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    outcome.put(after);
    return outcome.change();
  }
}
