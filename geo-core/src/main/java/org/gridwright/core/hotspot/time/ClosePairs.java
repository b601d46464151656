package org.gridwright.core.hotspot.time;

import java.util.Arrays;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.weights.PlacePoints;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/** The pairs of incidents within the farthest band, each once, found in strips along x. */
final class ClosePairs {

  private final int[] first;
  private final int[] second;
  private final byte[] band;
  private final long[][] partners;

  private ClosePairs(int[] first, int[] second, byte[] band, long[][] partners) {
    this.first = first;
    this.second = second;
    this.band = band;
    this.partners = partners;
  }

  static ClosePairs of(PlacePoints places, Bands bands, int most, Progress progress) {
    int n = places.size();
    int[] order = byX(places);
    double far = bands.farthest();
    int[] first = new int[Math.min(most, 16 * n + 16)];
    int[] second = new int[first.length];
    byte[] band = new byte[first.length];
    long[][] partners = new long[bands.size()][n];
    int size = 0;
    Steps steps = progress.steps(n);
    for (int i = 0; i < n; i++) {
      int a = order[i];
      double reachX = places.reachX(a, far);
      double reachY = places.reachY(a, far);
      for (int j = i + 1; j < n && places.x(order[j]) - places.x(a) <= reachX; j++) {
        int b = order[j];
        int at =
            Math.abs(places.y(b) - places.y(a)) > reachY ? -1 : bands.band(places.metres(a, b));
        if (at < 0) {
          continue;
        }
        if (size == first.length) {
          int room = grown(size, most);
          first = Arrays.copyOf(first, room);
          second = Arrays.copyOf(second, room);
          band = Arrays.copyOf(band, room);
        }
        first[size] = a;
        second[size] = b;
        band[size++] = (byte) at;
        partners[at][a]++;
        partners[at][b]++;
      }
      steps.done();
    }
    return new ClosePairs(
        Arrays.copyOf(first, size),
        Arrays.copyOf(second, size),
        Arrays.copyOf(band, size),
        partners);
  }

  private static int grown(int size, int most) {
    if (size >= most) {
      throw new HotspotException(Message.core("hotspot.pairs-many", most));
    }
    return (int) Math.min(most, 2L * size);
  }

  /** The incidents from west to east, by number where they are equal. */
  private static int[] byX(PlacePoints places) {
    Integer[] order = new Integer[places.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(places.x(a), places.x(b)));
    return Arrays.stream(order).mapToInt(it -> it).toArray();
  }

  int size() {
    return first.length;
  }

  int first(int pair) {
    return first[pair];
  }

  int second(int pair) {
    return second[pair];
  }

  int band(int pair) {
    return band[pair];
  }

  /** By band and incident, how many others are in the band. Not to be changed. */
  long[][] partners() {
    return partners;
  }
}
