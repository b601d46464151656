package org.gridwright.data.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.partition.NotSeamlessException;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.Unit;

/** Who borders on whom, read off the arcs of a snapshot's partition. Immutable and thread-safe. */
public final class Neighbours {

  private final PlanSnapshot snapshot;
  private final Partition partition;

  private Neighbours(PlanSnapshot snapshot, Partition partition) {
    this.snapshot = snapshot;
    this.partition = partition;
  }

  /**
   * A unit and the length of the boundary shared with it.
   *
   * @param sharedMetres along the ellipsoid
   */
  public record Neighbour(Unit unit, double sharedMetres) {}

  /** Empty where the plan is not seamless. */
  static Optional<Neighbours> of(PlanSnapshot snapshot) {
    try {
      return Optional.of(new Neighbours(snapshot, Partition.of(snapshot.plan())));
    } catch (NotSeamlessException notSeamless) {
      return Optional.empty();
    }
  }

  /** The units of the same level that share a boundary with a unit, the longest first. */
  public List<Neighbour> of(Unit unit) {
    int depth = unit.depth();
    int self = snapshot.plan().indexOf(depth, unit.code());
    Map<Integer, Double> metres = new TreeMap<>();
    for (int arc : partition.arcsOfLevel(depth)) {
      int left = unitOf(depth, partition.left(arc));
      int right = unitOf(depth, partition.right(arc));
      if (left == self || right == self) {
        metres.merge(left == self ? right : left, partition.arcMetres(arc), Double::sum);
      }
    }
    metres.remove(Partition.OUTSIDE);
    List<Neighbour> neighbours = new ArrayList<>();
    metres.forEach(
        (index, length) ->
            neighbours.add(new Neighbour(snapshot.plan().units(depth).get(index), length)));
    neighbours.sort(Comparator.comparingDouble(Neighbour::sharedMetres).reversed());
    return neighbours;
  }

  /** The arcs of the plan, with the grids to both sides of them. */
  public Partition partition() {
    return partition;
  }

  private int unitOf(int depth, int grid) {
    return grid == Partition.OUTSIDE ? Partition.OUTSIDE : snapshot.ancestorOfGrid(depth, grid);
  }
}
