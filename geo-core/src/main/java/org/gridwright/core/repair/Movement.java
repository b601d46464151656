package org.gridwright.core.repair;

import org.gridwright.core.measure.LocalMetric;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What a repair does to one unit.
 *
 * @param squareMetresBefore its area as drawn; of an outline that crosses itself, what even–odd
 *     counting finds
 * @param gainedSquareMetres ground that it covers then and not now, by snapping too
 * @param lostSquareMetres ground that it covers now and then no more, by snapping too
 * @param vertexMetres how far its farthest vertex is snapped; 0 where none is
 */
public record Movement(
    String code,
    double squareMetresBefore,
    double squareMetresAfter,
    double gainedSquareMetres,
    double lostSquareMetres,
    double vertexMetres) {

  /**
   * Of a unit from its areas before and after, in lattice steps.
   *
   * @param gained by faces that changed hands; asked only where nothing was snapped, or the area
   *     before is not valid
   * @param lost as {@code gained}
   * @param snapped whether its outline was snapped before faces changed hands
   * @param vertexMetres how far its farthest vertex was snapped
   */
  static Movement of(
      String code,
      Geometry before,
      Geometry after,
      double gained,
      double lost,
      boolean snapped,
      double vertexMetres) {
    double sizeAfter = squareMetres(after);
    if (!before.isValid()) {
      return new Movement(code, sizeAfter - gained + lost, sizeAfter, gained, lost, vertexMetres);
    }
    double sizeBefore = squareMetres(before);
    if (!snapped) {
      return new Movement(code, sizeBefore, sizeAfter, gained, lost, vertexMetres);
    }
    double kept = squareMetres(OverlayNGRobust.overlay(before, after, OverlayNG.INTERSECTION));
    return new Movement(
        code,
        sizeBefore,
        sizeAfter,
        Math.max(0, sizeAfter - kept),
        Math.max(0, sizeBefore - kept),
        vertexMetres);
  }

  private static double squareMetres(Geometry steps) {
    return LocalMetric.around(steps).squareMetres(steps);
  }
}
