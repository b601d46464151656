package org.gridwright.core.ground;

import java.util.List;
import java.util.Optional;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Areas as they are measured and laid over each other: the same ground in rings that neither cross
 * nor run along each other. What even–odd over all rings encloses stays, so that both loops of a
 * ring that crosses itself count. Pure and thread-safe.
 */
public final class ValidArea {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private ValidArea() {}

  /**
   * What an area encloses: the same object where its rings are valid, and empty where it encloses
   * nothing.
   */
  public static Optional<LatticeMultiPolygon> of(LatticeMultiPolygon area) {
    return SimpleRing.isOnly(area) || LatticeJts.toSteps(area).isValid()
        ? Optional.of(area)
        : drawnAnew(area, Progress.NONE);
  }

  /** What an area encloses, in lattice steps. */
  public static Geometry steps(LatticeMultiPolygon area) {
    return steps(area, Progress.NONE);
  }

  /**
   * As {@link #steps(LatticeMultiPolygon)}, watched.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Geometry steps(LatticeMultiPolygon area, Progress progress) {
    progress.checkpoint();
    Geometry drawn = LatticeJts.toSteps(area);
    return drawn.isValid() ? drawn : steps(drawnAnew(area, progress));
  }

  /** As {@link #steps(LatticeMultiPolygon)}, of an area that is in lattice steps already. */
  public static Geometry steps(Geometry drawn) {
    return drawn.isValid() ? drawn : steps(drawnAnew(LatticeJts.fromSteps(drawn), Progress.NONE));
  }

  private static Geometry steps(Optional<LatticeMultiPolygon> area) {
    return area.<Geometry>map(LatticeJts::toSteps).orElseGet(FACTORY::createMultiPolygon);
  }

  private static Optional<LatticeMultiPolygon> drawnAnew(
      LatticeMultiPolygon area, Progress progress) {
    Arrangement arrangement = Arrangement.divided(List.of(area), List.of(), progress);
    return arrangement.area(
        arrangement.boundedFaces().filter(face -> arrangement.depth(face) == 1).toArray());
  }
}
