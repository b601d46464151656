package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evens out parts: whole blocks along the border change sides as long as that helps, and the last
 * bit of load comes from a cut through one block. Parts stay connected. For one use by one thread.
 *
 * <p>Moving one border vertex of a graph after another is the way of C. M. Fiduccia and R. M.
 * Mattheyses, A linear-time heuristic for improving network partitions, 1982, here without its
 * uphill moves: a cut finishes what moves can not.
 */
final class Refinement {

  private static final int MOST_MOVES = 400;
  private static final int MOST_TRIES = 12;

  /** Directions of the last cut, off the one that leads away from the border, in radians. */
  private static final double[] TURNS = {0, Math.PI / 4, -Math.PI / 4, Math.PI / 2, -Math.PI / 2};

  private static final double WORST_CUT = 20;

  private final Mosaic mosaic;
  private final Cutter cutter;
  private final double gridLoad;
  private final double gridMetres;
  private final double goal;

  /**
   * @param tolerance share of a grid's load
   */
  Refinement(Mosaic mosaic, Cutter cutter, double gridLoad, double gridMetres, double tolerance) {
    this.mosaic = mosaic;
    this.cutter = cutter;
    this.gridLoad = gridLoad;
    this.gridMetres = gridMetres;
    this.goal = 0.4 * tolerance * gridLoad;
  }

  /**
   * Moves load between two neighbouring parts until the first has what is wanted, or near it.
   *
   * @param grids number of grids that the smaller part is divided into later; its error is shared
   *     among them
   */
  void even(int part, int other, double wanted, int grids) {
    double near = goal * Math.sqrt(grids);
    for (int move = 0; move < MOST_MOVES; move++) {
      mosaic.checkpoint();
      double excess = mosaic.load(part) - wanted;
      if (Math.abs(excess) <= near) {
        return;
      }
      int heavy = excess > 0 ? part : other;
      int light = excess > 0 ? other : part;
      if (!moveFace(heavy, light, Math.abs(excess)) && !movePiece(heavy, light, Math.abs(excess))) {
        return;
      }
    }
  }

  private record Move(Face face, double cost) {}

  private boolean moveFace(int heavy, int light, double excess) {
    List<Move> moves = new ArrayList<>();
    for (Face face : mosaic.part(heavy)) {
      if (face.load > 0 && face.load < 2 * excess) {
        Map<Integer, Double> borders = mosaic.bordersByPart(face);
        if (borders.containsKey(light)) {
          double longer = borders.getOrDefault(heavy, 0.0) - borders.get(light);
          double left = Math.abs(excess - face.load);
          moves.add(new Move(face, left / gridLoad + longer / gridMetres));
        }
      }
    }
    moves.sort(Comparator.comparingDouble(Move::cost));
    for (Move move : moves.subList(0, Math.min(MOST_TRIES, moves.size()))) {
      if (mosaic.staysConnected(heavy, move.face)) {
        mosaic.give(move.face, light);
        return true;
      }
    }
    return false;
  }

  /** Cuts off a block what is missing on the other side, and moves that. */
  private boolean movePiece(int heavy, int light, double excess) {
    List<Move> blocks = new ArrayList<>();
    for (Face face : mosaic.part(heavy)) {
      Double border = mosaic.bordersByPart(face).get(light);
      if (border != null && border > 0 && face.load > excess) {
        blocks.add(new Move(face, -border));
      }
    }
    blocks.sort(Comparator.comparingDouble(Move::cost));
    for (Move block : blocks.subList(0, Math.min(MOST_TRIES, blocks.size()))) {
      if (movePieceOf(block.face, light, excess)) {
        return true;
      }
    }
    return false;
  }

