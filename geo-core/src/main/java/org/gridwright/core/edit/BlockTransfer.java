package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.divide.PointOwners;
import org.gridwright.core.divide.StreetEdges;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;

/** Hands blocks, the pieces of grids between streets, to a grid. */
final class BlockTransfer {

  private BlockTransfer() {}

  static PlanChange change(EditablePlan plan, TransferBlocksEdit edit, double snapMetres) {
    Donation donation = Donation.of(plan, edit.from(), edit.to(), edit.blocks());
    Patch patch = Patch.around(plan, donation.box());
    List<String> codes = donation.codes();
    List<long[]> cuts = new ArrayList<>();
    donation.givers().forEach(code -> cuts.addAll(cuts(patch, code, edit.lines(), snapMetres)));
    DividedPatch divided =
        new DividedPatch(Arrangement.divided(patch.areas(codes), cuts), codes, -1);
    Sharing sharing = new Sharing(divided, donation.to().code());
    for (String giver : donation.givers()) {
      int grid = codes.indexOf(giver);
      int[] faces = divided.facesOf(grid);
      PointOwners owners = new PointOwners(areas(divided, faces));
      boolean[] moves = new boolean[faces.length];
      for (LatticePoint place : donation.places().getOrDefault(giver, List.of())) {
        int face = owners.owner(place.x(), place.y());
        if (face >= 0) {
          moves[face] = true;
        }
      }
      for (int i = 0; i < faces.length; i++) {
        sharing.put(faces[i], grid, moves[i], true);
      }
    }
    return FaceTransfer.change(
        plan, patch, divided, donation.to(), sharing.faces(), edit.multipart());
  }

  /** The blocks of one grid. */
  static List<LatticeMultiPolygon> blocks(
      EditablePlan plan, Unit grid, List<LatticeLine> lines, double snapMetres) {
    Patch patch = Patch.around(plan, grid.drawnArea().envelope());
    List<long[]> cuts = cuts(patch, grid.code(), lines, snapMetres);
    List<String> codes = List.of(grid.code());
    DividedPatch divided =
        new DividedPatch(Arrangement.divided(patch.areas(codes), cuts), codes, -1);
    return areas(divided, divided.facesOf(0));
  }

  private static List<LatticeMultiPolygon> areas(DividedPatch divided, int[] faces) {
    return IntStream.of(faces).mapToObj(it -> divided.area(List.of(it)).orElseThrow()).toList();
  }

  /**
   * Where lines divide a grid. Points are put on its outline where a line crosses it; those that no
   * block needs are taken back later.
   */
  private static List<long[]> cuts(
      Patch patch, String code, List<LatticeLine> lines, double snapMetres) {
    LatticeEnvelope box = patch.area(code).envelope();
    Cutting cutting = new Cutting(patch, List.of(code), Snap.atCornerOf(box, snapMetres));
    List<LatticeLine> own = lines.stream().filter(it -> it.envelope().intersects(box)).toList();
    List<long[]> drawn = own.stream().map(BlockTransfer::points).toList();
    Intricacy.requireAll(drawn, List.of(patch.area(code)));
    drawn.forEach(cutting::cut);
    return StreetEdges.inside(patch.area(code), own);
  }

  private static long[] points(LatticeLine line) {
    return IntStream.range(0, line.size())
        .mapToLong(i -> Packed.of(line.x(i), line.y(i)))
        .toArray();
  }
}
