package org.gridwright.data.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.work.Progress;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;

/** Replaces places by a point of their grid, so that a file does not tell where exactly. */
public final class Coarsening {

  private final PlanSnapshot plan;
  private final long fewest;
  private final Progress progress;
  private final @Nullable LatticePoint[] labelPoints;

  /**
   * @param fewest grids with fewer records are left out altogether; 0 or 1 keeps all
   * @param progress comes to a checkpoint at each record that is counted
   */
  public Coarsening(PlanSnapshot plan, long fewest, Progress progress) {
    this.plan = plan;
    this.fewest = fewest;
    this.progress = progress;
    this.labelPoints = new LatticePoint[plan.plan().grids().size() + 1];
  }

  /** The table with every record at its grid's label point, and the field {@code grid}. */
  public Table of(Table exact) {
    List<String> columns = new ArrayList<>(exact.columns());
    columns.remove("text");
    columns.add("grid");
    return new Table(columns, exact.shape(), () -> rows(exact));
  }

  private Stream<LayerRow> rows(Table exact) {
    long[] counts = fewest > 1 ? counts(exact) : new long[0];
    return exact
        .source()
        .open()
        .flatMap(
            row -> {
              int owner = owner(row);
              boolean kept =
                  owner != Locator.NOBODY && (counts.length == 0 || counts[owner] >= fewest);
              return kept ? Stream.of(coarsened(row, owner)) : Stream.empty();
            });
  }

  private long[] counts(Table exact) {
    long[] counts = new long[labelPoints.length];
    try (Stream<LayerRow> rows = exact.source().open()) {
      rows.forEach(
          row -> {
            progress.checkpoint();
            counts[owner(row)]++;
          });
    }
    return counts;
  }

  private int owner(LayerRow row) {
    LatticePoint place = row.point();
    return place == null ? Locator.NOBODY : plan.locator().owner(place.x(), place.y());
  }

  private LayerRow coarsened(LayerRow row, int owner) {
    LatticePoint known = labelPoints[owner];
    if (known == null) {
      known = labelPoint(owner);
      labelPoints[owner] = known;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
    values.remove("text");
    values.put("grid", plan.plan().grids().get(owner - 1).code());
    return new LayerRow(row.id(), values, null, known);
  }

  /** A point well inside the grid, also where its centroid is not. */
  private LatticePoint labelPoint(int owner) {
    Coordinate inside =
        InteriorPointArea.getInteriorPoint(
            LatticeJts.toDegrees(plan.plan().grids().get(owner - 1).drawnArea()));
    return LatticePoint.ofDegrees(inside.x, inside.y);
  }
}
