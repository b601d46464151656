package org.gridwright.core.coverage.seams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.area.Pieces;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.measure.LocalMetric;
import org.gridwright.core.plan.Plan;

/**
 * Finds what the grids leave open along the edge of the jurisdiction, and what lies outside it. An
 * enclosed gap is no business of this one, nor is what comes of rounding: where a border ends on an
 * edge of the jurisdiction, the edge is led through a lattice point for the grids alone.
 */
final class JurisdictionFinder {

  /**
   * Each point moves an edge by less than 0.8 cm, and the next one may add to it: where hundreds of
   * borders ended on a few edges, 1.42 cm came together.
   */
  private static final double ROUNDING_METRES = 0.02;

  private final Examined examined;

  JurisdictionFinder(Examined examined) {
    this.examined = examined;
  }

  List<Finding> findings() {
    Arrangement arrangement = examined.arrangement();
    List<Finding> findings = new ArrayList<>();
    Map<Integer, List<Integer>> outside = new TreeMap<>();
    for (int face = 1; face < arrangement.faceCount(); face++) {
      examined.progress().checkpoint();
      if (arrangement.depth(face) == 0 && arrangement.inJurisdiction(face)) {
        if (!arrangement.isOpen(face) && isAtTheEdge(arrangement, face) && !isRounding(face)) {
          add(Finding.Kind.GAP_IN_JURISDICTION, List.of(face), neighbours(face), findings);
        }
      } else if (arrangement.depth(face) > 0
          && !arrangement.inJurisdiction(face)
          && !isRounding(face)) {
        for (int unit : arrangement.owners(face)) {
          outside.computeIfAbsent(unit, it -> new ArrayList<>()).add(face);
        }
      }
    }
    outside.forEach(
        (unit, faces) -> add(Finding.Kind.SPILL, faces, List.of(examined.code(unit)), findings));
    return findings;
  }

  private boolean isRounding(int face) {
    Pieces pieces =
        Pieces.of(examined.arrangement(), List.of(face), examined.rules().smallestSquareMetres());
    return !pieces.isEmpty()
        && LocalMetric.around(pieces.place()).isNarrowerThan(pieces.place(), ROUNDING_METRES);
  }

  /** Whether an empty face borders on ground that nobody covers, and is no enclosed gap. */
  static boolean isAtTheEdge(Arrangement arrangement, int face) {
    return arrangement.borders(face).keySet().stream()
        .anyMatch(beside -> arrangement.depth(beside) == 0);
  }

  private List<String> neighbours(int face) {
    return examined.codes(examined.gridsAround(face));
  }

  private void add(
      Finding.Kind kind, List<Integer> faces, List<String> units, List<Finding> findings) {
    Pieces pieces =
        kind == Finding.Kind.SPILL
            ? Pieces.of(examined.arrangement(), faces, examined.rules().smallestSquareMetres())
            : examined.openPieces(faces);
    examined.progress().checkpoint();
    if (pieces.isEmpty()) {
      return;
    }
    List<String> codes = units.stream().sorted(Plan.CODE_ORDER).toList();
    findings.add(
        examined.known(kind, codes, pieces.place()).orElseGet(() -> finding(kind, pieces, codes)));
  }

  private static Finding finding(Finding.Kind kind, Pieces pieces, List<String> units) {
    double width = pieces.widthMetres();
    return FindingMaker.make(
        kind,
        Severity.BLOCKING,
        pieces.place(),
        pieces.squareMetres(),
        width,
        units,
        kind.says(
            Wording.codes(units), Wording.figure(pieces.squareMetres()), Wording.figure(width)));
  }
}
