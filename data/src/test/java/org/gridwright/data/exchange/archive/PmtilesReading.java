package org.gridwright.data.exchange.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads archives as the specification of PMTiles 3 says; shares nothing with the writer. The number
 * of a tile is taken from the walk along the curve that the specification draws.
 */
public final class PmtilesReading {

  private final ByteBuffer file;

  public PmtilesReading(Path path) throws IOException {
    file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
  }

  public long number(int position) {
    return file.getLong(position);
  }

  public int degrees(int position) {
    return file.getInt(position);
  }

  public int octet(int position) {
    return file.get(position) & 0xFF;
  }

  public String magic() {
    return new String(file.array(), 0, 7, StandardCharsets.US_ASCII);
  }

  public String metadata() {
    return new String(unpacked(bytes(number(24), (int) number(32))), StandardCharsets.UTF_8);
  }

  /** A tile, unpacked; empty where the archive has none. */
  public Optional<byte[]> tile(int z, int x, int y) {
    long id = 0;
    for (int zoom = 0; zoom < z; zoom++) {
      id += 1L << (2 * zoom);
    }
    return find(id + along(z, x, y), number(8), (int) number(16));
  }

  private Optional<byte[]> find(long id, long offset, int length) {
    ByteBuffer directory = ByteBuffer.wrap(unpacked(bytes(offset, length)));
    int count = (int) varint(directory);
    long[] ids = new long[count];
    long[] runs = new long[count];
    long[] lengths = new long[count];
    long[] offsets = new long[count];
    for (int i = 0; i < count; i++) {
      ids[i] = varint(directory) + (i == 0 ? 0 : ids[i - 1]);
    }
    for (int i = 0; i < count; i++) {
      runs[i] = varint(directory);
    }
    for (int i = 0; i < count; i++) {
      lengths[i] = varint(directory);
    }
    for (int i = 0; i < count; i++) {
      long told = varint(directory);
      offsets[i] = told == 0 ? offsets[i - 1] + lengths[i - 1] : told - 1;
    }
    for (int i = count - 1; i >= 0; i--) {
      if (ids[i] <= id) {
        if (runs[i] == 0) {
          return find(id, number(40) + offsets[i], (int) lengths[i]);
        }
        return id < ids[i] + runs[i]
            ? Optional.of(unpacked(bytes(number(56) + offsets[i], (int) lengths[i])))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** How far a tile is along the curve, square by square: the classic recursion by quadrants. */
  private static long along(int z, int x, int y) {
    if (z == 0) {
      return 0;
    }
    int half = 1 << (z - 1);
    long quarter = (long) half * half;
    boolean east = x >= half;
    boolean south = y >= half;
    int px = x % half;
    int py = y % half;
    if (!east && !south) {
      return along(z - 1, py, px);
    }
    if (!east) {
      return quarter + along(z - 1, px, py);
    }
    return south
        ? 2 * quarter + along(z - 1, px, py)
        : 3 * quarter + along(z - 1, half - 1 - py, half - 1 - px);
  }

  private static long varint(ByteBuffer from) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = from.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private byte[] bytes(long offset, int length) {
    byte[] bytes = new byte[length];
    file.get((int) offset, bytes);
    return bytes;
  }

  private static byte[] unpacked(byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
