package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.divide.PointOwners;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.PlanChange;

/**
 * Hands chosen places to a grid, each with the ground that is nearer to it than to any that stays:
 * the Voronoi cells of the places, as far as their grid goes. That every place has the owner then
 * that it is meant to have is proved in the end.
 *
 * <p>The lines between the cells are straightened and snapped to vertices first; where places lie
 * too near to them for that, exact lines are taken.
 */
final class PlaceTransfer {

  /**
   * How exactly lines are drawn.
   *
   * @param snapMetres how far they are drawn to outlines
   */
  private record Care(double snapMetres, boolean straightened) {}

  private final EditablePlan plan;
  private final boolean multipart;
  private final Donation donation;
  private final Map<String, List<LatticePoint>> stays;
  private final Map<String, PlaceLines> lines = new HashMap<>();

  private PlaceTransfer(EditablePlan plan, TransferPlacesEdit edit) {
    this.plan = plan;
    this.multipart = edit.multipart();
    this.donation = Donation.of(plan, edit.from(), edit.to(), edit.places());
    Map<String, LatticeMultiPolygon> before = Patch.around(plan, donation.box()).before();
    this.stays = donation.owned(new PlaceOwners(before), edit.others());
    donation
        .places()
        .forEach((code, goes) -> addLines(code, Objects.requireNonNull(before.get(code)), goes));
  }

  private void addLines(String code, LatticeMultiPolygon area, List<LatticePoint> goes) {
    List<LatticePoint> remain = Objects.requireNonNull(stays.get(code));
    if (remain.isEmpty()) {
      throw EditRefusedException.at(area, Refusal.UNIT_WOULD_VANISH, code);
    }
    goes.stream().filter(remain::contains).findFirst().ifPresent(PlaceTransfer::refuseTooNear);
    lines.put(code, new PlaceLines(area, goes, remain));
  }

  static PlanChange change(EditablePlan plan, TransferPlacesEdit edit, double snapMetres) {
    PlaceTransfer transfer = new PlaceTransfer(plan, edit);
    try {
      return transfer.change(new Care(snapMetres, true));
    } catch (EditRefusedException tooCoarse) {
      try {
        return transfer.change(new Care(snapMetres, false));
      } catch (EditRefusedException stillTooCoarse) {
        return transfer.change(new Care(0, false));
      }
    }
  }

  private PlanChange change(Care care) {
    Patch patch = Patch.around(plan, donation.box());
    List<String> codes = donation.codes();
    List<long[]> cuts = new ArrayList<>();
    lines.forEach((code, between) -> cuts.addAll(cuts(patch, code, between, care)));
    Arrangement arrangement = Arrangement.divided(patch.areas(codes), cuts);
    DividedPatch divided = new DividedPatch(arrangement, codes, -1);
    Sharing sharing = new Sharing(divided, donation.to().code());
    for (String giver : donation.givers()) {
      share(sharing, divided, codes.indexOf(giver));
    }
    sharing.makeWhole();
    PlanChange change =
        FaceTransfer.change(plan, patch, divided, donation.to(), sharing.faces(), multipart);
    requireOwners(patch);
    return change;
  }

  private static List<long[]> cuts(Patch patch, String code, PlaceLines between, Care care) {
    LatticeMultiPolygon area = patch.area(code);
    Snap snap = Snap.atCornerOf(area.envelope(), care.snapMetres());
    Cutting cutting = new Cutting(patch, List.of(code), snap);
    List<long[]> found = care.straightened() ? between.straightened() : between.exact();
    Intricacy.requireAll(found, List.of(area));
    List<long[]> drawn = found.stream().map(cutting::cut).toList();
    return Cutting.inside(drawn, patch.area(code));
  }

  /** Gives each face of a grid to whose places are in it; without places, to whose are nearest. */
  private void share(Sharing sharing, DividedPatch divided, int grid) {
    String code = divided.codes().get(grid);
    PlaceLines between = Objects.requireNonNull(lines.get(code));
    int[] faces = divided.facesOf(grid);
    List<LatticeMultiPolygon> areas = new ArrayList<>();
    for (int face : faces) {
      areas.add(divided.area(List.of(face)).orElseThrow());
    }
    PointOwners owners = new PointOwners(areas);
    Map<Integer, Boolean> goes = new TreeMap<>();
    for (LatticePoint place : Objects.requireNonNull(donation.places().get(code))) {
      owner(owners, place).ifPresent(face -> goes.put(face, true));
    }
    for (LatticePoint place : Objects.requireNonNull(stays.get(code))) {
      if (owner(owners, place).map(face -> goes.put(face, false)).orElse(false)) {
        refuseTooNear(place);
      }
    }
    for (int i = 0; i < faces.length; i++) {
      Boolean known = goes.get(i);
      boolean moves =
          known != null
              ? known
              : between.goes(LatticeJts.toSteps(areas.get(i)).getInteriorPoint().getCoordinate());
      sharing.put(faces[i], grid, moves, known != null);
    }
  }

  private static Optional<Integer> owner(PointOwners owners, LatticePoint place) {
    int owner = owners.owner(place.x(), place.y());
    return owner < 0 ? Optional.empty() : Optional.of(owner);
  }

  /** Proves that the places that go have gone, and the others have not. */
  private void requireOwners(Patch patch) {
    PlaceOwners owners = new PlaceOwners(patch.now());
    donation
        .places()
        .values()
        .forEach(places -> requireOwner(owners, places, donation.to().code()));
    stays.forEach((code, places) -> requireOwner(owners, places, code));
  }

  private static void requireOwner(PlaceOwners owners, List<LatticePoint> places, String code) {
    for (LatticePoint place : places) {
      if (!owners.of(place).filter(code::equals).isPresent()) {
        refuseTooNear(place);
      }
    }
  }

  private static void refuseTooNear(LatticePoint place) {
    throw EditRefusedException.at(place, Refusal.PLACES_TOO_NEAR, Units.words(place));
  }
}
