package org.gridwright.core.plan;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * What is asked of all units of a level again and again: which lie near a box, which attributes
 * they have. Immutable and thread-safe.
 */
final class UnitIndex {

  private final HPRtree boxes = new HPRtree();
  private final Set<String> attributes;

  UnitIndex(List<Unit> units) {
    Set<String> keys = new TreeSet<>(Plan.CODE_ORDER);
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      keys.addAll(unit.attributes().keySet());
      if (unit.area() != null) {
        boxes.insert(jts(unit.area().envelope()), i);
      }
    }
    boxes.build();
    this.attributes = Collections.unmodifiableSet(keys);
  }

  /** Indexes of the units whose rectangle meets the closed box, ascending. */
  int[] meeting(LatticeEnvelope box) {
    if (box.isEmpty()) {
      return new int[0];
    }
    IntStream.Builder found = IntStream.builder();
    boxes.query(jts(box), index -> found.add((Integer) index));
    return found.build().sorted().toArray();
  }

  /** Keys of all attributes by code point. */
  Set<String> attributes() {
    return attributes;
  }

  /** Lattice steps are whole doubles, so that nothing is rounded. */
  private static Envelope jts(LatticeEnvelope box) {
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }
}
