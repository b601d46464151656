package org.gridwright.core.tile;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PlacementBatch;

/**
 * Who owns each of {@link #SIDE} by {@link #SIDE} pixels of a tile: exactly the owner of the
 * lattice point nearest to the pixel's middle.
 *
 * <p>Encoded: row by row from the northwest, a number of 32 bits for each pixel, the low byte
 * first, less the number of the pixel above it (modulo 2<sup>32</sup>; the first row as it is); all
 * of it compressed as zlib does (RFC 1950). Most pixels have the owner of the one above, so that
 * most bytes are zero.
 */
public final class OwnerTile {

  /** Pixels to a side. */
  public static final int SIDE = 512;

  /** The bit of a pixel whose middle several units claim; see {@link #marked}. */
  public static final int CONTESTED = 1 << 31;

  private static final int FASTEST = 1;

  private OwnerTile() {}

  /**
   * The owners of all pixels, row by row; takes a look-up for each.
   *
   * @param numbers what stands for owner k at position k; 0 at position 0, for nobody
   */
  public static int[] owners(Locator locator, TileAddress tile, int[] numbers) {
    int[] x = longitudes(tile);
    int[] y = new int[SIDE];
    int[] owners = new int[SIDE * SIDE];
    int[] row = new int[SIDE];
    for (int line = 0; line < SIDE; line++) {
      Arrays.fill(y, latitude(tile, line));
      locator.owners(x, y, 0, SIDE, row);
      for (int column = 0; column < SIDE; column++) {
        owners[line * SIDE + column] = numbers[row[column]];
      }
    }
    return owners;
  }

  /**
   * The same, with {@link #CONTESTED} set where the pixel's middle is claimed by owners that
   * different numbers stand for.
   *
   * @param numbers as above; all of them positive
   */
  public static int[] marked(Locator locator, TileAddress tile, int[] numbers) {
    int[] x = longitudes(tile);
    int[] y = new int[SIDE];
    int[] owners = new int[SIDE * SIDE];
    PlacementBatch row = new PlacementBatch();
    for (int line = 0; line < SIDE; line++) {
      Arrays.fill(y, latitude(tile, line));
      locator.contacts(x, y, 0, SIDE, row);
      for (int column = 0; column < SIDE; column++) {
        int number = numbers[row.owner(column)];
        owners[line * SIDE + column] =
            isContested(row, column, number, numbers) ? number | CONTESTED : number;
      }
    }
    return owners;
  }

  private static boolean isContested(PlacementBatch row, int at, int number, int[] numbers) {
    for (int k = 0; k < row.contestedCount(at); k++) {
      if (numbers[row.contested(at, k)] != number) {
        return true;
      }
    }
    return false;
  }

  private static int[] longitudes(TileAddress tile) {
    int[] x = new int[SIDE];
    for (int column = 0; column < SIDE; column++) {
      x[column] = Mercator.longitude(tile.x() * tile.side() + (column + 0.5) * tile.side() / SIDE);
    }
    return x;
  }

  private static int latitude(TileAddress tile, int line) {
    return Mercator.latitude(tile.y() * tile.side() + (line + 0.5) * tile.side() / SIDE);
  }

  /** A tile of owners as bytes. */
  public static byte[] encoded(int[] owners) {
    byte[] raw = new byte[4 * owners.length];
    for (int i = 0; i < owners.length; i++) {
      int number = owners[i] - (i < SIDE ? 0 : owners[i - SIDE]);
      for (int k = 0; k < 4; k++) {
        raw[4 * i + k] = (byte) (number >>> (8 * k));
      }
    }
    Deflater deflater = new Deflater(FASTEST);
    try {
      deflater.setInput(raw);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
      byte[] chunk = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
