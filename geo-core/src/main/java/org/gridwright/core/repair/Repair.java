package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.RingFaults;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * Proposes how a plan can be mended. The way: vertices are snapped; the arrangement is built; long
 * thin gaps between several units are cut across; each face is given to an owner; and the units
 * concerned are drawn anew from their faces. Pure and thread-safe.
 */
public final class Repair {

  /** A gap this many times longer than wide is divided between its neighbours. */
  private static final double LONG = 4;

  /** Cuts across a gap are no longer than this many times its width. */
  private static final double REACH = 2;

  private Repair() {}

  /**
   * What a repair would do to a plan. Changes nothing.
   *
   * @throws RepairException when a choice is for a finding that the plan does not have
   */
  public static Proposal propose(Plan plan, RepairOptions options) {
    List<LatticeMultiPolygon> drawn = plan.grids().stream().map(Unit::drawnArea).toList();
    SnappedAreas snapped = Snapping.of(drawn, options.snapMetres());
    Choices choices = new Choices(plan, options);
    BitSet invalid = RingFaults.of(snapped.areas()).grids();
    Arrangement arrangement = Arrangement.of(snapped.areas(), invalid);
    Ground ground = new Ground(arrangement);
    List<LatticeMultiPolygon> pieces = pieces(arrangement, ground, choices, options);
    if (!pieces.isEmpty()) {
      List<LatticeMultiPolygon> all = new ArrayList<>(snapped.areas());
      all.addAll(pieces);
      BitSet named = new BitSet();
      IntStream.of(arrangement.namedUnits()).forEach(named::set);
      named.set(drawn.size(), all.size());
      arrangement = Arrangement.of(all, named);
      ground = new Ground(arrangement);
    }
    int depth = plan.theme().gridLevel().depth();
    Allocation allocation =
        new Allocation(
            arrangement, ground, choices, code -> plan.indexOf(depth, code), options, drawn.size());
    return new Drafting(plan, options, snapped, invalid, arrangement, ground, allocation)
        .proposal();
  }

  /** Pieces of the long thin gaps that are to be filled over the longest border. */
  private static List<LatticeMultiPolygon> pieces(
      Arrangement arrangement, Ground ground, Choices choices, RepairOptions options) {
    List<LatticeMultiPolygon> pieces = new ArrayList<>();
    int[] gaps =
        arrangement
            .boundedFaces()
            .filter(face -> arrangement.depth(face) == 0)
            .filter(
                face -> choices.of(arrangement, ground, face).rule() == Choice.Rule.LONGEST_BORDER)
            .toArray();
    for (int face : gaps) {
      double width = ground.widthMetres(face);
      double around =
          arrangement.borders(face).values().stream().mapToDouble(Double::doubleValue).sum();
      boolean several = IntStream.of(neighbours(arrangement, face)).distinct().count() > 2;
      if (several && width < options.gapWidthMetres() && around / 2 > LONG * width) {
        pieces.addAll(GapDivider.divide(arrangement, face, REACH * width));
      }
    }
    return pieces;
  }

  private static int[] neighbours(Arrangement arrangement, int face) {
    return arrangement.borders(face).keySet().stream()
        .flatMapToInt(beside -> IntStream.of(arrangement.owners(beside)))
        .toArray();
  }
}
