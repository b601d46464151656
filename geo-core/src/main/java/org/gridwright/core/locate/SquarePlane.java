package org.gridwright.core.locate;

/**
 * A square in the plane of its tile's row, and how far edges and rectangles are from its middle and
 * its corners, in metres. For one thread.
 */
final class SquarePlane {

  private final EdgeRuns runs;
  private TileRow row = TileRow.at(0, 1);
  private double planeX;
  private double middleX;
  private double middleY;
  private double halfX;
  private double halfY;
  private double nearestX;
  private double nearestY;

  SquarePlane(EdgeRuns runs) {
    this.runs = runs;
  }

  /** Takes the plane of a tile whose middle is at a longitude. */
  void take(TileRow row, double longitude) {
    this.row = row;
    this.planeX = longitude;
  }

  /** Takes a square: steps of its middle from that of the tile, and of its side. */
  void moveTo(double east, double north, double side) {
    middleX = east * row.east();
    middleY = north * row.north();
    halfX = side / 2 * row.east();
    halfY = side / 2 * row.north();
  }

  TileRow row() {
    return row;
  }

  /** Metres from the middle to the eastern side. */
  double halfX() {
    return halfX;
  }

  /** Metres from the middle to the northern side. */
  double halfY() {
    return halfY;
  }

  /** Metres east of the middle to the place measured last. */
  double nearestX() {
    return nearestX;
  }

  /** Metres north of the middle to the place measured last. */
  double nearestY() {
    return nearestY;
  }

  /** From a corner to the edge that ends at a point: bit 0 for the east, bit 1 for the north. */
  double fromCorner(int corner, int k) {
    return metres(
        k,
        middleX + ((corner & 1) == 0 ? -halfX : halfX),
        middleY + ((corner & 2) == 0 ? -halfY : halfY));
  }

  /** From the middle to the edge that ends at a point. */
  double metres(int k) {
    return metres(k, middleX, middleY);
  }

  private double metres(int k, double fromX, double fromY) {
    int[] xy = runs.xy;
    double ax = (xy[2 * k - 2] - planeX) * row.east() - fromX;
    double ay = (xy[2 * k - 1] - row.middle()) * row.north() - fromY;
    double dx = ((double) xy[2 * k] - xy[2 * k - 2]) * row.east();
    double dy = ((double) xy[2 * k + 1] - xy[2 * k - 1]) * row.north();
    double t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
    nearestX = ax + t * dx;
    nearestY = ay + t * dy;
    return Math.sqrt(nearestX * nearestX + nearestY * nearestY);
  }

  /** From the middle to the rectangle of a node of the tree. */
  double metresToBox(int node) {
    int[] boxes = runs.boxes;
    int at = 4 * node;
    double west = (boxes[at] - planeX) * row.east() - middleX;
    double south = (boxes[at + 1] - row.middle()) * row.north() - middleY;
    double east = (boxes[at + 2] - planeX) * row.east() - middleX;
    double north = (boxes[at + 3] - row.middle()) * row.north() - middleY;
    nearestX = Math.max(west, Math.min(east, 0));
    nearestY = Math.max(south, Math.min(north, 0));
    return Math.sqrt(nearestX * nearestX + nearestY * nearestY);
  }
}
