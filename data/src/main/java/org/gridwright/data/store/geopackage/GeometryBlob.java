package org.gridwright.data.store.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.store.sql.Wkb;
import org.jspecify.annotations.Nullable;

/**
 * The geometry format of GeoPackage (clause 2.1.3): {@code "GP"}, version, flags, SRS id, for areas
 * an envelope {@code minX, maxX, minY, maxY}, then well-known binary.
 */
final class GeometryBlob {

  private static final int HEADER = 8;
  private static final int XY_ENVELOPE = 32;
  private static final byte LITTLE_ENDIAN = 1;
  private static final byte LITTLE_ENDIAN_WITH_XY_ENVELOPE = 3;
  private static final int[] ENVELOPE_SIZES = {0, 32, 48, 48, 64};
  private static final int WGS84 = 4326;

  private GeometryBlob() {}

  static byte[] of(LatticePoint point) {
    ByteBuffer out = Wkb.buffer(HEADER + Wkb.POINT_SIZE);
    header(out, LITTLE_ENDIAN);
    Wkb.put(out, point);
    return Wkb.bytes(out);
  }

  static byte[] of(LatticeMultiPolygon area) {
    ByteBuffer out = Wkb.buffer(HEADER + XY_ENVELOPE + Wkb.size(area));
    header(out, LITTLE_ENDIAN_WITH_XY_ENVELOPE);
    LatticeEnvelope box = area.envelope();
    out.putDouble(Lattice.degrees(box.minX())).putDouble(Lattice.degrees(box.maxX()));
    out.putDouble(Lattice.degrees(box.minY())).putDouble(Lattice.degrees(box.maxY()));
    Wkb.put(out, area);
    return Wkb.bytes(out);
  }

  /** The well-known binary inside. */
  static ByteBuffer wkb(byte[] blob) {
    return ByteBuffer.wrap(blob, wkbOffset(blob), blob.length - wkbOffset(blob)).slice();
  }

  /**
   * One bound of the geometry's rectangle: 0 minX, 1 maxX, 2 minY, 3 maxY. Not a number where the
   * geometry is empty or is neither a point nor has an envelope.
   */
  static double bound(byte @Nullable [] blob, int which) {
    if (blob == null || blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
      return Double.NaN;
    }
    ByteBuffer in = ByteBuffer.wrap(blob);
    if (envelopeSize(blob) > 0) {
      boolean little = (blob[3] & 1) == 1;
      return in.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
          .getDouble(HEADER + 8 * which);
    }
    in.order(blob[HEADER] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    boolean point = in.getInt(HEADER + 1) % 1000 == 1;
    return point ? in.getDouble(HEADER + 5 + (which < 2 ? 0 : 8)) : Double.NaN;
  }

  private static void header(ByteBuffer out, byte flags) {
    out.put((byte) 'G').put((byte) 'P').put((byte) 0).put(flags).putInt(WGS84);
  }

  private static int wkbOffset(byte[] blob) {
    return HEADER + envelopeSize(blob);
  }

  private static int envelopeSize(byte[] blob) {
    return ENVELOPE_SIZES[(blob[3] >> 1) & 7];
  }
}
