package org.gridwright.data.exchange;

import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws circular arcs with straight pieces that lie within a tolerance of them. For one thread.
 *
 * <p>Vertices stand where the whole circle would have them: at multiples of a full turn divided by
 * a power of two, counted from the east. So the same arc has the same vertices, whichever end it is
 * drawn from and by which of its points it is given, and two units that share an arc share the
 * pieces. An arc is worked out from the lesser of its two ends (by x, then y), so that the outcome
 * is the same to the last bit.
 */
final class CircularArcs {

  /** At least an octagon, so that small circles stay round. */
  private static final int LEAST_POWER = 3;

  /** Enough for a circle as large as the earth to within centimetres. */
  private static final int GREATEST_POWER = 17;

  /** Three points whose triangle is flatter than this share of its sides' product are on a line. */
  private static final double FLAT = 1e-13;

  /** More vertices than any drawn geometry has; only damage asks for them. */
  private static final long MOST_VERTICES = 1L << 22;

  /** Vertices nearer to an end of their arc would only meet it on the lattice. */
  private static final double APART_METRES = 0.05;

  /** A piece that swallows such a vertex is longer by less than half, and rises as the square. */
  private static final double LONGER = 1.5 * 1.5;

  private final double toleranceMetres;
  private final DoubleSupplier metresPerUnit;
  private double metres = Double.NaN;
  private long drawn;
  private long vertices;

  /**
   * @param toleranceMetres greatest distance from the arc
   * @param metresPerUnit metres to which one unit of the coordinates comes at most; asked for at
   *     the first arc
   */
  CircularArcs(double toleranceMetres, DoubleSupplier metresPerUnit) {
    this.toleranceMetres = toleranceMetres;
    this.metresPerUnit = metresPerUnit;
  }

  /** How many arcs were drawn; those that are straight lines do not count. */
  long drawn() {
    return drawn;
  }

  /** Begins another geometry. */
  void begin() {
    vertices = 0;
  }

  /**
   * Appends the arc from the last point of a line to (x2, y2), through (x1, y1). Where both ends
   * are the same, it is a circle and (x1, y1) lies across from them.
   *
   * @throws IllegalArgumentException when the geometry gets more vertices than can be meant
   */
  void append(CurveLine line, double x1, double y1, double x2, double y2) {
    double x0 = line.lastX();
    double y0 = line.lastY();
    if (x0 == x2 && y0 == y2) {
      circle(line, x1, y1);
      return;
    }
    boolean forward = x0 < x2 || (x0 == x2 && y0 < y2);
    Circle circle =
        forward ? Circle.through(x0, y0, x1, y1, x2, y2) : Circle.through(x2, y2, x1, y1, x0, y0);
    if (circle == null) {
      straight(line, x1, y1, x2, y2);
      return;
    }
    drawn++;
    CurveLine inner = new CurveLine();
    if (forward) {
      between(circle, x0, y0, x2, y2, inner);
    } else {
      between(circle, x2, y2, x0, y0, inner);
    }
    line.addAll(inner, !forward);
    line.add(x2, y2);
  }

  /** The middle point is part of a line only where it does not lie between the ends. */
  private static void straight(CurveLine line, double x1, double y1, double x2, double y2) {
    double x0 = line.lastX();
    double y0 = line.lastY();
    boolean between = (x1 - x0) * (x2 - x1) + (y1 - y0) * (y2 - y1) >= 0;
    if (!between) {
      line.add(x1, y1);
    }
    line.add(x2, y2);
  }

  private void circle(CurveLine line, double x1, double y1) {
    double x0 = line.lastX();
    double y0 = line.lastY();
    if (x0 == x1 && y0 == y1) {
      line.add(x0, y0);
      return;
    }
    drawn++;
    double x = x0 + (x1 - x0) / 2;
    double y = y0 + (y1 - y0) / 2;
    Circle circle = new Circle(x, y, Math.hypot(x0 - x, y0 - y), true);
    double start = Math.atan2(y0 - y, x0 - x);
    vertices(circle, start, start + 2 * Math.PI, line);
    line.add(x0, y0);
  }

  private void between(Circle circle, double x0, double y0, double x2, double y2, CurveLine line) {
    double start = Math.atan2(y0 - circle.y, x0 - circle.x);
    double end = Math.atan2(y2 - circle.y, x2 - circle.x);
    if (circle.left) {
      vertices(circle, start, end > start ? end : end + 2 * Math.PI, line);
    } else {
      CurveLine backwards = new CurveLine();
      vertices(circle, end, start > end ? start : start + 2 * Math.PI, backwards);
      line.addAll(backwards, true);
    }
  }

  /** The vertices of a circle between two angles and apart from both, counter-clockwise. */
  private void vertices(Circle circle, double from, double to, CurveLine line) {
    if (Double.isNaN(metres)) {
      metres = metresPerUnit.getAsDouble();
    }
    double radius = circle.radius * metres;
    long turn = 1L << power(radius);
    double step = 2 * Math.PI / turn;
    double apart = Math.min(step / 2, APART_METRES / radius);
    long first = (long) Math.ceil((from + apart) / step);
    long last = (long) Math.floor((to - apart) / step);
    vertices += Math.max(0, last - first);
    if (vertices > MOST_VERTICES) {
      throw new IllegalArgumentException("more than " + MOST_VERTICES + " vertices");
    }
    for (long i = first; i <= last; i++) {
      double angle = Math.floorMod(i, turn) * step;
      line.add(
          circle.x + circle.radius * Math.cos(angle), circle.y + circle.radius * Math.sin(angle));
    }
  }

  /** By which power of two a turn is divided, so that no piece is too far from its arc. */
  private int power(double radiusMetres) {
    double most = 2 * Math.acos(Math.max(-1, 1 - toleranceMetres / LONGER / radiusMetres));
    int power = LEAST_POWER;
    while (power < GREATEST_POWER && 2 * Math.PI / (1L << power) > most) {
      power++;
    }
    return power;
  }

  /**
   * A circle that an arc is part of.
   *
   * @param left whether the arc turns left, counter-clockwise
   */
  private record Circle(double x, double y, double radius, boolean left) {

    /** The circle through three points; null where they lie on a line. */
    static @Nullable Circle through(
        double x0, double y0, double x1, double y1, double x2, double y2) {
      double ax = x1 - x0;
      double ay = y1 - y0;
      double bx = x2 - x0;
      double by = y2 - y0;
      double cross = ax * by - ay * bx;
      double a = ax * ax + ay * ay;
      double b = bx * bx + by * by;
      if (!(Math.abs(cross) > FLAT * Math.sqrt(a) * Math.sqrt(b))) {
        return null;
      }
      double ux = (by * a - ay * b) / (2 * cross);
      double uy = (ax * b - bx * a) / (2 * cross);
      return new Circle(x0 + ux, y0 + uy, Math.hypot(ux, uy), cross > 0);
    }
  }
}
