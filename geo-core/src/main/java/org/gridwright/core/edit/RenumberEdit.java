package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/**
 * Numbers the units directly below a parent anew, in rows from north to south and within a row from
 * west to east. In scheme {@code cn15} they get the sequences from 001; in a free one, the codes
 * that they have are dealt out anew.
 *
 * <p>A row begins with the northernmost unit that is left, and takes every unit whose middle lies
 * not lower than half the usual height below that one's. Units that are not drawn come last.
 *
 * @param depth depth of the parent
 */
public record RenumberEdit(int depth, String parent) implements Edit {

  /** So many grids at most are numbered and stored in about a second. */
  private static final int MANY = 5_000;

  @Override
  public String kind() {
    return "renumber";
  }

  @Override
  public LatticeEnvelope drawn() {
    return LatticeEnvelope.EMPTY;
  }

  /** Units below those that are numbered get new codes with them. */
  @Override
  public boolean isLong(Plan plan) {
    return plan.grids().size() > MANY && depth + 2 < plan.theme().levels().size();
  }

  @Override
  public PlanChange change(EditScope scope) {
    Plan plan = scope.plan();
    Unit above = Units.find(plan, depth, parent);
    if (depth + 1 >= plan.theme().levels().size()) {
      throw EditRefusedException.of(Refusal.PARENT_UNKNOWN, parent);
    }
    List<Unit> children = new ArrayList<>();
    for (Unit unit : plan.units(depth + 1)) {
      if (parent.equals(unit.parentCode())) {
        children.add(unit);
      }
    }
    List<String> codes = codes(plan, above, children);
    List<Unit> ordered = inRows(children);
    Labelling labels = new Labelling(plan, scope.progress());
    for (int i = 0; i < ordered.size(); i++) {
      labels.move(ordered.get(i), codes.get(i), parent);
    }
    PlanChange change = labels.change();
    if (change.isEmpty()) {
      throw EditRefusedException.of(Refusal.CHANGES_NOTHING);
    }
    return change;
  }

  /** The codes to be given, in order. */
  private static List<String> codes(Plan plan, Unit parent, List<Unit> children) {
    List<String> codes = new ArrayList<>();
    for (Unit child : children) {
      codes.add(
          plan.theme().codes() == CodeScheme.CN15
              ? NewCodes.numbered(
                  parent.code(), child.code().length() - parent.code().length(), codes.size() + 1)
              : child.code());
    }
    return codes;
  }

  private static List<Unit> inRows(List<Unit> units) {
    List<Unit> left = new ArrayList<>(units);
    left.removeIf(unit -> unit.area() == null);
    left.sort(Comparator.comparingLong(RenumberEdit::middleY).reversed());
    List<Long> heights = new ArrayList<>();
    left.forEach(unit -> heights.add(height(unit)));
    heights.sort(null);
    long half = heights.isEmpty() ? 0 : heights.get(heights.size() / 2) / 2;
    List<Unit> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      long lowest = middleY(left.get(0)) - 2 * half;
      List<Unit> row = new ArrayList<>();
      left.stream().filter(unit -> middleY(unit) >= lowest).forEach(row::add);
      left.removeAll(row);
      row.sort(
          Comparator.comparingLong(RenumberEdit::middleX)
              .thenComparing(Unit::code, Plan.CODE_ORDER));
      ordered.addAll(row);
    }
    units.stream().filter(unit -> unit.area() == null).forEach(ordered::add);
    return ordered;
  }

  /** Twice the latitude of the middle of a unit's rectangle. */
  private static long middleY(Unit unit) {
    LatticeEnvelope box = unit.drawnArea().envelope();
    return (long) box.minY() + box.maxY();
  }

  private static long middleX(Unit unit) {
    LatticeEnvelope box = unit.drawnArea().envelope();
    return (long) box.minX() + box.maxX();
  }

  private static long height(Unit unit) {
    LatticeEnvelope box = unit.drawnArea().envelope();
    return (long) box.maxY() - box.minY();
  }
}
