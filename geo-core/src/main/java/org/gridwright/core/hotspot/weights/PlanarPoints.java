package org.gridwright.core.hotspot.weights;

/** Places in a plane whose coordinates are metres. */
public final class PlanarPoints implements PlacePoints {

  private static final double RELATIVE_SLACK = 1e-12;

  private final double[] x;
  private final double[] y;
  private final double rounding;

  private PlanarPoints(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(x[i]), Math.abs(y[i])));
    }
    this.rounding = 4 * Math.ulp(largest);
  }

  /**
   * Places.
   *
   * @param x metres east, finite
   * @param y metres north, finite
   */
  public static PlanarPoints of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("each place needs two ordinates");
    }
    return new PlanarPoints(x.clone(), y.clone());
  }

  @Override
  public int size() {
    return x.length;
  }

  @Override
  public double metres(int i, int j) {
    return Math.hypot(x[i] - x[j], y[i] - y[j]);
  }

  @Override
  public boolean isWithin(int i, int j, double metres) {
    double dx = x[i] - x[j];
    double dy = y[i] - y[j];
    double reach = metres + slack(metres);
    return dx * dx + dy * dy <= reach * reach;
  }

  @Override
  public double slack(double metres) {
    return RELATIVE_SLACK * metres + rounding;
  }

  @Override
  public double x(int place) {
    return x[place];
  }

  @Override
  public double y(int place) {
    return y[place];
  }

  @Override
  public double reachX(int place, double metres) {
    return metres + slack(metres);
  }

  @Override
  public double reachY(int place, double metres) {
    return metres + slack(metres);
  }
}
