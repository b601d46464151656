package org.gridwright.data.exchange;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Decodes the geometry blobs of GeoPackage (OGC 12-128r18, 2.1.3): a header before ISO WKB. */
final class GeoPackageGeometry {

  /** No geometry. */
  static final Read NONE = new Read(null, false);

  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
  private static final GeometryFactory PACKED =
      new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

  private GeoPackageGeometry() {}

  /**
   * @param geometry null where the row has none, or an empty one
   * @param heights whether positions had more than two ordinates
   */
  record Read(@Nullable Geometry geometry, boolean heights) {}

  static Read read(byte @Nullable [] blob, Source source) {
    if (blob == null) {
      return NONE;
    }
    if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      throw InputException.at(source, "input.geometry-malformed");
    }
    int indicator = blob[3] >> 1 & 7;
    if (indicator >= ENVELOPE_BYTES.length || blob.length < 8 + ENVELOPE_BYTES[indicator]) {
      throw InputException.at(source, "input.geometry-malformed");
    }
    byte[] wkb = Arrays.copyOfRange(blob, 8 + ENVELOPE_BYTES[indicator], blob.length);
    try {
      Geometry geometry = new WKBReader(PACKED).read(wkb);
      Ordinates ordinates = new Ordinates(source);
      geometry.apply(ordinates);
      return new Read(geometry, ordinates.heights);
    } catch (ParseException | IllegalArgumentException e) {
      throw InputException.because(e, source, "input.geometry-malformed");
    }
  }

  /** Refuses ordinates that are no numbers, and notices heights. */
  private static final class Ordinates implements CoordinateSequenceFilter {

    private final Source source;
    private boolean heights;

    private Ordinates(Source source) {
      this.source = source;
    }

    @Override
    public void filter(CoordinateSequence points, int i) {
      heights |= points.getDimension() > 2;
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
