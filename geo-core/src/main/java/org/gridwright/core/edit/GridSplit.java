package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** A grid that is divided into pieces: one keeps code and name, the others become grids. */
final class GridSplit {

  private final EditablePlan plan;
  private final Unit unit;
  private final Patch patch;
  private final Snap snap;

  GridSplit(EditScope scope, String code) {
    this.plan = scope.editable();
    this.unit = scope.grid(code);
    this.patch = Patch.around(plan, unit.drawnArea().envelope());
    this.snap = Snap.around(middle(unit.drawnArea()), scope.snapMetres());
  }

  /** The pieces that a drawn line cuts apart, for which it has to cross the grid. */
  List<LatticeMultiPolygon> along(List<LatticePoint> line) {
    return pieces(DividedPatch.cutBy(patch, List.of(unit.code()), line, snap));
  }

  /** What lies inside a drawn area, and what outside. */
  List<LatticeMultiPolygon> by(LatticeMultiPolygon area) {
    DividedPatch divided = DividedPatch.over(patch, List.of(unit.code()), area, snap);
    List<Integer> inside = new ArrayList<>();
    List<Integer> outside = new ArrayList<>();
    for (int face : divided.facesOf(0)) {
      (divided.isDrawn(face) ? inside : outside).add(face);
    }
    if (inside.isEmpty() || outside.isEmpty()) {
      throw EditRefusedException.at(area, Refusal.LINE_DOES_NOT_CROSS, unit.code());
    }
    return List.of(divided.area(inside).orElseThrow(), divided.area(outside).orElseThrow());
  }

  /** What the line cut apart; parts that it did not meet are with the largest piece. */
  private List<LatticeMultiPolygon> pieces(DividedPatch divided) {
    List<Integer> cut = new ArrayList<>();
    List<Integer> whole = new ArrayList<>();
    for (int face : divided.facesOf(0)) {
      boolean[] beside = {false};
      Arrangement arrangement = divided.arrangement();
      arrangement.forEachHalf(
          face,
          half -> {
            int across = arrangement.face(half ^ 1);
            beside[0] |= across != face && arrangement.covers(0, across);
          });
      (beside[0] ? cut : whole).add(face);
    }
    if (cut.isEmpty()) {
      throw EditRefusedException.at(unit.drawnArea(), Refusal.LINE_DOES_NOT_CROSS, unit.code());
    }
    List<LatticeMultiPolygon> pieces = new ArrayList<>();
    cut.forEach(face -> pieces.add(divided.area(List.of(face)).orElseThrow()));
    if (!whole.isEmpty()) {
      int largest = largest(pieces);
      whole.add(cut.get(largest));
      pieces.set(largest, divided.area(whole).orElseThrow());
    }
    return pieces;
  }

  /**
   * What it changes that each piece becomes a grid.
   *
   * @param given codes of the pieces that are new, west to east; those that are missing are made up
   */
  PlanChange change(List<LatticeMultiPolygon> pieces, Keeper keeps, List<String> given) {
    Outcome outcome = new Outcome(plan.plan());
    NewCodes codes = new NewCodes(plan.plan(), outcome);
    LatticeMultiPolygon kept = pieces.get(keeper(pieces, keeps));
    patch.put(unit.code(), kept);
    List<LatticeMultiPolygon> others = new ArrayList<>(pieces);
    others.remove(kept);
    others.sort(
        Comparator.comparingInt((LatticeMultiPolygon piece) -> middle(piece).x())
            .thenComparingInt(piece -> -middle(piece).y()));
    List<String> all = new ArrayList<>(List.of(unit.code()));
    for (int i = 0; i < others.size(); i++) {
      String code =
          i < given.size()
              ? codes.given(unit.depth(), given.get(i), unit.parentCode())
              : codes.made(unit.depth(), unit.code(), unit.parentCode());
      outcome.put(Recipient.part(unit, code, others.get(i)));
      patch.put(code, others.get(i));
      all.add(code);
    }
    outcome.addLineage(unit.depth(), List.of(unit.code()), all);
    patch.takeUnneeded();
    patch.finish(outcome);
    return outcome.change();
  }

  private int keeper(List<LatticeMultiPolygon> pieces, Keeper keeps) {
    if (keeps instanceof Keeper.At at) {
      for (int i = 0; i < pieces.size(); i++) {
        if (contains(pieces.get(i), at.point())) {
          return i;
        }
      }
      throw EditRefusedException.at(at.point(), Refusal.NO_SUCH_PIECE, unit.code());
    }
    int best = largest(pieces);
    for (int i = 0; i < pieces.size(); i++) {
      LatticePoint a = middle(pieces.get(i));
      LatticePoint b = middle(pieces.get(best));
      boolean farther =
          switch ((Keeper.By) keeps) {
            case LARGEST -> false;
            case WEST -> a.x() < b.x();
            case EAST -> a.x() > b.x();
            case NORTH -> a.y() > b.y();
            case SOUTH -> a.y() < b.y();
          };
      best = farther ? i : best;
    }
    return best;
  }

  private static int largest(List<LatticeMultiPolygon> pieces) {
    int largest = 0;
    for (int i = 1; i < pieces.size(); i++) {
      largest =
          DividedPatch.size(pieces.get(i)) > DividedPatch.size(pieces.get(largest)) ? i : largest;
    }
    return largest;
  }

  private static boolean contains(LatticeMultiPolygon area, LatticePoint point) {
    return SimplePointInAreaLocator.locate(
            new Coordinate(point.x(), point.y()), LatticeJts.toSteps(area))
        != Location.EXTERIOR;
  }

  private static LatticePoint middle(LatticeMultiPolygon area) {
    LatticeEnvelope box = area.envelope();
    return new LatticePoint(
        (int) (((long) box.minX() + box.maxX()) / 2), (int) (((long) box.minY() + box.maxY()) / 2));
  }
}
