package org.gridwright.data.store.postgis;

import java.nio.ByteBuffer;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.store.sql.Wkb;

/** PostGIS's extended well-known binary: the SRID stands behind the outermost type. */
final class Ewkb {

  private static final int SRID_FLAG = 0x20000000;
  private static final int WGS84 = 4326;
  private static final int TYPE_OFFSET = 1;
  private static final int SRID_SIZE = 4;

  private Ewkb() {}

  static byte[] of(LatticePoint point) {
    ByteBuffer out = Wkb.buffer(SRID_SIZE + Wkb.POINT_SIZE).position(SRID_SIZE);
    Wkb.put(out, point);
    return withSrid(out);
  }

  static byte[] of(LatticeMultiPolygon area) {
    ByteBuffer out = Wkb.buffer(SRID_SIZE + Wkb.size(area)).position(SRID_SIZE);
    Wkb.put(out, area);
    return withSrid(out);
  }

  /** Moves byte order and type to the front and puts the SRID behind them. */
  private static byte[] withSrid(ByteBuffer out) {
    byte order = out.get(SRID_SIZE);
    int type = out.getInt(SRID_SIZE + TYPE_OFFSET);
    out.put(0, order).putInt(TYPE_OFFSET, type | SRID_FLAG).putInt(TYPE_OFFSET + 4, WGS84);
    return Wkb.bytes(out);
  }
}
