package org.gridwright.core.hotspot.density;

/** The shape of a kernel, which is round and has a volume of 1. */
public enum DensityKernel {
  /** exp(−r²/2h²) / 2πh²; h is the standard deviation. */
  GAUSSIAN,
  /** 3 (1 − r²/h²)² / πh² up to the radius h, and nothing beyond. */
  QUARTIC;

  /** Gaussian kernels are cut off here, at 1e-16 of their top. */
  private static final double GAUSSIAN_REACH = 8.6;

  /** Metres beyond which there is nothing of the kernel. */
  double reach(double bandwidth) {
    return this == GAUSSIAN ? GAUSSIAN_REACH * bandwidth : bandwidth;
  }

  /** The kernel at a distance, by square metre. */
  double at(double squaredMetres, double bandwidth) {
    double square = bandwidth * bandwidth;
    if (this == GAUSSIAN) {
      return Math.exp(-squaredMetres / (2 * square)) / (2 * Math.PI * square);
    }
    double inside = Math.max(0, 1 - squaredMetres / square);
    return 3 * inside * inside / (Math.PI * square);
  }

  /** What of the kernel's volume lies beyond a distance. */
  double beyond(double squaredMetres, double bandwidth) {
    double square = bandwidth * bandwidth;
    if (this == GAUSSIAN) {
      return Math.exp(-squaredMetres / (2 * square));
    }
    double inside = Math.max(0, 1 - squaredMetres / square);
    return inside * inside * inside;
  }
}
