package org.gridwright.api.http.tiles;

import java.util.List;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.tile.Changes;

/**
 * Where tiles of a level are different since a version.
 *
 * @param version up to which this tells
 * @param all whether everything may be different
 * @param boxes west, south, east, north in degrees of where something is; empty with {@code all}
 */
record ChangesAnswer(String level, long version, boolean all, List<double[]> boxes) {

  static ChangesAnswer of(Changes changes, String level, int depth, long since) {
    List<Changes.Step> steps = changes.steps();
    long version = steps.isEmpty() ? changes.first() : steps.get(steps.size() - 1).version();
    if (since < changes.first() || since > version) {
      return new ChangesAnswer(level, version, true, List.of());
    }
    return new ChangesAnswer(
        level,
        version,
        false,
        steps.stream()
            .filter(step -> step.version() > since)
            .flatMap(step -> step.boxes().get(depth).stream())
            .distinct()
            .map(ChangesAnswer::degrees)
            .toList());
  }

  private static double[] degrees(LatticeEnvelope box) {
    return new double[] {
      Lattice.degrees(box.minX()),
      Lattice.degrees(box.minY()),
      Lattice.degrees(box.maxX()),
      Lattice.degrees(box.maxY())
    };
  }
}
