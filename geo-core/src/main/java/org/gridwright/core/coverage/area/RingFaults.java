package org.gridwright.core.coverage.area;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Renumbering;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.ground.SimpleRing;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * The first fault of each grid whose rings do not form a valid area, by grid index. Many grids are
 * looked at in parallel; a few, as around an edit, are not worth waiting for other threads.
 */
public record RingFaults(Map<Integer, TopologyValidationError> byGrid) {

  private static final int FEW = 256;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** As {@link #of(List, Progress)}, unwatched. */
  public static RingFaults of(List<LatticeMultiPolygon> areas) {
    return of(areas, Progress.NONE);
  }

  /**
   * The faults of a list of areas, by position.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static RingFaults of(List<LatticeMultiPolygon> areas, Progress progress) {
    Steps steps = progress.steps(areas.size());
    IntStream grids = IntStream.range(0, areas.size());
    TopologyValidationError[] errors =
        (areas.size() > FEW ? grids.parallel() : grids)
            .mapToObj(
                grid -> {
                  steps.done();
                  return faultOf(areas.get(grid));
                })
            .toArray(TopologyValidationError[]::new);
    Map<Integer, TopologyValidationError> byGrid = new TreeMap<>();
    for (int grid = 0; grid < errors.length; grid++) {
      if (errors[grid] != null) {
        byGrid.put(grid, errors[grid]);
      }
    }
    return new RingFaults(byGrid);
  }

  /** The faults after a change of a few areas; only those are looked at. */
  public RingFaults after(
      List<LatticeMultiPolygon> areas, Renumbering renumbering, Progress progress) {
    Map<Integer, TopologyValidationError> after = new TreeMap<>();
    byGrid.forEach(
        (was, error) -> {
          if (renumbering.after(was) >= 0) {
            after.put(renumbering.after(was), error);
          }
        });
    for (int grid : renumbering.fresh()) {
      progress.checkpoint();
      TopologyValidationError error = faultOf(areas.get(grid));
      if (error != null) {
        after.put(grid, error);
      }
    }
    return new RingFaults(after);
  }

  /** Indices of the grids with a fault. */
  public BitSet grids() {
    BitSet grids = new BitSet();
    byGrid.keySet().forEach(grids::set);
    return grids;
  }

  /** What a fault in the rings of a unit is told as. */
  public static Finding finding(String level, String code, TopologyValidationError fault) {
    return FindingMaker.make(
        Finding.Kind.INVALID_RING,
        FACTORY.createPoint(fault.getCoordinate()),
        List.of(code),
        Finding.Kind.INVALID_RING.says(
            level, code, Wording.fault(fault), Wording.place(fault.getCoordinate())));
  }

  public static @Nullable TopologyValidationError faultOf(LatticeMultiPolygon area) {
    return SimpleRing.isOnly(area)
        ? null
        : new IsValidOp(LatticeJts.toSteps(area)).getValidationError();
  }
}
