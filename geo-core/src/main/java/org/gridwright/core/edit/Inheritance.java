package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.Geometry;

/**
 * Divides the ground of a grid among its neighbours, each place to the nearest border. For one use
 * by one thread.
 */
final class Inheritance {

  private final EditablePlan plan;
  private final Unit unit;
  private final Patch patch;
  private final Map<EdgeChain.Edge, String> heirOf = new LinkedHashMap<>();

  Inheritance(EditablePlan plan, Unit unit) {
    this.plan = plan;
    this.unit = unit;
    this.patch = Patch.around(plan, unit.drawnArea().envelope());
    Set<EdgeChain.Edge> outline = PackedRings.edges(unit.drawnArea());
    for (String code : patch.codes()) {
      if (!code.equals(unit.code())) {
        PackedRings.edges(patch.area(code)).stream()
            .filter(outline::contains)
            .forEach(edge -> heirOf.put(edge, code));
      }
    }
  }

  PlanChange change() {
    if (heirOf.isEmpty()) {
      throw EditRefusedException.at(unit.drawnArea(), Refusal.NO_NEIGHBOUR, unit.code());
    }
    LatticeRing shell = unit.drawnArea().polygons().get(0).shell();
    NearestBorder borders = new NearestBorder(heirOf, new LatticePoint(shell.x(0), shell.y(0)));
    List<long[]> cuts = cuts(borders);
    List<String> codes = new ArrayList<>(List.of(unit.code()));
    heirOf.values().stream().distinct().sorted(Plan.CODE_ORDER).forEach(codes::add);
    Arrangement arrangement = Arrangement.divided(patch.areas(codes), cuts);
    Map<String, List<Integer>> faces = new TreeMap<>(Plan.CODE_ORDER);
    Set<String> heirs = new HashSet<>();
    arrangement
        .boundedFaces()
        .forEach(
            face -> {
              for (int owner : arrangement.owners(face)) {
                String heir =
                    owner > 0 ? codes.get(owner) : heir(arrangement, face, codes, borders);
                faces.computeIfAbsent(heir, it -> new ArrayList<>()).add(face);
                if (owner == 0) {
                  heirs.add(heir);
                }
              }
            });
    return given(arrangement, codes, faces, heirs);
  }

  private PlanChange given(
      Arrangement arrangement,
      List<String> codes,
      Map<String, List<Integer>> faces,
      Set<String> heirs) {
    patch.remove(unit.code());
    for (String heir : heirs) {
      int[] own =
          Objects.requireNonNull(faces.get(heir)).stream()
              .mapToInt(Integer::intValue)
              .distinct()
              .toArray();
      patch.put(heir, arrangement.area(own).orElseThrow());
      Units.requireWhole(heir, Objects.requireNonNull(patch.before().get(heir)), patch.area(heir));
    }
    patch.takeUnneeded();
    patch.takeLeftovers(codes);
    Outcome outcome = new Outcome(plan.plan());
    outcome.remove(unit.depth(), unit.code());
    List<String> from = new ArrayList<>(heirs);
    from.add(unit.code());
    outcome.addLineage(unit.depth(), from, List.copyOf(heirs));
    patch.finish(outcome);
    return outcome.change();
  }

  /** The stretches inside the grid of the lines between the borders, made to meet its outline. */
  private List<long[]> cuts(NearestBorder borders) {
    Snap snap = Snap.around(borders.origin(), 1.5 * borders.spacingMetres());
    Cutting cutting = new Cutting(patch, List.of(unit.code()), snap);
    List<long[]> lines = new ArrayList<>();
    borders.linesBetween().forEach(line -> lines.add(cutting.cut(line)));
    return Cutting.inside(lines, patch.area(unit.code()));
  }

  /** Who borders longest on a piece; where nobody does, whose border is nearest to its middle. */
  private static String heir(
      Arrangement arrangement, int face, List<String> codes, NearestBorder borders) {
    double[] metres = new double[codes.size()];
    arrangement.forEachHalf(
        face,
        half -> {
          for (int owner : arrangement.owners(arrangement.face(half ^ 1))) {
            metres[owner] += owner > 0 ? arrangement.metres(half >> 1) : 0;
          }
        });
    int best = 0;
    for (int i = 1; i < metres.length; i++) {
      best = metres[i] > metres[best] ? i : best;
    }
    if (best > 0) {
      return codes.get(best);
    }
    Optional<Geometry> piece = arrangement.area(face).map(LatticeJts::toSteps);
    return borders.nearest(piece.orElseThrow().getInteriorPoint().getCoordinate());
  }
}
