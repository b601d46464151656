package org.gridwright.core.coverage.seams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.area.Pieces;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.finding.Wording;

/** Finds the ground that each pair of grids has in common: the faces that both cover. */
final class OverlapFinder {

  /** Indices of two grids, the smaller first. */
  record Pair(int first, int second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return first != other.first
          ? Integer.compare(first, other.first)
          : Integer.compare(second, other.second);
    }
  }

  private final Examined examined;
  private final Map<Pair, List<Integer>> facesOfPair = new TreeMap<>();
  private final Map<Integer, Integer> facesOfGrid = new HashMap<>();
  private final Map<Pair, Finding> findings = new TreeMap<>();

  OverlapFinder(Examined examined) {
    this.examined = examined;
    Arrangement arrangement = examined.arrangement();
    arrangement.boundedFaces().forEach(this::add);
    List<Pair> pairs = List.copyOf(facesOfPair.keySet());
    List<Optional<Finding>> found = pairs.parallelStream().map(this::finding).toList();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      found.get(i).ifPresent(finding -> findings.put(pair, finding));
    }
  }

  /** One finding for each pair with ground in common. */
  Map<Pair, Finding> findings() {
    return findings;
  }

  /** Whether a face that several grids cover is a part of a finding. */
  boolean isReported(int face) {
    return pairsOver(face).stream().anyMatch(findings::containsKey);
  }

  private void add(int face) {
    examined.progress().checkpoint();
    for (int owner : examined.arrangement().owners(face)) {
      facesOfGrid.merge(owner, 1, Integer::sum);
    }
    for (Pair pair : pairsOver(face)) {
      facesOfPair.computeIfAbsent(pair, it -> new ArrayList<>()).add(face);
    }
  }

  private Set<Pair> pairsOver(int face) {
    int[] owners = examined.arrangement().owners(face);
    Set<Pair> pairs = new TreeSet<>();
    for (int i = 0; i < owners.length; i++) {
      for (int j = i + 1; j < owners.length; j++) {
        pairs.add(new Pair(owners[i], owners[j]));
      }
    }
    return pairs;
  }

  /** The finding of a pair; empty where what is common is too small to count. */
  private Optional<Finding> finding(Pair pair) {
    examined.progress().checkpoint();
    List<Integer> faces = facesOfPair.getOrDefault(pair, List.of());
    Pieces pieces =
        Pieces.of(examined.arrangement(), faces, examined.rules().smallestSquareMetres());
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    int common = faces.size();
    boolean same =
        common == facesOfGrid.getOrDefault(pair.first(), 0)
            && common == facesOfGrid.getOrDefault(pair.second(), 0);
    Finding.Kind kind = same ? Finding.Kind.DUPLICATE_UNIT : Finding.Kind.OVERLAP;
    List<String> codes = List.of(examined.code(pair.first()), examined.code(pair.second()));
    return examined
        .known(kind, codes, pieces.place())
        .or(() -> Optional.of(finding(kind, codes, pieces)));
  }

  private static Finding finding(Finding.Kind kind, List<String> codes, Pieces pieces) {
    double width = pieces.widthMetres();
    return FindingMaker.make(
        kind,
        Severity.BLOCKING,
        pieces.place(),
        pieces.squareMetres(),
        width,
        codes,
        kind.says(
            codes.get(0),
            codes.get(1),
            Wording.figure(pieces.squareMetres()),
            Wording.figure(width)));
  }
}
