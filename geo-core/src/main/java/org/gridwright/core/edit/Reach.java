package org.gridwright.core.edit;

import java.util.Collection;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/** Keeps what is drawn so near to the plan that everything can be reckoned exactly. */
final class Reach {

  private Reach() {}

  /**
   * @throws EditRefusedException {@code too-far-away}
   */
  static void require(Plan plan, Edit edit) {
    LatticeEnvelope drawn = drawn(edit);
    LatticeEnvelope all = plan.envelope().union(drawn);
    for (DeclaredVoid declared : plan.voids()) {
      all = all.union(declared.area().envelope());
    }
    if (!drawn.isEmpty() && all.exceedsSpan()) {
      throw EditRefusedException.of(Refusal.TOO_FAR_AWAY);
    }
  }

  /** The rectangle around all that is drawn; empty for edits that draw nothing. */
  private static LatticeEnvelope drawn(Edit edit) {
    if (edit instanceof Edit.Split split) {
      return around(split.line());
    }
    if (edit instanceof Edit.Reshape reshape) {
      return around(reshape.line());
    }
    if (edit instanceof Edit.MoveVertex move) {
      return around(List.of(move.from(), move.to()));
    }
    if (edit instanceof Edit.AddVertex add) {
      return around(List.of(add.at(), add.edgeStart(), add.edgeEnd()));
    }
    if (edit instanceof Edit.RemoveVertex remove) {
      return around(List.of(remove.at()));
    }
    if (edit instanceof Edit.TransferPlaces transfer) {
      return around(transfer.places()).union(around(transfer.others()));
    }
    if (edit instanceof Edit.TransferBlocks transfer) {
      LatticeEnvelope box = around(transfer.blocks());
      for (LatticeLine line : transfer.lines()) {
        box = box.union(line.envelope());
      }
      return box;
    }
    return edit instanceof Edit.ReplaceAreas replace
        ? aroundAreas(replace.areas().values())
            .union(aroundAreas(replace.added().stream().map(Unit::drawnArea).toList()))
        : aroundAreas(areas(edit));
  }

  private static List<LatticeMultiPolygon> areas(Edit edit) {
    if (edit instanceof Edit.CutOut cut) {
      return List.of(cut.area());
    }
    if (edit instanceof Edit.Transfer transfer) {
      return List.of(transfer.area());
    }
    if (edit instanceof Edit.AddUnit add) {
      return List.of(add.area());
    }
    return edit instanceof Edit.DeclareVoid declare
        ? List.of(declare.declared().area())
        : List.of();
  }

  private static LatticeEnvelope around(List<LatticePoint> points) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (LatticePoint point : points) {
      box = box.union(new LatticeEnvelope(point.x(), point.y(), point.x(), point.y()));
    }
    return box;
  }

  private static LatticeEnvelope aroundAreas(Collection<LatticeMultiPolygon> areas) {
    return areas.stream()
        .map(LatticeMultiPolygon::envelope)
        .reduce(LatticeEnvelope.EMPTY, LatticeEnvelope::union);
  }
}
