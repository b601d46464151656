package org.gridwright.data.demo.ground;

/**
 * Running sums of weight, area and length along a ring, so that the two sides of a cut are measured
 * in time linear in the cut. Immutable.
 */
final class RingSums {

  private final Plane plane;
  private final Density density;
  private final int size;
  private final double[] weight;
  private final double[] area;
  private final double[] length;

  RingSums(Plane plane, Density density, StreetRing ring) {
    this.plane = plane;
    this.density = density;
    size = ring.size();
    weight = new double[size + 1];
    area = new double[size + 1];
    length = new double[size + 1];
    for (int i = 0; i < size; i++) {
      double[] edge = measure(ring.x(i), ring.y(i), ring.x(ring.next(i)), ring.y(ring.next(i)));
      weight[i + 1] = weight[i] + edge[0];
      area[i + 1] = area[i] + edge[1];
      length[i + 1] = length[i] + edge[2];
    }
  }

  /**
   * One side of a cut: the ring from the cut's start forward to its end, and back along the cut.
   *
   * @param area in square metres
   * @param perimeter in metres
   * @param restPerimeter perimeter of the other side in metres
   */
  record Part(double weight, double area, double perimeter, double restPerimeter) {}

  double weight() {
    return weight[size];
  }

  /** Square metres inside the ring. */
  double area() {
    return area[size];
  }

  /** Metres around the ring. */
  double length() {
    return length[size];
  }

  Part part(StreetTracer.Trace trace) {
    double[] sum = new double[3];
    for (int k = 1; k < trace.x().length; k++) {
      double[] edge = measure(trace.x()[k - 1], trace.y()[k - 1], trace.x()[k], trace.y()[k]);
      sum[0] += edge[0];
      sum[1] += edge[1];
      sum[2] += edge[2];
    }
    double own = run(length, trace.from(), trace.to());
    return new Part(
        run(weight, trace.from(), trace.to()) - sum[0],
        run(area, trace.from(), trace.to()) - sum[1],
        own + sum[2],
        length[size] - own + sum[2]);
  }

  private double run(double[] sums, int from, int to) {
    return sums[to] - sums[from] + (to < from ? sums[size] : 0);
  }

  private double[] measure(int ax, int ay, int bx, int by) {
    double x1 = plane.metresX(ax);
    double y1 = plane.metresY(ay);
    double x2 = plane.metresX(bx);
    double y2 = plane.metresY(by);
    return new double[] {
      density.flux(x1, y1, x2, y2),
      (x1 * y2 - x2 * y1) / 2,
      Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1))
    };
  }
}
