package org.gridwright.data.hotspot;

import java.util.Arrays;
import java.util.function.Consumer;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.InputException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Where incidents were, in any number. Made by one thread, and not changed when it is read.
 *
 * <p>Longitudes and latitudes are in lattice steps; of a plane they are metres.
 */
public final class DensityPoints implements Consumer<LatticePoint> {

  private static final int FIRST = 1024;

  private final boolean planar;
  private double[] x = new double[FIRST];
  private double[] y = new double[FIRST];
  private int size;

  private DensityPoints(boolean planar) {
    this.planar = planar;
  }

  /** None so far, on the ground. */
  public static DensityPoints none() {
    return new DensityPoints(false);
  }

  /**
   * The incidents of a file, one a record.
   *
   * @param tell is handed what a person should know of how the file was read
   * @throws InputException when a record is at no place, or is not a point
   */
  public static DensityPoints read(HotspotFile file, Consumer<Message> tell, Progress progress) {
    DensityPoints points = new DensityPoints(file.planar());
    double scale = file.planar() ? 1 : Lattice.STEPS_PER_DEGREE;
    try (HotspotRows rows = HotspotRows.open(file, null)) {
      while (rows.hasNext(progress)) {
        Point place = point(rows, rows.next());
        points.add(place.getX() * scale, place.getY() * scale);
      }
      rows.tell(tell);
    }
    return points;
  }

  private static Point point(HotspotRows rows, Feature feature) {
    Geometry shape = rows.shape(feature);
    if (shape == null) {
      throw InputException.at(feature.source(), "hotspot.density-no-place");
    }
    if (shape instanceof Point point) {
      return point;
    }
    if (shape.getNumGeometries() == 1 && shape.getGeometryN(0) instanceof Point sole) {
      return sole;
    }
    throw InputException.at(feature.source(), "hotspot.density-no-point", shape.getGeometryType());
  }

  private void add(double atX, double atY) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
    }
    x[size] = atX;
    y[size++] = atY;
  }

  @Override
  public void accept(LatticePoint place) {
    add(place.x(), place.y());
  }

  int size() {
    return size;
  }

  boolean isPlanar() {
    return planar;
  }

  /** The rectangle around them, of those that are not in a plane. */
  LatticeEnvelope box() {
    double[] xs = x();
    double[] ys = y();
    return new LatticeEnvelope(
        (int) Math.floor(Arrays.stream(xs).min().orElseThrow()),
        (int) Math.floor(Arrays.stream(ys).min().orElseThrow()),
        (int) Math.ceil(Arrays.stream(xs).max().orElseThrow()),
        (int) Math.ceil(Arrays.stream(ys).max().orElseThrow()));
  }

  private double[] x() {
    return Arrays.copyOf(x, size);
  }

  private double[] y() {
    return Arrays.copyOf(y, size);
  }

  /** Metres east of each. */
  double[] x(DensityGround ground) {
    double[] metres = x();
    ground.plane().ifPresent(plane -> Arrays.setAll(metres, i -> plane.x(metres[i])));
    return metres;
  }

  /** Metres north of each. */
  double[] y(DensityGround ground) {
    double[] metres = y();
    ground.plane().ifPresent(plane -> Arrays.setAll(metres, i -> plane.y(metres[i])));
    return metres;
  }
}
