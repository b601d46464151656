package org.gridwright.core.hotspot.weights;

import org.gridwright.core.lattice.BoxTree;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Envelope;

/**
 * Units that face each other across what nobody owns, such as a river, within some metres: the
 * other bank is looked for from each corner of an outer arc, on its outer side only, so that units
 * along one straight bank are not linked by this. Distances are those in the plane about the
 * corner. Takes O(n log n) for n points of outer arcs, and more where the distance reaches far
 * beyond the gap.
 */
final class AcrossGaps {

  private final Partition partition;
  private final int[] unitOfGrid;
  private final double metres;
  private final LinkList links;
  private int[] segments = new int[0];
  private int[] gridOf = new int[0];

  private AcrossGaps(Partition partition, int[] unitOfGrid, double metres, LinkList links) {
    this.partition = partition;
    this.unitOfGrid = unitOfGrid;
    this.metres = metres;
    this.links = links;
  }

  /** Adds the links. */
  static void link(
      Partition partition, int[] unitOfGrid, double metres, LinkList links, Progress progress) {
    AcrossGaps across = new AcrossGaps(partition, unitOfGrid, metres, links);
    across.collect();
    across.search(progress);
  }

  private void collect() {
    int count = 0;
    for (int arc = 0; arc < partition.arcCount(); arc++) {
      count += isOuter(arc) ? partition.arcSize(arc) - 1 : 0;
    }
    segments = new int[4 * count];
    gridOf = new int[count];
    int at = 0;
    for (int arc = 0; arc < partition.arcCount(); arc++) {
      for (int i = 1; isOuter(arc) && i < partition.arcSize(arc); i++) {
        segments[4 * at] = partition.arcX(arc, i - 1);
        segments[4 * at + 1] = partition.arcY(arc, i - 1);
        segments[4 * at + 2] = partition.arcX(arc, i);
        segments[4 * at + 3] = partition.arcY(arc, i);
        gridOf[at++] = partition.left(arc);
      }
    }
  }

  private boolean isOuter(int arc) {
    return partition.right(arc) == Partition.OUTSIDE;
  }

  private void search(Progress progress) {
    int[] boxes = new int[segments.length];
    for (int s = 0; s < gridOf.length; s++) {
      boxes[4 * s] = Math.min(segments[4 * s], segments[4 * s + 2]);
      boxes[4 * s + 1] = Math.min(segments[4 * s + 1], segments[4 * s + 3]);
      boxes[4 * s + 2] = Math.max(segments[4 * s], segments[4 * s + 2]);
      boxes[4 * s + 3] = Math.max(segments[4 * s + 1], segments[4 * s + 3]);
    }
    BoxTree tree = new BoxTree(boxes);
    for (int s = 0; s < gridOf.length; s++) {
      if (s % 1024 == 0) {
        progress.at(s, gridOf.length);
      }
      int from = s;
      for (int end = 0; end < 4; end += 2) {
        int corner = end;
        long point = Packed.of(segments[4 * s + end], segments[4 * s + end + 1]);
        LocalFrame frame = LocalFrame.at(point);
        Envelope reach = frame.within(metres);
        tree.visit(
            (int) Math.floor(reach.getMinX()),
            (int) Math.floor(reach.getMinY()),
            (int) Math.ceil(reach.getMaxX()),
            (int) Math.ceil(reach.getMaxY()),
            to -> examine(from, corner, to, frame));
      }
    }
  }

  /** Links the units of two outer segments where the second faces a corner of the first. */
  private void examine(int from, int corner, int to, LocalFrame frame) {
    int a = unitOfGrid[gridOf[from]];
    int b = unitOfGrid[gridOf[to]];
    if (a != b
        && isOutside(from, segments[4 * to], segments[4 * to + 1])
        && isOutside(from, segments[4 * to + 2], segments[4 * to + 3])
        && isOutside(to, segments[4 * from + corner], segments[4 * from + corner + 1])
        && frame.metresToEdge(end(to, 0), end(to, 2)) <= metres) {
      links.link(a, b);
    }
  }

  private long end(int segment, int end) {
    return Packed.of(segments[4 * segment + end], segments[4 * segment + end + 1]);
  }

  /** Whether a point lies on the side of a segment that nobody owns, its right. */
  private boolean isOutside(int segment, int x, int y) {
    return Lattice.orientation(
            segments[4 * segment],
            segments[4 * segment + 1],
            segments[4 * segment + 2],
            segments[4 * segment + 3],
            x,
            y)
        < 0;
  }
}
