package org.gridwright.data.demo.ground;

/**
 * A small pseudo-random generator whose sequence is fixed by this class alone, so that a seed makes
 * the same city on every JVM. SplitMix64 (Steele, Lea and Flood, 2014). Not thread-safe; {@link
 * #fork} gives independent generators.
 */
public final class Seeded {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;

  public Seeded(long seed) {
    this.seed = mix(seed + GOLDEN);
    this.state = this.seed;
  }

  /** A generator for one part of the work; depends on this one's seed only, not on its progress. */
  public Seeded fork(long part) {
    return new Seeded(seed ^ mix(part * GOLDEN + 1));
  }

  /** Uniform in [0, 1). */
  public double next() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * next();
  }

  /** Uniform in [0, bound). */
  public int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  public boolean chance(double probability) {
    return next() < probability;
  }

  /** Bell-shaped around 0 with standard deviation 1, within [-6, 6]: the sum of twelve uniforms. */
  public double bell() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += next();
    }
    return sum;
  }

  /** A scattered 64-bit value of two numbers, the same for the same numbers. */
  public static long hash(long a, long b) {
    return mix(mix(a + GOLDEN) ^ (b * GOLDEN));
  }

  private long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
