package org.gridwright.api.http.tiles;

import java.util.List;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.tile.TileChanges;

/**
 * Where tiles of a level are different since a version.
 *
 * @param version up to which this tells
 * @param all whether everything may be different
 * @param boxes west, south, east, north in degrees of where something is; empty with {@code all}
 */
record TileChangesAnswer(String level, long version, boolean all, List<double[]> boxes) {

  static TileChangesAnswer of(TileChanges changes, String level, int depth, long since) {
    List<TileChanges.ChangedIn> steps = changes.steps();
    long version = changes.version();
    if (since < changes.first() || since > version) {
      return new TileChangesAnswer(level, version, true, List.of());
    }
    return new TileChangesAnswer(
        level,
        version,
        false,
        steps.stream()
            .filter(step -> step.version() > since)
            .flatMap(step -> step.boxes().get(depth).stream())
            .distinct()
            .map(TileChangesAnswer::degrees)
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
