package org.gridwright.core.hotspot.weights;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.gridwright.core.message.Message;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.work.Progress;

/**
 * Adjacency read off the arcs of a partition: rook where two units lie on the two sides of an arc,
 * queen where they meet around a node. No geometry is computed; takes time linear in the arcs. What
 * nobody owns is no neighbour and links nobody.
 */
public final class ArcContiguity {

  private final Partition partition;
  private final int[] unitOfGrid;
  private final LinkList links;
  private int[] around = new int[8];

  private ArcContiguity(Partition partition, int[] unitOfGrid, int units) {
    this.partition = partition;
    this.unitOfGrid = unitOfGrid;
    this.links = new LinkList(units, 3 * partition.arcCount());
  }

  /** The contiguity of the grids; place i is grid i. */
  public static SpatialWeights of(Adjacency contiguity, Partition partition) {
    int grids = partition.gridCount();
    return of(contiguity, partition, IntStream.range(0, grids).toArray(), grids);
  }

  /**
   * The contiguity of units that consist of grids, such as those of an upper level.
   *
   * @param unitOfGrid the unit of each grid, from 0, as {@code Plan.ancestorsOfGrids} tells it
   * @param units number of units
   */
  public static SpatialWeights of(
      Adjacency contiguity, Partition partition, int[] unitOfGrid, int units) {
    ArcContiguity reader = new ArcContiguity(partition, unitOfGrid, units);
    if (contiguity == Adjacency.ROOK) {
      reader.readSides();
    } else {
      reader.readNodes();
    }
    return reader.links.weights();
  }

  /**
   * As above, and units too that face each other across what nobody owns, such as a river.
   *
   * @param metres how wide it may be; above 0
   */
  public static SpatialWeights across(
      Adjacency adjacency,
      Partition partition,
      int[] unitOfGrid,
      int units,
      double metres,
      Progress progress) {
    if (!(metres > 0 && metres < Double.POSITIVE_INFINITY)) {
      throw new WeightsException(Message.core("hotspot.across", metres));
    }
    ArcContiguity reader = read(adjacency, partition, unitOfGrid, units);
    AcrossGaps.link(partition, unitOfGrid, metres, reader.links, progress);
    return reader.links.weights();
  }

  private static ArcContiguity read(
      Adjacency adjacency, Partition partition, int[] unitOfGrid, int units) {
    ArcContiguity reader = new ArcContiguity(partition, unitOfGrid, units);
    if (adjacency == Adjacency.ROOK) {
      reader.readSides();
    } else {
      reader.readNodes();
    }
    return reader;
  }

  private void readSides() {
    for (int arc = 0; arc < partition.arcCount(); arc++) {
      if (partition.right(arc) != Partition.OUTSIDE) {
        links.link(unitOfGrid[partition.left(arc)], unitOfGrid[partition.right(arc)]);
      }
    }
  }

  private void readNodes() {
    BitSet seen = new BitSet(2 * partition.arcCount());
    for (int half = 0; half < 2 * partition.arcCount(); half++) {
      if (!seen.get(half)) {
        linkAround(half, seen);
      }
    }
  }

  /** Links all units around the node that a half-arc leaves. */
  private void linkAround(int first, BitSet seen) {
    int count = 0;
    int half = first;
    do {
      seen.set(half);
      int grid = (half & 1) == 0 ? partition.left(half >> 1) : partition.right(half >> 1);
      if (grid != Partition.OUTSIDE) {
        if (count == around.length) {
          around = Arrays.copyOf(around, 2 * count);
        }
        around[count++] = unitOfGrid[grid];
      }
      half = partition.clockwise(half);
    } while (half != first);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        links.link(around[i], around[j]);
      }
    }
  }
}
