package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalMetric;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Writes down what an allocation means for each place and each unit. */
final class Drafting {

  private final Plan plan;
  private final RepairOptions options;
  private final List<LatticeMultiPolygon> drawn;
  private final RepairArrangement ground;
  private final SnappedAreas snapped;
  private final Arrangement arrangement;
  private final FaceMeasures measures;
  private final Allocation allocation;

  Drafting(Plan plan, RepairOptions options, RepairArrangement ground, Allocation allocation) {
    this.plan = plan;
    this.options = options;
    this.drawn = plan.grids().stream().map(Unit::drawnArea).toList();
    this.ground = ground;
    this.snapped = ground.units();
    this.arrangement = ground.arrangement();
    this.measures = ground.measures();
    this.allocation = allocation;
  }

  @SuppressWarnings("ReferenceEquality") // what was not moved is the same area
  Proposal proposal(Progress progress) {
    Steps steps = progress.steps(drawn.size());
    Map<String, LatticeMultiPolygon> areas = new TreeMap<>();
    List<Movement> moved = new ArrayList<>();
    for (int unit = 0; unit < drawn.size(); unit++) {
      steps.done();
      LatticeMultiPolygon area = areaOf(unit);
      if (area != drawn.get(unit)) {
        areas.put(code(unit), area);
        moved.add(movement(unit, area));
      }
    }
    return new Proposal(plan, options, mends(), moved, areas);
  }

  /** The area of a unit in the end; the very object that was drawn where nothing changes. */
  private LatticeMultiPolygon areaOf(int unit) {
    LatticeMultiPolygon before = snapped.areas().get(unit);
    if (!arrangement.isNamed(unit)) {
      return before;
    }
    int[] faces = allocation.facesOf(unit);
    if (faces.length == 0) {
      return drawn.get(unit);
    }
    LatticeMultiPolygon after = measures.area(faces);
    return !ground.isInvalid(unit) && edges(after).equals(edges(before)) ? before : after;
  }

  /** The directed edges of an area; equal for the same area drawn from another starting point. */
  private static Set<List<Long>> edges(LatticeMultiPolygon area) {
    Set<List<Long>> edges = new HashSet<>();
    area.forEachRing(
        ring -> {
          for (int i = 1; i < ring.size(); i++) {
            edges.add(
                List.of(Packed.of(ring.x(i - 1), ring.y(i - 1)), Packed.of(ring.x(i), ring.y(i))));
          }
        });
    return edges;
  }

  @SuppressWarnings("ReferenceEquality") // what was not snapped is the same area
  private Movement movement(int unit, LatticeMultiPolygon after) {
    double gained = 0;
    double lost = 0;
    if (arrangement.isNamed(unit)) {
      for (int face : arrangement.boundedFaces().toArray()) {
        boolean had = arrangement.covers(unit, face);
        boolean has =
            allocation.owner(face) == unit || (had && allocation.owner(face) == Allocation.LEFT);
        gained += has && !had ? measures.squareMetres(face) : 0;
        lost += had && !has ? measures.squareMetres(face) : 0;
      }
    }
    double sizeAfter = squareMetres(after);
    Geometry before = LatticeJts.toSteps(drawn.get(unit));
    boolean valid = before.isValid();
    if (valid && snapped.areas().get(unit) != drawn.get(unit)) {
      double kept = squareMetres(common(before, LatticeJts.toSteps(after)));
      gained = Math.max(0, sizeAfter - kept);
      lost = Math.max(0, squareMetres(before) - kept);
    }
    return new Movement(
        code(unit),
        valid ? squareMetres(before) : sizeAfter - gained + lost,
        sizeAfter,
        gained,
        lost,
        snapped.vertexMetres()[unit]);
  }

  private static Geometry common(Geometry before, Geometry after) {
    return OverlayNGRobust.overlay(before, after, OverlayNG.INTERSECTION);
  }

  private static double squareMetres(LatticeMultiPolygon area) {
    return squareMetres(LatticeJts.toSteps(area));
  }

  private static double squareMetres(Geometry steps) {
    return LocalMetric.around(steps).squareMetres(steps);
  }

  private List<Mend> mends() {
    List<Mend> mends = new ArrayList<>();
    for (int face : arrangement.boundedFaces().toArray()) {
      ground.checkpoint();
      boolean sound = allocation.owners(face).length == 1 && !allocation.isSliver(face);
      if (!sound && !ground.is(RepairArrangement.Role.VOID, face)) {
        mends.add(mend(face, kind(face)));
      }
    }
    mends.sort(
        Comparator.comparingDouble(Mend::squareMetres)
            .reversed()
            .thenComparing(mend -> String.join("\n", mend.units()))
            .thenComparing(mend -> mend.place().getCoordinate()));
    return mends;
  }

  private Mend.Kind kind(int face) {
    return switch (allocation.owners(face).length) {
      case 0 -> ground.is(RepairArrangement.Role.INLET, face) ? Mend.Kind.INLET : Mend.Kind.GAP;
      case 1 -> Mend.Kind.SLIVER;
      default -> Mend.Kind.OVERLAP;
    };
  }

  private Mend mend(int face, Mend.Kind kind) {
    TreeSet<Integer> units = new TreeSet<>();
    IntStream.of(allocation.owners(face)).filter(it -> it >= 0).forEach(units::add);
    if (kind == Mend.Kind.GAP || kind == Mend.Kind.INLET) {
      arrangement
          .borders(face)
          .keySet()
          .forEach(
              beside ->
                  IntStream.of(allocation.owners(beside))
                      .filter(it -> it >= 0)
                      .forEach(units::add));
    }
    List<String> codes = units.stream().map(this::code).toList();
    int owner = allocation.owner(face);
    List<String> receiver = owner >= 0 ? List.of(code(owner)) : List.of();
    double area = measures.squareMetres(face);
    double width = measures.widthMetres(face);
    Mend.Reason reason = allocation.reason(face);
    return new Mend(
        kind,
        LatticeJts.toDegrees(measures.area(face)),
        area,
        width,
        codes,
        receiver,
        reason,
        Message.core(
            "repair." + kind.name().toLowerCase(Locale.ROOT) + (owner >= 0 ? "-given" : "-left"),
            String.join(", ", codes),
            String.format(Locale.ROOT, area < 1 ? "%.3f" : "%.1f", area),
            String.format(Locale.ROOT, "%.2f", width),
            reason == null ? receiver(receiver) : why(reason)));
  }

  private static Object receiver(List<String> receiver) {
    return receiver.isEmpty() ? "" : receiver.get(0);
  }

  private Message why(Mend.Reason reason) {
    return Message.core(
        "repair.why-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        String.format(Locale.ROOT, "%.2f", options.gapWidthMetres()));
  }

  private String code(int unit) {
    return plan.grids().get(unit).code();
  }
}
