package org.gridwright.data.hotspot.plan;

import java.util.List;
import java.util.Map;
import org.gridwright.core.hotspot.weights.Adjacency;
import org.gridwright.core.hotspot.weights.ArcContiguity;
import org.gridwright.core.hotspot.weights.DistanceWeights;
import org.gridwright.core.hotspot.weights.GeodesicPoints;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.hotspot.weights.TouchingAreas;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.tile.LabelPoint;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.snapshot.Neighbours;
import org.gridwright.data.snapshot.PlanSnapshot;

/**
 * Who is a neighbour of whom in plans; the last ones are kept. Contiguity is read off the borders
 * of a seamless plan; of others, whoever touches is a neighbour. Distances are between places
 * within the units, those of their names. Thread-safe.
 */
final class UnitLinks {

  private static final int KEPT = 8;

  private record Linked(Plan plan, int depth, NeighbourChoice neighbours) {}

  private record Placed(Plan plan, int depth) {}

  private final Map<Linked, SpatialWeights> links = new RecentlyUsed<>(KEPT);
  private final Map<Placed, GeodesicPoints> points = new RecentlyUsed<>(KEPT);

  /** The links among the units of a level, binary and without self. */
  SpatialWeights of(
      PlanSnapshot snapshot, int depth, NeighbourChoice neighbours, Progress progress) {
    Linked key = new Linked(snapshot.stored(), depth, neighbours);
    synchronized (links) {
      SpatialWeights known = links.get(key);
      if (known != null) {
        return known;
      }
    }
    SpatialWeights read =
        switch (neighbours.kind()) {
          case QUEEN -> touching(snapshot, depth, Adjacency.QUEEN, progress);
          case ROOK -> touching(snapshot, depth, Adjacency.ROOK, progress);
          case BAND ->
              DistanceWeights.band(
                  places(snapshot, depth, progress), neighbours.metres(), progress);
          case NEAREST ->
              DistanceWeights.nearest(
                  places(snapshot, depth, progress), neighbours.nearest(), progress);
        };
    synchronized (links) {
      links.put(key, read);
    }
    return read;
  }

  private static SpatialWeights touching(
      PlanSnapshot snapshot, int depth, Adjacency adjacency, Progress progress) {
    Plan plan = snapshot.plan();
    return snapshot
        .neighbours()
        .map(Neighbours::partition)
        .map(
            partition ->
                ArcContiguity.of(
                    adjacency, partition, plan.ancestorsOfGrids(depth), plan.units(depth).size()))
        .orElseGet(
            () ->
                TouchingAreas.of(
                    adjacency, plan.units(depth).stream().map(Unit::drawnArea).toList(), progress));
  }

  /** A place within each unit of a level. */
  GeodesicPoints places(PlanSnapshot snapshot, int depth, Progress progress) {
    Placed key = new Placed(snapshot.stored(), depth);
    synchronized (points) {
      GeodesicPoints known = points.get(key);
      if (known != null) {
        return known;
      }
    }
    List<Unit> units = snapshot.plan().units(depth);
    GeodesicPoints placed = GeodesicPoints.of(middles(units, progress));
    synchronized (points) {
      points.put(key, placed);
    }
    return placed;
  }

  /** A place within each unit, where its name would stand. */
  static List<LatticePoint> middles(List<Unit> units, Progress progress) {
    return units.parallelStream()
        .map(
            unit -> {
              progress.checkpoint();
              return LabelPoint.of(unit.drawnArea()).place();
            })
        .toList();
  }
}
