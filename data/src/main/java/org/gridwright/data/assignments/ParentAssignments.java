package org.gridwright.data.assignments;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.edit.AssignParentsEdit;
import org.gridwright.core.edit.Contiguity;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.draft.PlanEdit;
import org.gridwright.data.message.DataMessages;

/** Parents of the units of one level, by a file. For one use by one thread. */
public final class ParentAssignments {

  private final Plan plan;
  private final AssignmentFile file;
  private final RowsByCode rows;
  private final Map<String, String> moving = new TreeMap<>(Plan.CODE_ORDER);

  private ParentAssignments(Plan plan, AssignmentFile file) {
    this.plan = plan;
    this.file = file;
    this.rows = new RowsByCode(file);
  }

  /**
   * What a file changes in a plan. Changes nothing.
   *
   * @param multipart whether units above may fall into more parts than they had; otherwise they are
   *     refused
   * @param emptied whether parents that are left without children go; otherwise they are refused
   * @throws AssignmentsRefusedException when rows can not hold
   */
  public static AssignedUnits of(
      Plan plan, AssignmentFile file, boolean multipart, boolean emptied) {
    return new ParentAssignments(plan, file).assigned(multipart, emptied);
  }

  private AssignedUnits assigned(boolean multipart, boolean emptied) {
    Level level = file.level();
    Level above = plan.theme().levels().get(level.depth() - 1);
    int same = 0;
    for (AssignmentRow row : rows.rows().values()) {
      Optional<Unit> unit = plan.unit(level.depth(), row.code());
      if (unit.isEmpty()) {
        rows.issue(row, RowsByCode.unknown(plan, level, row.code()));
      } else if (plan.unit(above.depth(), row.unit()).isEmpty()) {
        rows.issue(row, RowsByCode.unknown(plan, above, row.unit()));
      } else if (row.unit().equals(unit.get().parentCode())) {
        same++;
      } else {
        moving.put(row.code(), row.unit());
      }
    }
    Map<String, AssignmentRow> left = left();
    if (!emptied) {
      left.forEach(this::refuse);
    }
    rows.requireSound();
    if (!multipart && !moving.isEmpty()) {
      requireWhole();
    }
    AssignmentReport report =
        new AssignmentReport(
            file.rows().size(),
            moving.size(),
            same,
            plan.units(level.depth()).size() - rows.rows().size(),
            List.of(),
            List.copyOf(left.keySet()));
    return new AssignedUnits(
        report,
        moving.isEmpty()
            ? Optional.empty()
            : Optional.of(PlanEdit.of(new AssignParentsEdit(level.depth(), moving, multipart))));
  }

  /** Refuses what would tear units, each of them by name. */
  private void requireWhole() {
    int depth = file.level().depth();
    PlanChange change =
        PlanEdit.of(new AssignParentsEdit(depth, moving, true)).on(EditablePlan.of(plan));
    Map<AssignmentRow, LatticeMultiPolygon> ground = new LinkedHashMap<>();
    for (String code : moving.keySet()) {
      plan.unit(depth, code)
          .flatMap(unit -> Optional.ofNullable(unit.area()))
          .ifPresent(area -> ground.put(rows.row(code), area));
    }
    TornRows.requireNone(Contiguity.torn(plan, change, depth - 1), ground, rows);
  }

  /** Parents that no child is left to, each with the last row that takes one from it. */
  private Map<String, AssignmentRow> left() {
    Set<String> kept = new HashSet<>();
    for (Unit unit : plan.units(file.level().depth())) {
      kept.add(moving.getOrDefault(unit.code(), unit.parent().orElseThrow()));
    }
    Map<String, AssignmentRow> left = new TreeMap<>(Plan.CODE_ORDER);
    for (String code : moving.keySet()) {
      AssignmentRow row = rows.row(code);
      plan.unit(file.level().depth(), code)
          .flatMap(Unit::parent)
          .filter(parent -> !kept.contains(parent))
          .ifPresent(
              parent -> left.merge(parent, row, (one, two) -> one.line() > two.line() ? one : two));
    }
    return left;
  }

  private void refuse(String parent, AssignmentRow row) {
    rows.issue(
        row,
        DataMessages.of(
            "assignments.emptied",
            plan.theme().levels().get(file.level().depth() - 1).name(),
            parent,
            file.level().name()));
  }
}
