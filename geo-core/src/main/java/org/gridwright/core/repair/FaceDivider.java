package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.repair.RepairArrangement.Part;
import org.gridwright.core.repair.RepairArrangement.Role;

/** Divides gaps and overlaps that are not to go to one unit as a whole. */
final class FaceDivider {

  /** A gap this many times longer than wide is divided between its neighbours. */
  private static final double LONG = 4;

  /** Cuts across a gap are no longer than this many times its width. */
  private static final double REACH = 2;

  private final RepairArrangement ground;
  private final Arrangement arrangement;
  private final Choices choices;
  private final RepairOptions options;
  private final List<Part> pieces = new ArrayList<>();

  private FaceDivider(RepairArrangement ground, Choices choices, RepairOptions options) {
    this.ground = ground;
    this.arrangement = ground.arrangement();
    this.choices = choices;
    this.options = options;
  }

  /** Pieces of the faces that are to be divided. */
  static List<Part> pieces(RepairArrangement ground, Choices choices, RepairOptions options) {
    FaceDivider divider = new FaceDivider(ground, choices, options);
    ground.arrangement().boundedFaces().forEach(divider::divide);
    return divider.pieces;
  }

  private void divide(int face) {
    ground.checkpoint();
    int[] owners = ground.owners(face);
    if (owners.length == 1 || ground.is(Role.VOID, face) || ground.is(Role.INLET, face)) {
      return;
    }
    Choice.By rule = choices.of(ground, face).rule();
    boolean lines = rule == Choice.By.BOTH_CORNERS || rule == Choice.By.MIDDLE;
    if ((!lines && rule != Choice.By.LONGEST_BORDER) || !isWhole(face)) {
      return;
    }
    MergedBorder.Way way =
        rule == Choice.By.MIDDLE ? MergedBorder.Way.MIDDLE : MergedBorder.Way.CORNERS;
    if (owners.length == 0) {
      divideGap(face, lines, way);
    } else if (lines) {
      ClaimedRing ring =
          ClaimedRing.of(arrangement, face, beside -> only(common(owners, ground.owners(beside))));
      pieces.addAll(MergedBorder.divide(ring, way));
    }
  }

  private void divideGap(int face, boolean lines, MergedBorder.Way way) {
    double width = ground.measures().widthMetres(face);
    ClaimedRing ring = ClaimedRing.of(arrangement, face, beside -> only(ground.owners(beside)));
    if (width >= options.gapWidthMetres()) {
      return;
    }
    double around =
        arrangement.borders(face).values().stream().mapToDouble(Double::doubleValue).sum();
    List<ClaimedRing> parts =
        around / 2 > LONG * width ? GapDivider.divide(ring, REACH * width) : List.of(ring);
    for (ClaimedRing part : parts) {
      List<Part> shares = lines ? MergedBorder.divide(part, way) : List.of();
      if (!shares.isEmpty()) {
        pieces.addAll(shares);
      } else if (parts.size() > 1) {
        pieces.add(new Part(Role.PIECE, part.area()));
      }
    }
  }

  /** Whether a face has neither an island nor a place where it touches itself. */
  private boolean isWhole(int face) {
    var area = ground.measures().area(face);
    return area.polygons().size() == 1 && area.polygons().get(0).holes().isEmpty();
  }

  private static int only(int[] units) {
    return units.length == 1 ? units[0] : ClaimedRing.NOBODY;
  }

  private static int[] common(int[] owners, int[] beside) {
    return IntStream.of(owners)
        .filter(it -> it >= 0 && Arrays.stream(beside).anyMatch(other -> other == it))
        .toArray();
  }
}
