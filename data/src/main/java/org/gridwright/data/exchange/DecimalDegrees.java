package org.gridwright.data.exchange;

/** Lattice ordinates as exact decimal degrees: 7 decimals, trailing zeros left out. */
public final class DecimalDegrees {

  /** Length of the longest: {@code -180.0000001}. */
  static final int MAX_LENGTH = 12;

  private DecimalDegrees() {}

  /** The decimal value of lattice steps, such as {@code -87.7047253}. */
  public static String of(int steps) {
    char[] text = new char[MAX_LENGTH];
    return new String(text, 0, write(steps, text));
  }

  /** Writes the value from position 0; returns its length. */
  static int write(int steps, char[] to) {
    long left = Math.abs((long) steps);
    int n = 0;
    if (steps < 0) {
      to[n++] = '-';
    }
    int whole = (int) (left / 10_000_000);
    int fraction = (int) (left % 10_000_000);
    if (whole >= 100) {
      to[n++] = (char) ('0' + whole / 100);
    }
    if (whole >= 10) {
      to[n++] = (char) ('0' + whole / 10 % 10);
    }
    to[n++] = (char) ('0' + whole % 10);
    if (fraction != 0) {
      to[n++] = '.';
      for (int digit = 1_000_000; fraction != 0; digit /= 10) {
        to[n++] = (char) ('0' + fraction / digit);
        fraction %= digit;
      }
    }
    return n;
  }
}
