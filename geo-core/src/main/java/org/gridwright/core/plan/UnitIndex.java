package org.gridwright.core.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Which units of a level lie near a box. That of a plan after a change shares what was indexed
 * before, so that an edit of a large plan costs as much as its own units. Immutable and
 * thread-safe.
 */
final class UnitIndex {

  /** With more changed units than this, indexing all of them anew costs less for each question. */
  private static final int MOST_CHANGED = 500;

  private final List<Unit> indexed;
  private final HPRtree boxes;

  /** By code, units that are others than when the index was made; empty for those that are gone. */
  private final Map<String, Optional<Unit>> changed;

  private UnitIndex(List<Unit> indexed, HPRtree boxes, Map<String, Optional<Unit>> changed) {
    this.indexed = indexed;
    this.boxes = boxes;
    this.changed = changed;
  }

  static UnitIndex of(List<Unit> units) {
    HPRtree boxes = new HPRtree();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (unit.area() != null) {
        boxes.insert(jts(unit.area().envelope()), i);
      }
    }
    boxes.build();
    return new UnitIndex(units, boxes, Map.of());
  }

  /** The index of the level after a change of it; null where it is better made anew. */
  @Nullable UnitIndex after(List<UnitChange> changes) {
    if (changes.isEmpty()) {
      return this;
    }
    Map<String, Optional<Unit>> more = new HashMap<>(changed);
    changes.forEach(change -> more.put(change.code(), Optional.ofNullable(change.after())));
    return more.size() > MOST_CHANGED ? null : new UnitIndex(indexed, boxes, Map.copyOf(more));
  }

  /**
   * Indexes of the units whose rectangle meets the closed box, ascending.
   *
   * @param units of the level as it is
   */
  int[] meeting(LatticeEnvelope box, List<Unit> units) {
    if (box.isEmpty()) {
      return new int[0];
    }
    IntStream.Builder found = IntStream.builder();
    boxes.query(jts(box), index -> add((Integer) index, units, found));
    for (Optional<Unit> unit : changed.values()) {
      if (unit.isPresent() && meets(unit.get(), box)) {
        found.add(Plan.search(units, unit.get().code()));
      }
    }
    return found.build().sorted().toArray();
  }

  private void add(int index, List<Unit> units, IntStream.Builder found) {
    if (changed.isEmpty()) {
      found.add(index);
      return;
    }
    String code = indexed.get(index).code();
    if (!changed.containsKey(code)) {
      found.add(Plan.search(units, code));
    }
  }

  private static boolean meets(Unit unit, LatticeEnvelope box) {
    return unit.area() != null && unit.area().envelope().intersects(box);
  }

  /** Lattice steps are whole doubles, so that nothing is rounded. */
  private static Envelope jts(LatticeEnvelope box) {
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }
}
