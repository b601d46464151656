package org.gridwright.core.coverage.area;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.finding.Wording;
import org.gridwright.core.ground.PartHeap;
import org.gridwright.core.ground.SpareVertices;
import org.gridwright.core.ground.ValidArea;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;

/**
 * A unit as the features of a file draw it: its ground, and what is wrong with the drawing although
 * that is known. None of it is left in the ground.
 *
 * @param ground the union of all parts of all features
 * @param drawnAnew whether some of it had to be drawn anew
 * @param findings rows that repeat others, parts that overlap, holes outside their shells, which
 *     warn; and the first ring that crosses itself among those that had to be drawn anew
 */
public record DrawnUnit(LatticeMultiPolygon ground, boolean drawnAnew, List<Finding> findings) {

  /**
   * What is not wider than this comes of rounding two drawn lines to the lattice, each by up to
   * 0.71 steps, and not of drawing.
   */
  private static final double ROUNDING_METRES = 0.02;

  public DrawnUnit {
    findings = List.copyOf(findings);
  }

  /**
   * Reads the features of one code.
   *
   * @param level name of the unit's level
   * @param features at least one; as they were drawn
   * @param named words for some features, of which the positions are given, ascending
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static DrawnUnit of(
      String level,
      String code,
      List<LatticeMultiPolygon> features,
      Function<List<Integer>, Message> named,
      Progress progress) {
    if (features.size() == 1 && isOneRing(features.get(0))) {
      return new DrawnUnit(features.get(0), false, List.of());
    }
    Reading reading = new Reading(level, code, named);
    reading.take(features);
    PartHeap heap = PartHeap.of(reading.parts, progress);
    reading.tell(heap);
    return new DrawnUnit(heap.ground(), heap.drawnAnew(), reading.findings);
  }

  private static boolean isOneRing(LatticeMultiPolygon area) {
    return area.polygons().size() == 1 && area.polygons().get(0).holes().isEmpty();
  }

  /** Gathers the parts of the features that say something new, and the findings. */
  private static final class Reading {

    private final String level;
    private final String code;
    private final Function<List<Integer>, Message> named;
    private final List<LatticePolygon> parts = new ArrayList<>();
    private final List<Integer> featureOf = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Reading(String level, String code, Function<List<Integer>, Message> named) {
      this.level = level;
      this.code = code;
      this.named = named;
    }

    void take(List<LatticeMultiPolygon> features) {
      Map<LatticeMultiPolygon, Integer> known = new HashMap<>();
      for (int i = 0; i < features.size(); i++) {
        LatticeMultiPolygon area = features.get(i);
        Integer before = known.putIfAbsent(SpareVertices.withoutStraight(area), i);
        if (before != null) {
          tellRepeated(area, before, i);
          continue;
        }
        for (LatticePolygon part : area.polygons()) {
          parts.add(part);
          featureOf.add(i);
        }
      }
    }

    private void tellRepeated(LatticeMultiPolygon area, int before, int again) {
      Pieces pieces = pieces(PartHeap.ground(area));
      warn(
          Finding.Kind.DUPLICATE_ROW,
          pieces,
          Finding.Kind.DUPLICATE_ROW.says(
              code,
              named.apply(List.of(again)),
              named.apply(List.of(before)),
              Wording.figure(pieces.squareMetres())));
    }

    void tell(PartHeap heap) {
      heap.doubled().forEach(this::tellDoubled);
      heap.strayHoles().forEach(hole -> tellHole(Finding.Kind.STRAY_HOLE, "", hole));
      heap.doubledHoles().forEach(hole -> tellHole(Finding.Kind.PARTS_OVERLAP, "holes", hole));
      if (heap.drawnAnew()) {
        tellCrossing(heap.ground());
      }
    }

    private void tellDoubled(PartHeap.Doubled doubled) {
      Pieces pieces = pieces(doubled.place());
      List<Integer> features =
          List.copyOf(new TreeSet<>(doubled.parts().stream().map(featureOf::get).toList()));
      double width = pieces.isEmpty() ? 0 : pieces.widthMetres();
      if (width > ROUNDING_METRES) {
        warn(
            Finding.Kind.PARTS_OVERLAP,
            pieces,
            Finding.Kind.PARTS_OVERLAP.says(
                code,
                Wording.figure(pieces.squareMetres()),
                Wording.figure(width),
                named.apply(features)));
      }
    }

    private void tellHole(Finding.Kind kind, String variant, PartHeap.HolePlace hole) {
      Pieces pieces = pieces(hole.place());
      if (!pieces.isEmpty() && pieces.widthMetres() > ROUNDING_METRES) {
        warn(
            kind,
            pieces,
            kind.saysOf(
                variant,
                code,
                Wording.figure(pieces.squareMetres()),
                Wording.place(pieces.place().getCoordinate()),
                named.apply(List.of(featureOf.get(hole.part())))));
      }
    }

    /** The first ring that crosses itself among those that are not in the ground as drawn. */
    private void tellCrossing(LatticeMultiPolygon ground) {
      parts.stream()
          .filter(part -> !ground.polygons().contains(part))
          .flatMap(part -> Stream.concat(Stream.of(part.shell()), part.holes().stream()))
          .map(ring -> RingFaults.faultOf(LatticeMultiPolygon.of(LatticePolygon.of(ring))))
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(fault -> findings.add(RingFaults.finding(level, code, fault)));
    }

    private static Pieces pieces(LatticeMultiPolygon place) {
      return Pieces.of(ValidArea.steps(place), FindingMaker.LATTICE_CELL_SQUARE_METRES);
    }

    private void warn(Finding.Kind kind, Pieces pieces, Message message) {
      findings.add(
          FindingMaker.make(
              kind,
              Severity.WARNING,
              pieces.place(),
              pieces.squareMetres(),
              pieces.isEmpty() ? 0 : pieces.widthMetres(),
              List.of(code),
              message));
    }
  }
}
