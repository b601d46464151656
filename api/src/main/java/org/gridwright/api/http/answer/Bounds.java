package org.gridwright.api.http.answer;

import java.util.List;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.jspecify.annotations.Nullable;

/** Rectangles as GeoJSON writes them. */
public final class Bounds {

  private Bounds() {}

  /** {@code [west, south, east, north]} in degrees; null for an empty rectangle. */
  public static @Nullable List<Double> of(LatticeEnvelope box) {
    return box.isEmpty()
        ? null
        : List.of(
            Lattice.degrees(box.minX()),
            Lattice.degrees(box.minY()),
            Lattice.degrees(box.maxX()),
            Lattice.degrees(box.maxY()));
  }
}
