package org.gridwright.core.hotspot.time;

import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;

/** Values by place and step of time. Immutable and thread-safe; 8 bytes a bin. */
public final class SpaceTimeCube {

  private final int steps;
  private final double[] values;

  private SpaceTimeCube(int steps, double[] values) {
    this.steps = steps;
    this.values = values;
  }

  /**
   * A cube.
   *
   * @param steps from 1
   * @param values finite; of a place in a step at place × steps + step
   * @throws HotspotException when they are not so
   */
  public static SpaceTimeCube of(int steps, double... values) {
    if (steps < 1 || values.length == 0) {
      throw new HotspotException(
          Message.core(steps < 1 ? "hotspot.no-steps" : "hotspot.no-places"));
    }
    if (values.length % steps != 0) {
      throw new HotspotException(Message.core("hotspot.shape", values.length, steps));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new HotspotException(Message.core("hotspot.value", i / steps + 1));
      }
    }
    return new SpaceTimeCube(steps, values.clone());
  }

  public int places() {
    return values.length / steps;
  }

  public int steps() {
    return steps;
  }

  public double value(int place, int step) {
    return values[place * steps + step];
  }
}
