package org.gridwright.core.hotspot.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.ErfDifference;

/**
 * How much of a kernel around a place lies within a window. For a Gaussian kernel in a rectangle by
 * error functions; otherwise by angles: of the rays from the place, each loses what lies beyond the
 * edge that it leaves through, ∫ dθ/2π over the edges in reach, by Gauss and Legendre's rule in v
 * with distance along the edge = d sinh v, in which the integrand is smooth however near the edge
 * is. Right to 1e-10. Immutable and thread-safe; time linear in the edges in reach.
 */
final class KernelMass {

  private static final double[] NODES = {
    0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
  };
  private static final double[] WEIGHTS = {
    0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
  };

  private static final int SLOTS = 64;

  /** A place as near to an edge, in bandwidths, is on it, and is looked at a little aside. */
  private static final double ON_EDGE = 1e-12;

  private static final double ASIDE = 1e-9;

  private final StudyWindow window;
  private final DensityKernel kernel;
  private final double bandwidth;
  private final double reach;
  private final double west;
  private final double south;
  private final double slotMetres;
  private final double[][][] edgesOfSlot;
  private final double[] bounds;

  KernelMass(StudyWindow window, DensityKernel kernel, double bandwidth) {
    this.window = window;
    this.kernel = kernel;
    this.bandwidth = bandwidth;
    this.reach = kernel.reach(bandwidth);
    this.west = window.west();
    this.south = window.south();
    this.bounds = new double[] {west, south, window.east(), window.north()};
    this.slotMetres = Math.max(bounds[2] - west, bounds[3] - south) / SLOTS;
    this.edgesOfSlot = slots(window.edges());
  }

  private double[][][] slots(double[][] edges) {
    List<List<double[]>> slots = new ArrayList<>();
    for (int i = 0; i < SLOTS * SLOTS; i++) {
      slots.add(new ArrayList<>());
    }
    for (double[] edge : edges) {
      int firstColumn = slot(Math.min(edge[0], edge[2]) - reach - west);
      int lastColumn = slot(Math.max(edge[0], edge[2]) + reach - west);
      int firstRow = slot(Math.min(edge[1], edge[3]) - reach - south);
      int lastRow = slot(Math.max(edge[1], edge[3]) + reach - south);
      for (int row = firstRow; row <= lastRow; row++) {
        for (int column = firstColumn; column <= lastColumn; column++) {
          slots.get(row * SLOTS + column).add(edge);
        }
      }
    }
    return slots.stream().map(it -> it.toArray(double[][]::new)).toArray(double[][][]::new);
  }

  private int slot(double metres) {
    return (int) Math.max(0, Math.min(SLOTS - 1, Math.floor(metres / slotMetres)));
  }

  /** From 0 to 1, for a place inside the window or near it. */
  double at(double x, double y) {
    return at(x, y, window.contains(x, y));
  }

  private double between(double at, double from, double to) {
    double scale = bandwidth * Math.sqrt(2);
    return ErfDifference.value((from - at) / scale, (to - at) / scale) / 2;
  }

  /** The same where it is known whether the place is inside. */
  double at(double x, double y, boolean inside) {
    if (window.isRectangle() && kernel == DensityKernel.GAUSSIAN) {
      return between(x, bounds[0], bounds[2]) * between(y, bounds[1], bounds[3]);
    }
    double[][] edges = edgesOfSlot[slot(y - south) * SLOTS + slot(x - west)];
    double lost = 0;
    for (double[] edge : edges) {
      double part = beyond(edge, x, y);
      if (Double.isNaN(part)) {
        double aside = ASIDE * bandwidth;
        return at(x + aside, y + aside / 3, window.contains(x + aside, y + aside / 3));
      }
      lost += part;
    }
    return Math.max(0, Math.min(1, (inside ? 1 : 0) - lost));
  }

  /** What is lost through an edge, negative where it is seen from outside; NaN on the edge. */
  private double beyond(double[] edge, double x, double y) {
    double dx = edge[2] - edge[0];
    double dy = edge[3] - edge[1];
    double length = Math.hypot(dx, dy);
    double from = ((edge[0] - x) * dx + (edge[1] - y) * dy) / length;
    double to = ((edge[2] - x) * dx + (edge[3] - y) * dy) / length;
    double signed = ((edge[0] - x) * dy - (edge[1] - y) * dx) / length;
    double distance = Math.abs(signed);
    double nearest = from > 0 ? from : to < 0 ? to : 0;
    if (distance * distance + nearest * nearest >= reach * reach) {
      return 0;
    }
    if (distance < ON_EDGE * bandwidth) {
      return from <= 0 && to >= 0 ? Double.NaN : 0;
    }
    double most = Math.sqrt(reach * reach - distance * distance);
    double lost =
        integral(
            distance,
            asinh(Math.max(from, -most) / distance),
            asinh(Math.min(to, most) / distance));
    return Math.signum(signed) * lost / (2 * Math.PI);
  }

  private double integral(double distance, double from, double to) {
    double sharpness = Math.max(1, 1.5 * distance / bandwidth);
    int panels = (int) Math.max(1, Math.ceil((to - from) * sharpness));
    double half = (to - from) / panels / 2;
    double sum = 0;
    for (int panel = 0; panel < panels; panel++) {
      double middle = from + (2 * panel + 1) * half;
      for (int i = 0; i < NODES.length; i++) {
        sum +=
            WEIGHTS[i]
                * (ray(distance, middle + half * NODES[i])
                    + ray(distance, middle - half * NODES[i]));
      }
    }
    return sum * half;
  }

  private double ray(double distance, double v) {
    double cosh = (Math.exp(v) + Math.exp(-v)) / 2;
    double squared = distance * cosh * distance * cosh;
    return kernel.beyond(squared, bandwidth) / cosh;
  }

  private static double asinh(double value) {
    double size = Math.abs(value);
    return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), value);
  }

  /** At many places. */
  double[] at(double[] x, double[] y) {
    double[] masses = new double[x.length];
    Arrays.parallelSetAll(masses, i -> at(x[i], y[i]));
    return masses;
  }
}
