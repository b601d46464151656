package org.gridwright.core.coverage.seams;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.area.Pieces;
import org.gridwright.core.coverage.area.VoidGround;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Geometry;

/**
 * Grids of a plan and their arrangement, as the finders read them.
 *
 * @param grids by their number in the arrangement
 * @param known findings of an earlier check by the same rules, by id; what is found again at the
 *     very same place is not measured again
 * @param progress of those who look
 */
record Examined(
    List<Unit> grids,
    Arrangement arrangement,
    CoverageRules rules,
    VoidGround voids,
    Map<String, Finding> known,
    Progress progress) {

  /** The place of faces, without what is too small to count and without declared voids. */
  Pieces openPieces(Collection<Integer> faces) {
    return Pieces.of(arrangement, faces, rules.smallestSquareMetres())
        .without(voids, rules.smallestSquareMetres());
  }

  Optional<Finding> known(Finding.Kind kind, List<String> codes, Geometry steps) {
    return known.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(known.get(FindingMaker.id(kind, codes, steps.norm())));
  }

  String code(int grid) {
    return grids.get(grid).code();
  }

  List<String> codes(Collection<Integer> grids) {
    return new TreeSet<>(grids).stream().map(this::code).toList();
  }

  /** Grids over a face and over the faces beside it. */
  TreeSet<Integer> gridsAround(int face) {
    TreeSet<Integer> grids = new TreeSet<>();
    addOwners(face, grids);
    arrangement.forEachHalf(face, half -> addOwners(arrangement.face(half ^ 1), grids));
    return grids;
  }

  void addOwners(int face, Collection<Integer> grids) {
    for (int owner : arrangement.owners(face)) {
      if (owner != Arrangement.SOUND) {
        grids.add(owner);
      }
    }
  }
}
