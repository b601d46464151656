package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/**
 * Gives a drawn area, as far as it belongs to other grids, to one grid.
 *
 * @param from the only grids that give; all where it is empty
 * @param multipart whether the receiver may get parts that do not touch it, and a giver may fall
 *     into more parts than it had
 */
public record TransferEdit(
    List<String> from, String to, LatticeMultiPolygon area, boolean multipart) implements Edit {

  public TransferEdit {
    from = List.copyOf(from);
  }

  @Override
  public String kind() {
    return "transfer";
  }

  @Override
  public LatticeEnvelope drawn() {
    return area.envelope();
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  public PlanChange change(EditScope scope) {
    Unit receiver = scope.grid(to);
    from.forEach(scope::grid);
    LatticeEnvelope box = area.envelope();
    List<String> codes = new ArrayList<>(List.of(receiver.code()));
    LatticeEnvelope all = receiver.drawnArea().envelope();
    for (Unit grid : scope.editable().gridsNear(box)) {
      boolean gives = from.isEmpty() || from.contains(grid.code());
      if (gives && grid != receiver) {
        codes.add(grid.code());
        all = all.union(grid.drawnArea().envelope());
      }
    }
    Patch patch = Patch.around(scope.editable(), all);
    DividedPatch divided =
        DividedPatch.over(patch, codes, area, Snap.atCornerOf(box, scope.snapMetres()));
    Map<String, List<Integer>> faces = new TreeMap<>(Plan.CODE_ORDER);
    boolean moved = false;
    for (int grid = 0; grid < codes.size(); grid++) {
      for (int face : divided.facesOf(grid)) {
        boolean moves = grid > 0 && divided.isDrawn(face);
        moved |= moves;
        faces.computeIfAbsent(codes.get(moves ? 0 : grid), it -> new ArrayList<>()).add(face);
      }
    }
    if (!moved) {
      throw EditRefusedException.at(area, Refusal.AREA_CHANGES_NOTHING);
    }
    return FaceTransfer.change(
        scope.editable(), patch, divided, Recipient.existing(to), faces, multipart);
  }
}