  private boolean movePieceOf(Face face, int light, double excess) {
    double away = awayFrom(face, light);
    List<Cutter.Cut> cuts = new ArrayList<>();
    for (double turn : TURNS) {
      Optional<Cutter.Cut> cut = cutter.across(face, excess / face.load, away + turn);
      cut.filter(it -> it.cost() < WORST_CUT).ifPresent(cuts::add);
    }
    cuts.sort(Comparator.comparingDouble(Cutter.Cut::cost));
    for (Cutter.Cut cut : cuts) {
      double first = cut.firstLoad();
      boolean useFirst = Math.abs(first - excess) < Math.abs(face.load - first - excess);
      double piece = useFirst ? first : face.load - first;
      if (Math.abs(excess - piece) < 0.7 * excess && touches(face, cut.chord(), useFirst, light)) {
        int heavy = face.part;
        Face[] pieces = mosaic.split(face, cut.chord());
        Face moved = pieces[useFirst ? 0 : 1];
        if (mosaic.staysConnected(heavy, moved)) {
          mosaic.give(moved, light);
          return true;
        }
        return false;
      }
    }
    return false;
  }

  /** Whether a piece of a face would lie along a part. */
  private boolean touches(Face face, Chord chord, boolean first, int part) {
    for (int edge = 0; edge < face.ring.length; edge++) {
      boolean inFirst = edge >= chord.from() && edge < chord.to();
      Face other = inFirst == first ? mosaic.across(face, edge) : null;
      if (other != null && other.part == part) {
        return true;
      }
    }
    return false;
  }

  /** The direction from the border with a part to the middle of a face. */
  private double awayFrom(Face face, int part) {
    double x = 0;
    double y = 0;
    double length = 0;
    for (int edge = 0; edge < face.ring.length; edge++) {
      Face other = mosaic.across(face, edge);
      if (other != null && other.part == part) {
        double metres = mosaic.metres(face, edge);
        x += metres * mosaic.frame().x(face.ring[edge]);
        y += metres * mosaic.frame().y(face.ring[edge]);
        length += metres;
      }
    }
    return StrictMath.atan2(face.y - y / length, face.x - x / length);
  }

  /** Evens out parts that are not within the goal with their neighbours, the worst first. */
  void evenAll() {
    BitSet settled = new BitSet();
    for (int round = 0; round < 4 * mosaic.partCount(); round++) {
      mosaic.checkpoint();
      int worst = -1;
      for (int part = 0; part < mosaic.partCount(); part++) {
        if (!settled.get(part) && (worst < 0 || off(part) > off(worst))) {
          worst = part;
        }
      }
      if (worst < 0 || off(worst) <= 2 * goal) {
        return;
      }
      if (!relieve(worst)) {
        settled.set(worst);
      }
    }
  }

  /** How far the load of a part is off that of a grid. */
  double off(int part) {
    return Math.abs(mosaic.load(part) - gridLoad);
  }

  /** Evens a part out with a neighbour, first with the one that is most off the other way. */
  private boolean relieve(int part) {
    double sign = Math.signum(mosaic.load(part) - gridLoad);
    List<Integer> neighbours = mosaic.partsBeside(part);
    neighbours.sort(Comparator.comparingDouble(other -> sign * mosaic.load(other)));
    for (int other : neighbours) {
      double before = Math.max(off(part), off(other));
      even(part, other, (mosaic.load(part) + mosaic.load(other)) / 2, 1);
      if (Math.max(off(part), off(other)) < before - goal / 4) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lets blocks change to a neighbouring part where that shortens borders and keeps the balance.
   */
  void straighten() {
    for (int round = 0; round < 3; round++) {
      boolean moved = false;
      for (int part = 0; part < mosaic.partCount(); part++) {
        for (Face face : List.copyOf(mosaic.part(part))) {
          moved |= straighten(face);
        }
      }
      if (!moved) {
        return;
      }
    }
  }

  private boolean straighten(Face face) {
    Map<Integer, Double> borders = mosaic.bordersByPart(face);
    double own = borders.getOrDefault(face.part, 0.0);
    int best = -1;
    double most = own + gridMetres * 0.01;
    for (Map.Entry<Integer, Double> border : borders.entrySet()) {
      if (border.getKey() != face.part
          && border.getValue() > most
          && Math.abs(mosaic.load(border.getKey()) + face.load - gridLoad) <= 2 * goal
          && (face.load == 0
              || Math.abs(mosaic.load(face.part) - face.load - gridLoad) <= 2 * goal)) {
        best = border.getKey();
        most = border.getValue();
      }
    }
    if (best < 0 || !mosaic.staysConnected(face.part, face)) {
      return false;
    }
    mosaic.give(face, best);
    return true;
  }
}
