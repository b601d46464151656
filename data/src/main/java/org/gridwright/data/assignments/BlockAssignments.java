package org.gridwright.data.assignments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.core.edit.AssignBlocksEdit;
import org.gridwright.core.edit.AssignedBlock;
import org.gridwright.core.edit.BlockHolders;
import org.gridwright.core.edit.Contiguity;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.draft.ChangeRefusedException;
import org.gridwright.data.draft.PlanEdit;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Grids as unions of blocks, by a file. For one use by one thread. */
public final class BlockAssignments {

  /** Lines are named up to this many. */
  private static final int TOLD = 5;

  private final AssignmentFile file;
  private final RowsByCode rows;
  private final List<AssignedBlock> moving = new ArrayList<>();

  private BlockAssignments(AssignmentFile file) {
    this.file = file;
    this.rows = new RowsByCode(file);
  }

  /**
   * What a file changes in a plan. Changes nothing.
   *
   * @param blocks a plan whose grids are the blocks
   * @param parent of new grids; null for that of the grid that had most of their ground
   * @param multipart whether units may fall into more parts than they had; otherwise they are
   *     refused
   * @param emptied whether grids that are left without ground go; otherwise they are refused
   * @throws AssignmentsRefusedException when rows can not hold
   * @throws ChangeRefusedException when what they say together would break the seam
   */
  public static AssignedUnits of(
      Plan plan,
      Plan blocks,
      AssignmentFile file,
      @Nullable String parent,
      boolean multipart,
      boolean emptied) {
    return new BlockAssignments(file).assigned(plan, blocks, parent, multipart, emptied);
  }

  private AssignedUnits assigned(
      Plan plan, Plan blocks, @Nullable String parent, boolean multipart, boolean emptied) {
    List<AssignedBlock> all = known(blocks);
    rows.requireSound();
    EditablePlan editable = EditablePlan.of(plan);
    BlockHolders holders =
        BlockHolders.of(editable, all.stream().map(AssignedBlock::area).toList());
    for (int block = 0; block < all.size(); block++) {
      if (!holders.isHeldBy(block, all.get(block).grid())) {
        moving.add(all.get(block));
      }
    }
    int unnamed = blocks.grids().size() - all.size();
    if (moving.isEmpty()) {
      return new AssignedUnits(report(all.size(), unnamed, List.of(), List.of()), Optional.empty());
    }
    PlanChange change = on(editable, new AssignBlocksEdit(moving, parent, true, emptied));
    if (!multipart) {
      requireWhole(plan, change);
    }
    AssignBlocksEdit edit = new AssignBlocksEdit(moving, parent, multipart, emptied);
    return new AssignedUnits(
        report(all.size(), unnamed, codes(plan, change, true), codes(plan, change, false)),
        Optional.of(then -> on(then, edit)));
  }

  /** Refuses what would tear grids or units above, each of them by name. */
  private void requireWhole(Plan plan, PlanChange change) {
    Map<AssignmentRow, LatticeMultiPolygon> ground = new LinkedHashMap<>();
    moving.forEach(block -> ground.put(rows.row(block.block()), block.area()));
    int finest = plan.theme().gridLevel().depth();
    TornRows.requireNone(Contiguity.torn(plan, change, finest), ground, rows);
  }

  private List<AssignedBlock> known(Plan blocks) {
    int depth = blocks.theme().gridLevel().depth();
    List<AssignedBlock> known = new ArrayList<>();
    for (AssignmentRow row : rows.rows().values()) {
      Optional<Unit> block = blocks.unit(depth, row.code());
      if (block.isEmpty()) {
        rows.issue(row, DataMessages.of("assignments.no-block", row.code()));
      } else {
        known.add(new AssignedBlock(row.code(), row.unit(), block.get().drawnArea()));
      }
    }
    return known;
  }

  private AssignmentReport report(
      int known, int unnamed, List<String> added, List<String> emptied) {
    return new AssignmentReport(
        file.rows().size(), moving.size(), known - moving.size(), unnamed, added, emptied);
  }

  private static List<String> codes(Plan plan, PlanChange change, boolean added) {
    int depth = plan.theme().gridLevel().depth();
    return change.units().stream()
        .filter(unit -> unit.depth() == depth)
        .filter(unit -> (added ? unit.before() : unit.after()) == null)
        .map(unit -> unit.code())
        .toList();
  }

  /** A refusal names the rows whose blocks lie where it is. */
  private PlanChange on(EditablePlan plan, AssignBlocksEdit edit) {
    try {
      return PlanEdit.of(edit).on(plan);
    } catch (ChangeRefusedException refused) {
      List<String> lines = refused.place().map(this::lines).orElse(List.of());
      if (lines.isEmpty()) {
        throw refused;
      }
      String listed = String.join(", ", lines.subList(0, Math.min(TOLD, lines.size())));
      throw new ChangeRefusedException(
          refused.code(),
          DataMessages.of(
              lines.size() > TOLD ? "assignments.at-more-lines" : "assignments.at-lines",
              refused.told(),
              listed),
          refused.place().orElse(null));
    }
  }

  private List<String> lines(Geometry place) {
    Set<Long> lines = new TreeSet<>();
    for (AssignedBlock block : moving) {
      Geometry area = LatticeJts.toDegrees(block.area());
      if (area.getEnvelopeInternal().intersects(place.getEnvelopeInternal())
          && area.intersection(place).getDimension() >= Math.min(2, place.getDimension())) {
        lines.add(rows.row(block.block()).line());
      }
    }
    return lines.stream().map(String::valueOf).toList();
  }
}
