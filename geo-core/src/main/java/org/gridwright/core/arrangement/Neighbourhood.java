package org.gridwright.core.arrangement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gridwright.core.lattice.EdgeNumbers;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which units an arrangement has to name. It begins with those that are invalid and with
 * the edges of all others that are not matched among them, and adds the units around everything
 * that is found wrong, until nothing is added.
 *
 * <p>What is left out is sound: where one unit covers a face, matched edges inside it can not cross
 * anything (both units at the crossing would cover one of its four sides); and an edge that was not
 * moved meets what it met before.
 */
final class Neighbourhood {

  private final List<LatticeMultiPolygon> areas;
  private final @Nullable LatticeMultiPolygon jurisdiction;
  private final EdgeMatching matching;
  private final UnitBoxes boxes;
  private final Progress progress;
  private final BitSet named = new BitSet();

  Neighbourhood(
      EdgeMatching matching,
      BitSet invalid,
      @Nullable LatticeMultiPolygon jurisdiction,
      Progress progress) {
    this.progress = progress;
    this.areas = matching.areas();
    this.jurisdiction = jurisdiction;
    this.matching = matching;
    this.boxes = matching.boxes();
    named.or(invalid);
    if (jurisdiction != null) {
      named.set(areas.size());
    }
  }

  Arrangement arrangement() {
    while (true) {
      Linework noded = SnapRounding.node(linework(), progress);
      GraphEdges edges = new GraphEdges(noded, named, progress);
      Arrangement arrangement =
          new Arrangement(edges, (BitSet) named.clone(), areas.size(), progress);
      BitSet more = new BitSet();
      addUnitsOnEdges(noded, edges, arrangement, more);
      addUnitsOverFaces(arrangement, more);
      addUnitsNearMoves(noded, more);
      if (more.isEmpty()) {
        return arrangement;
      }
      named.or(more);
    }
  }

  /** All edges of named units, and those of others that are unmatched or match a named unit's. */
  private Linework linework() {
    Linework lines = new Linework(1024);
    EdgeNumbers drawn = new EdgeNumbers(1024);
    BitSet beside = new BitSet();
    named.stream()
        .filter(unit -> unit < areas.size())
        .forEach(
            unit -> {
              matching.forEachEdge(
                  unit,
                  (from, to, state) -> {
                    lines.add(from, to, unit, Linework.markOf(state));
                    drawn.number(from, to);
                  });
              boxes.visit(boxes.box(unit), beside::set);
            });
    BitSet concerned = (BitSet) matching.open().clone();
    concerned.or(beside);
    concerned.andNot(named);
    concerned.stream()
        .forEach(
            unit ->
                matching.forEachEdge(
                    unit,
                    (from, to, state) -> {
                      if (state != EdgeMatching.MATCHED
                          || (beside.get(unit) && drawn.contains(from, to))) {
                        lines.add(from, to, unit, Linework.markOf(state));
                      }
                    }));
    addJurisdiction(lines);
    return lines;
  }

  private void addJurisdiction(Linework lines) {
    if (jurisdiction != null) {
      jurisdiction.forEachRing(ring -> lines.add(ring, areas.size()));
    }
  }

  private boolean isWrong(Arrangement arrangement, int face) {
    return !arrangement.isOpen(face)
        && (arrangement.depth(face) != 1
            || (jurisdiction != null && !arrangement.inJurisdiction(face)));
  }

  private void addUnitsOnEdges(
      Linework noded, GraphEdges edges, Arrangement arrangement, BitSet more) {
    for (int piece = 0; piece < noded.count(); piece++) {
      if (!named.get(noded.unit(piece))
          && (noded.isMarked(piece, Linework.DIVIDED)
              || !isInOrder(noded, piece, edges, arrangement))) {
        more.set(noded.unit(piece));
      }
    }
  }

  /** Whether no wrong face lies beside a piece, and an unmatched one has open ground beside it. */
  private boolean isInOrder(Linework noded, int piece, GraphEdges edges, Arrangement arrangement) {
    boolean unmatched = noded.isMarked(piece, Linework.UNMATCHED);
    int edge = edges.edgeOfPiece(piece);
    if (edge < 0) {
      return !unmatched && !noded.isMarked(piece, Linework.BEYOND);
    }
    int left = arrangement.face(2 * edge);
    int right = arrangement.face(2 * edge + 1);
    return !isWrong(arrangement, left)
        && !isWrong(arrangement, right)
        && (!unmatched || arrangement.isOpen(left) || arrangement.isOpen(right));
  }

  private void addUnitsOverFaces(Arrangement arrangement, BitSet more) {
    for (int face = 1; face < arrangement.faceCount(); face++) {
      if (isWrong(arrangement, face) && arrangement.covers(Arrangement.SOUND, face)) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        arrangement.forEachHalf(face, half -> widen(box, arrangement.x(half), arrangement.y(half)));
        addNear(box, more);
      }
    }
  }

  private static void widen(int[] box, int x, int y) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }

  private void addNear(int[] box, BitSet more) {
    boxes.visit(
        box,
        unit -> {
          if (!named.get(unit)) {
            more.set(unit);
          }
        });
  }

  /** Units with an edge that a moved piece may have come to lie on. */
  private void addUnitsNearMoves(Linework noded, BitSet more) {
    List<int[]> moved = new ArrayList<>();
    for (int piece = 0; piece < noded.count(); piece++) {
      if (noded.isMarked(piece, Linework.MOVED)) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        widen(box, Packed.x(noded.from(piece)), Packed.y(noded.from(piece)));
        widen(box, Packed.x(noded.to(piece)), Packed.y(noded.to(piece)));
        moved.add(new int[] {box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1});
      }
    }
    for (int[] box : moved) {
      boxes.visit(
          box,
          unit -> {
            if (!named.get(unit) && !more.get(unit) && hasEdgeIn(unit, box)) {
              more.set(unit);
            }
          });
    }
  }

  private boolean hasEdgeIn(int unit, int[] box) {
    boolean[] found = {false};
    matching.visit(
        unit,
        (from, to, matched) ->
            found[0] |=
                Math.min(Packed.x(from), Packed.x(to)) <= box[2]
                    && Math.max(Packed.x(from), Packed.x(to)) >= box[0]
                    && Math.min(Packed.y(from), Packed.y(to)) <= box[3]
                    && Math.max(Packed.y(from), Packed.y(to)) >= box[1]);
    return found[0];
  }
}
