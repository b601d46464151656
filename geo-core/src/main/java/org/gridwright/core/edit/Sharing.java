package org.gridwright.core.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.gridwright.core.plan.Plan;

/**
 * Which faces of a divided patch go to one grid. Faces without places follow those beside them
 * where the grids would be torn otherwise. Not thread-safe.
 */
final class Sharing {

  /** Each round settles pieces that the one before cut off; there is seldom a second. */
  private static final int MOST_ROUNDS = 5;

  private final DividedPatch divided;
  private final String to;
  private final Map<Integer, Integer> giverOf = new TreeMap<>();
  private final Set<Integer> moving = new TreeSet<>();
  private final Set<Integer> bound = new HashSet<>();
  private final Set<Integer> receivers = new TreeSet<>();

  /**
   * @param to code of the grid that gets; one of the patch, or a new one
   */
  Sharing(DividedPatch divided, String to) {
    this.divided = divided;
    this.to = to;
    int receiver = divided.codes().indexOf(to);
    if (receiver >= 0) {
      for (int face : divided.facesOf(receiver)) {
        receivers.add(face);
      }
    }
  }

  /**
   * Says of a face what is to become of it.
   *
   * @param giver position of its grid
   * @param isBound whether places in it leave no choice
   */
  void put(int face, int giver, boolean moves, boolean isBound) {
    giverOf.put(face, giver);
    if (moves) {
      moving.add(face);
    }
    if (isBound) {
      bound.add(face);
    }
  }

  /** Lets ground without places follow what lies beside it, as far as that leaves grids whole. */
  void makeWhole() {
    boolean again = true;
    for (int round = 0; again && round < MOST_ROUNDS; round++) {
      again = returnStranded();
      again |= takeCutOff();
    }
  }

  /** Ground without chosen places that would go but does not touch the receiver stays. */
  private boolean returnStranded() {
    boolean changed = false;
    Set<Integer> all = new TreeSet<>(receivers);
    all.addAll(moving);
    for (Set<Integer> piece : pieces(all)) {
      if (piece.stream().noneMatch(face -> receivers.contains(face) || bound.contains(face))) {
        changed |= moving.removeAll(piece);
      }
    }
    return changed;
  }

  /** Ground without places that its grid has lost touch with goes too. */
  private boolean takeCutOff() {
    boolean changed = false;
    for (int giver : new TreeSet<>(giverOf.values())) {
      Set<Integer> stays = new TreeSet<>(giverOf.keySet());
      stays.removeIf(
          face -> !Integer.valueOf(giver).equals(giverOf.get(face)) || moving.contains(face));
      List<Set<Integer>> pieces = pieces(stays);
      for (Set<Integer> piece : pieces) {
        if (pieces.size() > 1
            && piece.stream().noneMatch(bound::contains)
            && piece.stream().anyMatch(face -> borders(face, moving::contains))) {
          changed |= moving.addAll(piece);
        }
      }
    }
    return changed;
  }

  private boolean borders(int face, IntPredicate wanted) {
    boolean[] found = {false};
    divided
        .arrangement()
        .forEachHalf(face, half -> found[0] |= wanted.test(divided.arrangement().face(half ^ 1)));
    return found[0];
  }

  /** Faces that hang together by edges. */
  private List<Set<Integer>> pieces(Set<Integer> faces) {
    List<Set<Integer>> pieces = new ArrayList<>();
    Set<Integer> left = new TreeSet<>(faces);
    while (!left.isEmpty()) {
      Set<Integer> piece = new TreeSet<>();
      Deque<Integer> open = new ArrayDeque<>(List.of(left.iterator().next()));
      left.remove(open.peek());
      while (!open.isEmpty()) {
        int face = open.pop();
        piece.add(face);
        divided
            .arrangement()
            .forEachHalf(
                face,
                half -> {
                  int across = divided.arrangement().face(half ^ 1);
                  if (left.remove(across)) {
                    open.push(across);
                  }
                });
      }
      pieces.add(piece);
    }
    return pieces;
  }

  /** The faces of each grid afterwards, by code. */
  Map<String, List<Integer>> faces() {
    Map<String, List<Integer>> faces = new TreeMap<>(Plan.CODE_ORDER);
    divided.codes().forEach(code -> faces.put(code, new ArrayList<>()));
    receivers.forEach(face -> give(faces, to, face));
    giverOf.forEach(
        (face, giver) ->
            give(faces, moving.contains(face) ? to : divided.codes().get(giver), face));
    return faces;
  }

  private static void give(Map<String, List<Integer>> faces, String code, int face) {
    faces.computeIfAbsent(code, it -> new ArrayList<>()).add(face);
  }
}
