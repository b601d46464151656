package org.gridwright.core.divide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.grid.Grids;
import org.geotools.referencing.crs.DefaultEngineeringCRS;
import org.gridwright.core.arrangement.Packed;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The edges of regular cells over a rectangle, each once, on the lattice. Cells are those of
 * GeoTools' grid module, laid out in metres.
 */
final class CellLines {

  private CellLines() {}

  static List<LatticeLine> over(LatticeEnvelope box, TessellateOptions.Cells cells, double metres) {
    Frame frame = Frame.around(box);
    double halfWidth = (box.maxX() - frame.x0()) * frame.east() + 2 * metres;
    double halfHeight = (box.maxY() - frame.y0()) * frame.north() + 2 * metres;
    ReferencedEnvelope bounds =
        new ReferencedEnvelope(
            -halfWidth, halfWidth, -halfHeight, halfHeight, DefaultEngineeringCRS.GENERIC_2D);
    SimpleFeatureSource source =
        cells == TessellateOptions.Cells.SQUARE
            ? Grids.createSquareGrid(bounds, metres)
            : Grids.createHexagonalGrid(bounds, metres / Math.sqrt(3));
    Set<Side> seen = new HashSet<>();
    List<LatticeLine> lines = new ArrayList<>();
    try (SimpleFeatureIterator cellsOfGrid = source.getFeatures().features()) {
      while (cellsOfGrid.hasNext()) {
        Coordinate[] ring = ((Geometry) cellsOfGrid.next().getDefaultGeometry()).getCoordinates();
        for (int i = 1; i < ring.length; i++) {
          Side edge = new Side(point(ring[i - 1], frame), point(ring[i], frame)).undirected();
          if (edge.from() != edge.to() && seen.add(edge)) {
            lines.add(
                LatticeLine.of(
                    Packed.x(edge.from()),
                    Packed.y(edge.from()),
                    Packed.x(edge.to()),
                    Packed.y(edge.to())));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the grid module failed in memory", e);
    }
    return lines;
  }

  /**
   * Corners that cells share differ in the last digits; millimetres are cut off first, so that they
   * come to the same lattice point.
   */
  private static long point(Coordinate metres, Frame frame) {
    double x = Math.rint(metres.x * 1e3) / 1e3;
    double y = Math.rint(metres.y * 1e3) / 1e3;
    return Packed.of(
        (int) Math.round(frame.x0() + x / frame.east()),
        (int) Math.round(frame.y0() + y / frame.north()));
  }
}
