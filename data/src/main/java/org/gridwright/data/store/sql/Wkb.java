package org.gridwright.data.store.sql;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.ground.PartHeap;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * Well-known binary of lattice geometry: degrees, longitude first, as doubles. Degrees of a lattice
 * ordinate are the double nearest to its decimal value, so writing and reading is exact.
 *
 * <p>Source: OGC 06-103r4, section 8. Thread-safe.
 */
public final class Wkb {

  private static final int POINT = 1;
  private static final int POLYGON = 3;
  private static final int MULTI_POLYGON = 6;

  /** Bytes of a point. */
  public static final int POINT_SIZE = 21;

  private Wkb() {}

  /** Bytes that {@link #put(ByteBuffer, LatticeMultiPolygon)} writes. */
  public static int size(LatticeMultiPolygon area) {
    int size = 9;
    for (LatticePolygon polygon : area.polygons()) {
      size += 9 + size(polygon.shell());
      for (LatticeRing hole : polygon.holes()) {
        size += size(hole);
      }
    }
    return size;
  }

  /** Writes a point, little-endian; the buffer must be little-endian. */
  public static void put(ByteBuffer out, LatticePoint point) {
    out.put((byte) 1).putInt(POINT).putDouble(point.lon()).putDouble(point.lat());
  }

  /** Writes a multipolygon, little-endian; the buffer must be little-endian. */
  public static void put(ByteBuffer out, LatticeMultiPolygon area) {
    out.put((byte) 1).putInt(MULTI_POLYGON).putInt(area.polygons().size());
    for (LatticePolygon polygon : area.polygons()) {
      out.put((byte) 1).putInt(POLYGON).putInt(1 + polygon.holes().size());
      put(out, polygon.shell());
      polygon.holes().forEach(hole -> put(out, hole));
    }
  }

  /** What was put into a {@link #buffer}, which is full; not a copy. */
  @SuppressWarnings("ByteBufferBackingArray") // the whole array is the buffer's
  public static byte[] bytes(ByteBuffer buffer) {
    return buffer.array();
  }

  /** A buffer of the given size for the {@code put} methods. */
  public static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads a point at the buffer's position, in either byte order. */
  public static LatticePoint readPoint(ByteBuffer in) {
    require(header(in), POINT);
    return LatticePoint.ofDegrees(in.getDouble(), in.getDouble());
  }

  /**
   * Reads a multipolygon at the buffer's position, in either byte order, as the ground of its
   * parts; stores of earlier releases have parts that lie over each other.
   */
  public static LatticeMultiPolygon readArea(ByteBuffer in) {
    require(header(in), MULTI_POLYGON);
    int count = in.getInt();
    List<LatticePolygon> polygons = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      require(header(in), POLYGON);
      int holes = in.getInt() - 1;
      LatticeRing shell = readRing(in);
      List<LatticeRing> inner = new ArrayList<>(Math.max(holes, 0));
      for (int k = 0; k < holes; k++) {
        inner.add(readRing(in));
      }
      polygons.add(new LatticePolygon(shell, inner));
    }
    return PartHeap.ground(new LatticeMultiPolygon(polygons));
  }

  private static int size(LatticeRing ring) {
    return 4 + 16 * ring.size();
  }

  private static void put(ByteBuffer out, LatticeRing ring) {
    out.putInt(ring.size());
    for (int i = 0; i < ring.size(); i++) {
      out.putDouble(Lattice.degrees(ring.x(i))).putDouble(Lattice.degrees(ring.y(i)));
    }
  }

  private static LatticeRing readRing(ByteBuffer in) {
    int[] xy = new int[2 * in.getInt()];
    for (int i = 0; i < xy.length; i += 2) {
      xy[i] = Lattice.longitude(in.getDouble());
      xy[i + 1] = Lattice.latitude(in.getDouble());
    }
    return LatticeRing.of(xy);
  }

  private static int header(ByteBuffer in) {
    in.order(in.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return in.getInt();
  }

  private static void require(int type, int expected) {
    if (type != expected) {
      throw new IllegalStateException("stored geometry has WKB type " + type + ", not " + expected);
    }
  }
}
