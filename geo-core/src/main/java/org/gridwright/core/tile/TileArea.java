package org.gridwright.core.tile;

import java.util.List;

/**
 * What a tile shows of one area: polygons of rings, an outer one first and then its holes. A ring
 * is {@code x0, y0, x1, y1, …} without its first point again, in 4096ths of the tile from its
 * northwest corner, y southward; outer rings run clockwise on the map, holes against it. No ring
 * passes a point twice.
 *
 * @param index of the area among those asked for
 * @param polygons at least one
 */
public record TileArea(int index, List<List<int[]>> polygons) {

  public TileArea {
    polygons = List.copyOf(polygons);
  }
}
