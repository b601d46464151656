package org.gridwright.core.repair;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Edges that, or a piece of which, lie on ground that is open to the outside. Where these stay,
 * nothing is taken from it. Immutable after it was made.
 */
final class OpenBorder {

  /** An edge of a unit, as it was drawn. */
  record DrawnEdge(long from, long to) {}

  /** A piece of an edge lies on it within this many steps, since its ends are rounded. */
  private static final double ON_EDGE = 1.5;

  /** Nothing has to stay. */
  static final OpenBorder NONE = new OpenBorder();

  private final Set<DrawnEdge> edges = new HashSet<>();
  private final Set<Long> ends = new HashSet<>();

  private OpenBorder() {}

  /**
   * Those of some edges that lie on the unbounded face.
   *
   * @param drawn all edges without a partner
   * @param arrangement of the same units
   */
  static OpenBorder of(List<DrawnEdge> drawn, Arrangement arrangement, Progress progress) {
    HPRtree index = new HPRtree();
    drawn.forEach(edge -> index.insert(new Envelope(at(edge.from()), at(edge.to())), edge));
    index.build();
    OpenBorder open = new OpenBorder();
    arrangement.forEachHalf(
        Arrangement.OUTSIDE,
        half -> {
          progress.checkpoint();
          Coordinate middle =
              new Coordinate(
                  (arrangement.x(half) + (double) arrangement.x(half ^ 1)) / 2,
                  (arrangement.y(half) + (double) arrangement.y(half ^ 1)) / 2);
          Envelope near = new Envelope(middle);
          near.expandBy(ON_EDGE);
          for (Object each : index.query(near)) {
            open.addAlong((DrawnEdge) each, middle);
          }
        });
    return open;
  }

  private void addAlong(DrawnEdge edge, Coordinate middle) {
    if (Distance.pointToSegment(middle, at(edge.from()), at(edge.to())) <= ON_EDGE) {
      edges.add(edge);
      ends.add(edge.from());
      ends.add(edge.to());
    }
  }

  /** Whether an edge that lies on open ground ends at a vertex. */
  boolean endsAt(long vertex) {
    return ends.contains(vertex);
  }

  boolean has(long from, long to) {
    return edges.contains(new DrawnEdge(from, to));
  }

  private static Coordinate at(long packed) {
    return new Coordinate(Packed.x(packed), Packed.y(packed));
  }
}
