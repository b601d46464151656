package org.gridwright.api.cli.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.Locator;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;

/** Replaces places by a point of their grid, so that a file does not tell where exactly. */
public final class Coarsening {

  private final PlanSnapshot plan;
  private final long fewest;
  private final @Nullable LatticePoint[] labelPoints;

  /**
   * @param fewest grids with fewer records are left out altogether; 0 or 1 keeps all
   */
  public Coarsening(PlanSnapshot plan, long fewest) {
    this.plan = plan;
    this.fewest = fewest;
    this.labelPoints = new LatticePoint[plan.plan().grids().size() + 1];
  }

  /** The layer with every record at its grid's label point, and the field {@code grid}. */
  public Layer of(Layer exact) {
    List<String> columns = new ArrayList<>(exact.columns());
    columns.remove("text");
    columns.add("grid");
    return new Layer(columns, exact.shape(), () -> rows(exact));
  }

  private Stream<Row> rows(Layer exact) {
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

  private long[] counts(Layer exact) {
    long[] counts = new long[labelPoints.length];
    try (Stream<Row> rows = exact.source().open()) {
      rows.forEach(row -> counts[owner(row)]++);
    }
    return counts;
  }

  private int owner(Row row) {
    LatticePoint place = row.point();
    return place == null ? Locator.NOBODY : plan.locator().owner(place.x(), place.y());
  }

  private Row coarsened(Row row, int owner) {
    LatticePoint known = labelPoints[owner];
    if (known == null) {
      known = labelPoint(owner);
      labelPoints[owner] = known;
    }
    return row.coarsened(known, "text", "grid", plan.plan().grids().get(owner - 1).code());
  }

  /** A point well inside the grid, also where its centroid is not. */
  private LatticePoint labelPoint(int owner) {
    Coordinate inside =
        InteriorPointArea.getInteriorPoint(
            LatticeJts.toDegrees(plan.plan().grids().get(owner - 1).drawnArea()));
    return LatticePoint.ofDegrees(inside.x, inside.y);
  }
}
