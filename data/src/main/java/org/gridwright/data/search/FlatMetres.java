package org.gridwright.data.search;

import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.LocalFrame;

/** Metres between places of a city. */
final class FlatMetres {

  private FlatMetres() {}

  static double between(LatticePoint one, LatticePoint other) {
    LocalFrame frame = LocalFrame.at(one);
    return Math.hypot(
        frame.east() * ((double) other.x() - one.x()),
        frame.north() * ((double) other.y() - one.y()));
  }
}
