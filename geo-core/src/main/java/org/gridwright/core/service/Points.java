package org.gridwright.core.service;

import java.util.Arrays;
import java.util.Collection;
import org.gridwright.core.lattice.LatticePoint;

/** Many points of the lattice in little memory, in the order in which they came. Immutable. */
public final class Points {

  public static final Points NONE = new Builder().build();

  private final int[] x;
  private final int[] y;

  private Points(int[] x, int[] y) {
    this.x = x;
    this.y = y;
  }

  public static Points of(Collection<LatticePoint> points) {
    Builder builder = new Builder();
    points.forEach(builder::add);
    return builder.build();
  }

  public int size() {
    return x.length;
  }

  /** Longitude of a point in lattice steps. */
  public int x(int i) {
    return x[i];
  }

  /** Latitude of a point in lattice steps. */
  public int y(int i) {
    return y[i];
  }

  int[] xs() {
    return x;
  }

  int[] ys() {
    return y;
  }

  /** Gathers points one by one. Not thread-safe. */
  public static final class Builder {

    private int[] x = new int[16];
    private int[] y = new int[16];
    private int size;

    public void add(LatticePoint point) {
      if (size == x.length) {
        x = Arrays.copyOf(x, 2 * size);
        y = Arrays.copyOf(y, 2 * size);
      }
      x[size] = point.x();
      y[size++] = point.y();
    }

    public Points build() {
      return new Points(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }
  }
}
