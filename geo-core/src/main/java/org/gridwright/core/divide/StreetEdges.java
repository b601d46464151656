package org.gridwright.core.divide;

import java.util.Comparator;
import java.util.List;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;

/**
 * The edges along which streets divide a unit into blocks, when it is to be divided only there.
 * What runs within some metres of the outline is left away.
 */
public final class StreetEdges {

  /** Streets may be led on to the outline by a third of the unit's width, as when it is divided. */
  private static final double LINK_REACH = 0.33;

  private StreetEdges() {}

  /**
   * The streets inside an area as edges that can be cut along.
   *
   * @param area valid
   * @param streets of which those that do not come near are left aside
   * @return edges of two points, {@link org.gridwright.core.lattice.Packed}, that meet each other
   *     and the outline at their ends only, and the outline only at its vertices; none where that
   *     can not be done
   */
  public static List<long[]> inside(LatticeMultiPolygon area, List<LatticeLine> streets) {
    double reach = LINK_REACH * Math.sqrt(GroundShape.of(area).squareMetres());
    return new Streets(streets, Progress.NONE)
        .inside(area, LocalFrame.around(area.envelope()), reach).keySet().stream()
            .sorted(
                Comparator.comparingLong(DirectedEdge::from).thenComparingLong(DirectedEdge::to))
            .map(side -> new long[] {side.from(), side.to()})
            .toList();
  }
}
