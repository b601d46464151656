package org.gridwright.core.coverage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.message.Message;

/** Finds the enclosed faces that no grid covers, and whose grids lie around them. */
final class GapFinder {

  private final Examined examined;
  private final Map<Integer, Finding> findings = new TreeMap<>();

  GapFinder(Examined examined) {
    this.examined = examined;
    Arrangement arrangement = examined.arrangement();
    int[] empty = arrangement.boundedFaces().filter(face -> arrangement.depth(face) == 0).toArray();
    List<Pieces> pieces =
        IntStream.of(empty)
            .parallel()
            .mapToObj(
                face ->
                    Pieces.of(arrangement, List.of(face), examined.rules().smallestSquareMetres()))
            .toList();
    for (int i = 0; i < empty.length; i++) {
      if (!pieces.get(i).isEmpty()) {
        findings.put(empty[i], finding(empty[i], pieces.get(i)));
      }
    }
  }

  /** One finding for each gap, by face. */
  Map<Integer, Finding> findings() {
    return findings;
  }

  private Finding finding(int face, Pieces pieces) {
    List<String> neighbours = examined.codes(examined.gridsAround(face));
    boolean narrow = pieces.widthMetres() < examined.rules().gapWidthMetres();
    return FindingMaker.make(
        Finding.Kind.GAP,
        narrow ? Severity.BLOCKING : Severity.WARNING,
        pieces.place(),
        pieces.squareMetres(),
        pieces.widthMetres(),
        neighbours,
        Message.core(
            narrow ? "coverage.gap" : "coverage.gap-wide",
            Wording.codes(neighbours),
            Wording.figure(pieces.squareMetres()),
            Wording.figure(pieces.widthMetres())));
  }
}
