package org.gridwright.core.coverage.seams;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.area.Pieces;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.finding.Wording;

/** Finds the enclosed faces that no grid covers, and whose grids lie around them. */
final class GapFinder {

  private final Examined examined;
  private final Map<Integer, Finding> findings = new TreeMap<>();
  private final BitSet declared = new BitSet();

  GapFinder(Examined examined) {
    this.examined = examined;
    Arrangement arrangement = examined.arrangement();
    int[] empty = arrangement.boundedFaces().filter(this::isEnclosedGap).toArray();
    List<Optional<Finding>> found = IntStream.of(empty).parallel().mapToObj(this::finding).toList();
    for (int i = 0; i < empty.length; i++) {
      int face = empty[i];
      found.get(i).ifPresent(finding -> findings.put(face, finding));
      if (found.get(i).isEmpty() && !isTooSmall(face)) {
        declared.set(face);
      }
    }
  }

  /** One finding for each gap, by face. */
  Map<Integer, Finding> findings() {
    return findings;
  }

  /**
   * Whether a face is ground that somebody should own and nobody does, all enclosed by grids, and
   * not all declared void.
   */
  boolean isEnclosedGap(int face) {
    Arrangement arrangement = examined.arrangement();
    return arrangement.depth(face) == 0
        && !arrangement.isOpen(face)
        && !declared.get(face)
        && (examined.rules().jurisdiction().isEmpty()
            || (arrangement.inJurisdiction(face)
                && !JurisdictionFinder.isAtTheEdge(arrangement, face)));
  }

  /** The finding of a gap; empty where it is too small to count, or all declared void. */
  private Optional<Finding> finding(int face) {
    examined.progress().checkpoint();
    Pieces pieces = examined.openPieces(List.of(face));
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    List<String> neighbours = examined.codes(examined.gridsAround(face));
    return examined
        .known(Finding.Kind.GAP, neighbours, pieces.place())
        .or(() -> Optional.of(finding(neighbours, pieces)));
  }

  private boolean isTooSmall(int face) {
    return Pieces.of(examined.arrangement(), List.of(face), examined.rules().smallestSquareMetres())
        .isEmpty();
  }

  private Finding finding(List<String> neighbours, Pieces pieces) {
    double width = pieces.widthMetres();
    boolean narrow = width < examined.rules().gapWidthMetres();
    return FindingMaker.make(
        Finding.Kind.GAP,
        narrow ? Severity.BLOCKING : Severity.WARNING,
        pieces.place(),
        pieces.squareMetres(),
        width,
        neighbours,
        Finding.Kind.GAP.saysOf(
            narrow ? "" : "wide",
            Wording.codes(neighbours),
            Wording.figure(pieces.squareMetres()),
            Wording.figure(width)));
  }
}
