package org.gridwright.data.demo.ground;

import java.util.Arrays;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * A simple closed ring of lattice points, counter-clockwise, whose every edge knows the road it
 * runs along. Edge {@code i} leads from point {@code i} to point {@code i + 1}, the last one back
 * to point 0. Immutable.
 */
public final class StreetRing {

  private final int[] x;
  private final int[] y;
  private final int[] road;
  private final int[] metre;

  /**
   * Takes ownership of the arrays, all of one length.
   *
   * @param road road of each edge; see {@link Road}
   * @param metre metres along the road where the edge starts; {@code ~metres} where the edge runs
   *     against the road's direction
   */
  StreetRing(int[] x, int[] y, int[] road, int[] metre) {
    this.x = x;
    this.y = y;
    this.road = road;
    this.metre = metre;
  }

  /** Number of points, none repeated. */
  public int size() {
    return x.length;
  }

  public int x(int i) {
    return x[i];
  }

  public int y(int i) {
    return y[i];
  }

  public int road(int i) {
    return road[i];
  }

  /** Metres along the road at edge {@code i}. */
  public int metre(int i) {
    return metre[i] < 0 ? ~metre[i] : metre[i];
  }

  /** Whether the ring lies to the left of the road at edge {@code i}. */
  public boolean leftOfRoad(int i) {
    return metre[i] >= 0;
  }

  int next(int i) {
    return i + 1 == x.length ? 0 : i + 1;
  }

  /** Exact even-odd test; points on the ring may go either way. */
  public boolean holds(int px, int py) {
    boolean inside = false;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if (y[i] > py != y[j] > py) {
        long side =
            ((long) x[j] - x[i]) * ((long) py - y[i]) - ((long) y[j] - y[i]) * ((long) px - x[i]);
        if (side > 0 == y[j] > y[i]) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  /**
   * The ring that follows this one from point {@code from} forward to point {@code to} and returns
   * along the curve, which leads from {@code from} to {@code to} when {@code back} and the other
   * way otherwise.
   *
   * @param cx longitudes of the curve, end points included
   */
  StreetRing closedBy(
      int from, int to, int[] cx, int[] cy, int newRoad, int[] along, boolean back) {
    int own = Math.floorMod(to - from, x.length);
    int n = own + cx.length - 1;
    int[] nx = new int[n];
    int[] ny = new int[n];
    int[] nroad = new int[n];
    int[] nmetre = new int[n];
    for (int k = 0, i = from; k < own; k++, i = next(i)) {
      nx[k] = x[i];
      ny[k] = y[i];
      nroad[k] = road[i];
      nmetre[k] = metre[i];
    }
    int last = cx.length - 1;
    for (int k = 0; k < last; k++) {
      int c = back ? last - k : k;
      nx[own + k] = cx[c];
      ny[own + k] = cy[c];
      nroad[own + k] = newRoad;
      nmetre[own + k] = back ? ~along[c - 1] : along[c];
    }
    return new StreetRing(nx, ny, nroad, nmetre);
  }

  /**
   * Points {@code from} (inclusive) forward to {@code to} (exclusive), then the other's likewise.
   */
  StreetRing joined(int from, int to, StreetRing other, int otherFrom, int otherTo) {
    int own = Math.floorMod(to - from, x.length);
    int n = own + Math.floorMod(otherTo - otherFrom, other.x.length);
    int[][] columns = new int[4][n];
    int i = from;
    int j = otherFrom;
    for (int k = 0; k < n; k++) {
      StreetRing source = k < own ? this : other;
      int at = k < own ? i : j;
      columns[0][k] = source.x[at];
      columns[1][k] = source.y[at];
      columns[2][k] = source.road[at];
      columns[3][k] = source.metre[at];
      if (k < own) {
        i = next(i);
      } else {
        j = other.next(j);
      }
    }
    return new StreetRing(columns[0], columns[1], columns[2], columns[3]);
  }

  /** The area inside, as a lattice value. */
  public LatticeMultiPolygon area() {
    int[] xy = new int[2 * x.length + 2];
    for (int i = 0; i < x.length; i++) {
      xy[2 * i] = x[i];
      xy[2 * i + 1] = y[i];
    }
    xy[xy.length - 2] = x[0];
    xy[xy.length - 1] = y[0];
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }

  int minX() {
    return Arrays.stream(x).min().orElseThrow();
  }

  int maxX() {
    return Arrays.stream(x).max().orElseThrow();
  }

  int minY() {
    return Arrays.stream(y).min().orElseThrow();
  }

  int maxY() {
    return Arrays.stream(y).max().orElseThrow();
  }
}
