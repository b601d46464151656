package org.gridwright.core.cells;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;

/**
 * Regular hexagons with a corner pointing north.
 *
 * <p>A hexagon is named by its axial coordinates q (columns, eastward) and r (rows, northward); see
 * A. Patel, "Hexagonal Grids", 2013, for the rounding.
 *
 * @param frame the plane, good for some 30 km; its origin is the centre of the hexagon (0, 0)
 * @param widthMetres from flat side to flat side
 */
public record HexGrid(LocalFrame frame, double widthMetres) implements CellGrid {

  private static final double SQRT3 = Math.sqrt(3);

  /** Half widths eastward, and thirds of a row northward, from the centre; counter-clockwise. */
  private static final int[][] CORNERS = {{1, -1}, {1, 1}, {0, 2}, {-1, 1}, {-1, -1}, {0, -2}};

  /** A hexagon by its axial coordinates. */
  public record Hex(int q, int r) {}

  /** The hexagon that holds a point. */
  public Hex at(LatticePoint point) {
    double east = (point.x() - frame.x0()) * frame.east();
    double north = (point.y() - frame.y0()) * frame.north();
    double r = north * 2 / SQRT3 / widthMetres;
    double q = east / widthMetres - r / 2;
    double s = -q - r;
    long roundQ = Math.round(q);
    long roundR = Math.round(r);
    long roundS = Math.round(s);
    double offQ = Math.abs(roundQ - q);
    double offR = Math.abs(roundR - r);
    double offS = Math.abs(roundS - s);
    if (offQ > offR && offQ > offS) {
      roundQ = -roundR - roundS;
    } else if (offR > offS) {
      roundR = -roundQ - roundS;
    }
    return new Hex(Math.toIntExact(roundQ), Math.toIntExact(roundR));
  }

  /** The outline of a hexagon. */
  public LatticeMultiPolygon outline(Hex hex) {
    int[] xy = new int[2 * (CORNERS.length + 1)];
    for (int i = 0; i <= CORNERS.length; i++) {
      long corner = corner(hex.q(), hex.r(), i % CORNERS.length);
      xy[2 * i] = Packed.x(corner);
      xy[2 * i + 1] = Packed.y(corner);
    }
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }

  @Override
  public double squareMetres() {
    return SQRT3 / 2 * widthMetres * widthMetres;
  }

  /** Each hexagon brings the sides to its east, north-east and north-west. */
  @Override
  public List<LatticeLine> edgesOver(LatticeEnvelope box) {
    CellRange range = CellRange.over(box, frame, widthMetres, SQRT3 / 2 * widthMetres);
    List<LatticeLine> edges = new ArrayList<>();
    for (int r = range.firstRow(); r <= range.lastRow(); r++) {
      int west = range.firstColumn() - Math.floorDiv(r, 2);
      for (int q = west; q - west <= range.lastColumn() - range.firstColumn(); q++) {
        for (int side = 0; side < 3; side++) {
          CellRange.addEdge(corner(q, r, side), corner(q, r, side + 1), edges);
        }
      }
    }
    return edges;
  }

  @Override
  public long countOver(LatticeEnvelope box) {
    return CellRange.count(box, frame, widthMetres, SQRT3 / 2 * widthMetres);
  }

  @Override
  public List<LaidCell> cellsOver(LatticeEnvelope box) {
    CellRange range = CellRange.over(box, frame, widthMetres, SQRT3 / 2 * widthMetres);
    List<LaidCell> cells = new ArrayList<>();
    for (int r = range.firstRow(); r <= range.lastRow(); r++) {
      int west = range.firstColumn() - Math.floorDiv(r, 2);
      for (int q = west; q - west <= range.lastColumn() - range.firstColumn(); q++) {
        cells.add(new LaidCell(q, r, outline(new Hex(q, r))));
      }
    }
    return cells;
  }

  /** A corner by its position in {@link #CORNERS}, {@link Packed}. */
  private long corner(int q, int r, int i) {
    return frame.point(
        (2.0 * q + r + CORNERS[i][0]) * widthMetres / 2,
        (3.0 * r + CORNERS[i][1]) * widthMetres / (2 * SQRT3));
  }
}
