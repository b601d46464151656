package org.gridwright.core.edit;

import java.util.Collection;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Plan;

/** Keeps what is drawn so near to the plan that everything can be reckoned exactly. */
final class Reach {

  /** Within an int even with a margin around. */
  private static final long MOST = Integer.MAX_VALUE - 1000;

  private Reach() {}

  /**
   * @param drawn the rectangle around what is drawn; may be empty
   * @throws EditRefusedException {@code too-far-away}
   */
  static void require(Plan plan, LatticeEnvelope drawn) {
    LatticeEnvelope all = plan.envelope().union(drawn);
    for (DeclaredVoid declared : plan.voids()) {
      all = all.union(declared.area().envelope());
    }
    if (!drawn.isEmpty() && all.exceedsSpan()) {
      throw EditRefusedException.of(Refusal.TOO_FAR_AWAY);
    }
  }

  static LatticeEnvelope around(List<LatticePoint> points) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (LatticePoint point : points) {
      box = box.union(new LatticeEnvelope(point.x(), point.y(), point.x(), point.y()));
    }
    return box;
  }

  static LatticeEnvelope aroundLines(List<LatticeLine> lines) {
    return lines.stream()
        .map(LatticeLine::envelope)
        .reduce(LatticeEnvelope.EMPTY, LatticeEnvelope::union);
  }

  static LatticeEnvelope aroundAreas(Collection<LatticeMultiPolygon> areas) {
    return areas.stream()
        .map(LatticeMultiPolygon::envelope)
        .reduce(LatticeEnvelope.EMPTY, LatticeEnvelope::union);
  }

  /** The rectangle with so many steps more on each side. */
  static LatticeEnvelope widened(LatticeEnvelope box, int steps) {
    return new LatticeEnvelope(
        clamped((long) box.minX() - steps),
        clamped((long) box.minY() - steps),
        clamped((long) box.maxX() + steps),
        clamped((long) box.maxY() + steps));
  }

  private static int clamped(long ordinate) {
    return (int) Math.max(-MOST, Math.min(MOST, ordinate));
  }
}
