package org.gridwright.core.tile;

/**
 * The pixels of one tile and its margin: a square of {@code last + 1} by {@code last + 1} pixels of
 * its zoom's grid, numbered from its northwest. Immutable.
 *
 * <p>A place in the frame is counted in steps of the world from the northwest corner of pixel (0,
 * 0); a pixel holds its north and west sides, not the others, and its middle is a corner of the
 * world's grid of that fineness. Tiles are cut along the middles of the frame's rim.
 */
final class TileFrame {

  /** Units of a tile, to a side. */
  static final int EXTENT = 4096;

  /** Units around a tile that belong to the picture of its rim. */
  static final int MARGIN = 64;

  /** The number of the last pixel in a row and in a column. */
  final int last;

  /** A pixel's side is two to this power, in steps. */
  final int shift;

  private final int stride;
  private final int[] cuts;
  private final int amidFrom;
  private final int amidTo;
  private final int unitsPerPixel;
  private final int west;
  private final int north;

  /**
   * @param fineness a pixel's side in units, as a power of two, at most 6
   */
  TileFrame(TileAddress tile, int fineness) {
    this.shift = TileAddress.LAST_ZOOM - tile.z() + fineness;
    this.unitsPerPixel = 1 << fineness;
    this.last = (EXTENT + 2 * MARGIN) >> fineness;
    this.stride = Integer.SIZE - Integer.numberOfLeadingZeros(last);
    int perTile = EXTENT >> fineness;
    int margin = MARGIN >> fineness;
    this.cuts = new int[] {0, 2 * margin, last - 2 * margin, last};
    this.amidFrom = middle(cuts[1]);
    this.amidTo = middle(cuts[2]);
    int half = shift == 0 ? 0 : 1 << (shift - 1);
    this.west = ((tile.x() * perTile - margin) << shift) - half;
    this.north = ((tile.y() * perTile - margin) << shift) - half;
  }

  /** A place east of the frame's west, from the world's x. */
  int x(int world) {
    return world - west;
  }

  /** A place south of the frame's north, from the world's y. */
  int y(int world) {
    return world - north;
  }

  /** Where the middles of a column or row of pixels lie. */
  int middle(int pixel) {
    return (pixel << shift) + (shift == 0 ? 0 : 1 << (shift - 1));
  }

  /** Whether a column or row belongs to the frame. */
  boolean has(int pixel) {
    return pixel >= 0 && pixel <= last;
  }

  /** One number for a pixel, at most 26 bits long. */
  int number(int column, int row) {
    return (row << stride) | column;
  }

  int column(int number) {
    return number & ((1 << stride) - 1);
  }

  int row(int number) {
    return number >> stride;
  }

  /** The numbers of pixels are less. */
  int numbers() {
    return (last + 1) << stride;
  }

  /** Units east (or south) of the tile's corner, of the middle of a column (or row). */
  int units(int pixel) {
    return pixel * unitsPerPixel - MARGIN;
  }

  /**
   * How many columns (and rows) there are through whose middles this tile and those beside it are
   * cut.
   */
  int cuts() {
    return cuts.length;
  }

  /** One of those columns (and rows), ascending. */
  int cut(int i) {
    return cuts[i];
  }

  /** Whether two places lie in the same pixel of the zoom, in the frame or out of it. */
  boolean isOnePixel(int ax, int ay, int bx, int by) {
    return ((ax ^ bx) | (ay ^ by)) >> shift == 0;
  }

  /** Whether a place lies where no tile is cut, nor any between it and others of these. */
  boolean isAmid(int x, int y) {
    return x >= amidFrom && x < amidTo && y >= amidFrom && y < amidTo;
  }

  /** Whether tiles are cut through the middle of a column (or row). */
  boolean isCut(int pixel) {
    return pixel == 0 || pixel == cuts[1] || pixel == cuts[2] || pixel == last;
  }

  /** Whether the way from a pixel to another goes straight on in one between them. */
  boolean isStraight(int before, int pixel, int after) {
    int ax = column(pixel) - column(before);
    int ay = row(pixel) - row(before);
    int bx = column(after) - column(pixel);
    int by = row(after) - row(pixel);
    return ax * by == ay * bx && ax * bx + ay * by > 0;
  }

  /** Whether a pixel lies on the rim. */
  boolean onRim(int number) {
    int column = column(number);
    int row = row(number);
    return column == 0 || row == 0 || column == last || row == last;
  }
}
