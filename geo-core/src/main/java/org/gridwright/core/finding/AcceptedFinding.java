package org.gridwright.core.finding;

import java.time.Instant;
import java.util.List;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.measure.LocalMetric;
import org.gridwright.core.message.Message;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * An exception: a finding that a planner has accepted, as it was then. It holds for what is found
 * later as long as that is the same, or less of it.
 *
 * @param units codes in code order
 * @param place in degrees, longitude first
 * @param reason why it may stay, never blank
 * @param author who accepted it
 * @param at when
 */
public record AcceptedFinding(
    Finding.Kind kind,
    List<String> units,
    Geometry place,
    double areaSquareMetres,
    double widthMetres,
    String reason,
    String author,
    Instant at) {

  /** Points and lines that are no farther from the accepted ones are the same. */
  private static final double NEAR_METRES = 1;

  /** Measures may be this much larger, besides one lattice step. */
  private static final double LARGER = 1.01;

  private static final double STEP_METRES = 0.012;

  /**
   * @throws AcceptanceException when there is no reason
   */
  public AcceptedFinding {
    units = List.copyOf(units);
    if (reason.isBlank()) {
      throw new AcceptanceException(Message.core("finding.accepted-without-reason"));
    }
  }

  /** A finding, accepted as it is. */
  public static AcceptedFinding of(Finding finding, String reason, String author, Instant at) {
    return new AcceptedFinding(
        finding.kind(),
        finding.units(),
        finding.place(),
        finding.areaSquareMetres(),
        finding.widthMetres(),
        reason,
        author,
        at);
  }

  /**
   * Whether the exception holds for a finding: it is of the same kind and units, lies over the
   * accepted place (an area has ground in common with it, lines and points lie within 1 m of it),
   * and is neither larger nor wider, but for 1 % and one lattice step.
   */
  public boolean holdsFor(Finding finding) {
    return kind == finding.kind()
        && units.equals(finding.units())
        && finding.areaSquareMetres()
            <= LARGER * areaSquareMetres + FindingMaker.LATTICE_CELL_SQUARE_METRES
        && finding.widthMetres() <= LARGER * widthMetres + STEP_METRES
        && isPlaceOf(finding.place());
  }

  private boolean isPlaceOf(Geometry found) {
    if (place.isEmpty() || found.isEmpty()) {
      return place.isEmpty() && found.isEmpty();
    }
    if (place instanceof Polygonal != found instanceof Polygonal) {
      return false;
    }
    Geometry accepted = steps(place);
    LocalMetric metric = LocalMetric.around(accepted);
    Geometry here = valid(metric.toMetres(accepted));
    Geometry there = valid(metric.toMetres(steps(found)));
    return place instanceof Polygonal
        ? here.intersects(there) && here.intersection(there).getArea() > 0
        : here.buffer(NEAR_METRES).covers(there);
  }

  private static Geometry steps(Geometry degrees) {
    return AffineTransformation.scaleInstance(Lattice.STEPS_PER_DEGREE, Lattice.STEPS_PER_DEGREE)
        .transform(degrees);
  }

  private static Geometry valid(Geometry metres) {
    return metres.isValid() ? metres : GeometryFixer.fix(metres);
  }
}
