package org.gridwright.data.exchange;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Decodes the geometry blobs of a GeoPackage (OGC 12-128r18, 2.1.3): a header before well-known
 * binary. For one thread.
 */
final class GeoPackageGeometry {

  /** No geometry. */
  static final Read NONE = new Read(null, false);

  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
  private static final int HEADER_BYTES = 8;

  private final CircularArcs arcs;

  /** Takes arcs as they come, and counts them. */
  GeoPackageGeometry(CircularArcs arcs) {
    this.arcs = arcs;
  }

  /**
   * @param geometry null where the row has none, or an empty one
   * @param heights whether positions had heights, which are left out
   */
  record Read(@Nullable Geometry geometry, boolean heights) {}

  /**
   * @throws InputException when the blob is no geometry
   */
  Read read(byte @Nullable [] blob, Source source) {
    if (blob == null) {
      return NONE;
    }
    if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      throw InputException.at(source, "input.geometry-malformed");
    }
    int indicator = blob[3] >> 1 & 7;
    if (indicator >= ENVELOPE_BYTES.length
        || blob.length < HEADER_BYTES + ENVELOPE_BYTES[indicator]) {
      throw InputException.at(source, "input.geometry-malformed");
    }
    int start = HEADER_BYTES + ENVELOPE_BYTES[indicator];
    arcs.begin();
    WkbGeometry wkb =
        new WkbGeometry(ByteBuffer.wrap(blob, start, blob.length - start), source, arcs);
    Geometry geometry = wkb.read();
    geometry.apply(new Ordinates(source));
    return new Read(geometry, wkb.heights());
  }

  /** Refuses ordinates that are no numbers. */
  private record Ordinates(Source source) implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence points, int i) {
      if (!Double.isFinite(points.getX(i)) || !Double.isFinite(points.getY(i))) {
        throw InputException.at(
            source, "input.ordinate-not-number", points.getX(i) + " " + points.getY(i));
      }
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }
}
