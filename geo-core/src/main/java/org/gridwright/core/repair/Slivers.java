package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.arrangement.Arrangement;

/**
 * Gives small parts that came loose from their unit, because something else was drawn across it, to
 * the neighbour with the longest border. It is ground that one unit alone covers, so a part is
 * given away only when it is narrower than the snapping distance; it touches a fault, and has less
 * than a hundredth of the unit's area.
 */
final class Slivers {

  private static final double SHARE = 0.01;

  private final Arrangement arrangement;
  private final FaceMeasures measures;
  private final int[] owner;
  private final double[] unitSquareMetres;
  private final double narrow;
  private final int[] part;

  Slivers(
      Arrangement arrangement,
      FaceMeasures measures,
      int[] owner,
      double[] unitSquareMetres,
      double narrowMetres) {
    this.arrangement = arrangement;
    this.measures = measures;
    this.owner = owner;
    this.unitSquareMetres = unitSquareMetres;
    this.narrow = narrowMetres;
    this.part = new int[owner.length];
  }

  /** Changes the owners; adds the faces that were given away. */
  void giveAway(BitSet given) {
    for (List<Integer> faces : loose()) {
      int unit = owner[faces.get(0)];
      Map<Integer, Double> metres = new TreeMap<>();
      for (int face : faces) {
        arrangement
            .borders(face)
            .forEach(
                (beside, length) -> {
                  if (owner[beside] >= 0 && owner[beside] != unit) {
                    metres.merge(owner[beside], length, Double::sum);
                  }
                });
      }
      metres.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .ifPresent(
              receiver ->
                  faces.forEach(
                      face -> {
                        owner[face] = receiver.getKey();
                        given.set(face);
                      }));
    }
  }

  private List<List<Integer>> loose() {
    Map<Integer, List<Integer>> parts = new TreeMap<>();
    joinParts();
    for (int face = 1; face < owner.length; face++) {
      if (owner[face] >= 0) {
        parts.computeIfAbsent(root(face), it -> new ArrayList<>()).add(face);
      }
    }
    Map<Integer, Integer> partsOfUnit = new HashMap<>();
    parts.keySet().forEach(root -> partsOfUnit.merge(owner[root], 1, Integer::sum));
    return parts.values().stream()
        .filter(faces -> partsOfUnit.getOrDefault(owner[faces.get(0)], 0) > 1 && isLoose(faces))
        .toList();
  }

  private boolean isLoose(List<Integer> faces) {
    double area = faces.stream().mapToDouble(measures::squareMetres).sum();
    return area < SHARE * unitSquareMetres[owner[faces.get(0)]]
        && faces.stream().anyMatch(this::touchesFault)
        && measures.widthMetres(faces.stream().mapToInt(Integer::intValue).toArray()) < narrow;
  }

  private boolean touchesFault(int face) {
    boolean[] fault = {arrangement.depth(face) != 1};
    arrangement.forEachHalf(
        face,
        half -> {
          int beside = arrangement.face(half ^ 1);
          fault[0] |= beside != Arrangement.OUTSIDE && arrangement.depth(beside) != 1;
        });
    return fault[0];
  }

  private void joinParts() {
    Arrays.setAll(part, face -> face);
    for (int edge = 0; edge < arrangement.edgeCount(); edge++) {
      int left = arrangement.face(2 * edge);
      int right = arrangement.face(2 * edge + 1);
      if (owner[left] >= 0 && owner[left] == owner[right]) {
        part[Math.max(root(left), root(right))] = Math.min(root(left), root(right));
      }
    }
  }

  private int root(int face) {
    int root = face;
    while (part[root] != root) {
      root = part[root];
    }
    part[face] = root;
    return root;
  }
}
