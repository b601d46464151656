package org.gridwright.core.edit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.PlanChange;

/**
 * Makes a stretch of border straight or smooth: the shortest way along borders between two
 * vertices, which stay. Made straight, corners on the way go, and places where other borders meet
 * it are moved onto the line; made smooth, corners move and such places stay.
 */
public record EvenBorderEdit(LatticePoint from, LatticePoint to, BorderShape shape)
    implements Edit {

  @Override
  public String kind() {
    return "even-border";
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.around(List.of(from, to));
  }

  @Override
  public PlanChange change(EditScope scope) {
    long start = VertexFinder.at(scope, from);
    long end = VertexFinder.at(scope, to);
    if (start == end) {
      throw EditRefusedException.at(to, Refusal.CHANGES_NOTHING);
    }
    Snap scale = Snap.around(from, 0);
    LatticeEnvelope drawn = drawn();
    int wide = Math.max(drawn.maxX() - drawn.minX(), drawn.maxY() - drawn.minY());
    BorderGraph borders =
        BorderGraph.of(Patch.around(scope.editable(), Reach.widened(drawn, wide)));
    List<Long> way = borders.way(start, end, scale);
    if (way.isEmpty()) {
      throw EditRefusedException.at(
          from, Refusal.NO_BORDER_BETWEEN, Units.words(from), Units.words(to));
    }
    Map<Long, Long> moves = new LinkedHashMap<>();
    Set<Long> gone = new HashSet<>();
    Stretch stretch = new Stretch(way, scale);
    if (shape == BorderShape.STRAIGHT) {
      way.subList(1, way.size() - 1).stream().filter(borders::isPlain).forEach(gone::add);
      stretch.straight(it -> !gone.contains(it), moves);
    } else {
      stretch.smooth(borders::isPlain, moves);
    }
    if (moves.isEmpty() && gone.isEmpty()) {
      throw EditRefusedException.at(from, Refusal.CHANGES_NOTHING);
    }
    return VertexFinder.evened(scope, way, moves, gone);
  }
}
