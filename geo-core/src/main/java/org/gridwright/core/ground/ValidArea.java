package org.gridwright.core.ground;

import java.util.List;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Areas as an overlay needs them: the same ground in rings that neither cross nor run along each
 * other. Pure and thread-safe.
 */
public final class ValidArea {

  private static final Geometry NOTHING = new GeometryFactory().createMultiPolygon();

  private ValidArea() {}

  /**
   * What even–odd over all rings of an area encloses.
   *
   * @return in lattice steps; the area as it is where that is valid, and empty where it encloses
   *     nothing
   */
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
    return drawn.isValid() ? drawn : drawnAnew(area, progress);
  }

  /** As {@link #steps(LatticeMultiPolygon)}, of an area that is in lattice steps already. */
  public static Geometry of(Geometry steps) {
    return steps.isValid() ? steps : drawnAnew(LatticeJts.fromSteps(steps), Progress.NONE);
  }

  private static Geometry drawnAnew(LatticeMultiPolygon area, Progress progress) {
    Arrangement arrangement = Arrangement.divided(List.of(area), List.of(), progress);
    int[] inside =
        arrangement.boundedFaces().filter(face -> arrangement.depth(face) == 1).toArray();
    return arrangement.area(inside).<Geometry>map(LatticeJts::toSteps).orElseGet(NOTHING::copy);
  }
}
