package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.area.VoidGround;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.ground.PartHeap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.PrecisionReducer;

/**
 * Mends single findings and nothing else, one after the other: overlaps, then gaps, then inlets.
 * Only the units of a finding are laid over each other, only its faces change hands, and outlines
 * are changed only at them: every other unit stays the same object. Where an outline ends in the
 * middle of an edge that such a unit shares, the edge stays undivided, so that what matched goes on
 * matching.
 */
final class FindingRepair {

  private final Plan plan;
  private final RepairOptions options;
  private final List<Finding> known;
  private final Progress progress;
  private final int depth;
  private final List<LatticeMultiPolygon> drawn;
  private final List<LatticeMultiPolygon> areas;
  private final List<LatticeMultiPolygon> own;
  private final double[] gained;
  private final double[] lost;
  private final double[] vertexMetres;
  private final List<Mend> mends = new ArrayList<>();

  /**
   * @param known findings of the plan that are at hand
   */
  FindingRepair(Plan plan, RepairOptions options, List<Finding> known, Progress progress) {
    this.plan = plan;
    this.options = options;
    this.known = known;
    this.progress = progress;
    this.depth = plan.theme().gridLevel().depth();
    this.drawn = plan.grids().stream().map(Unit::drawnArea).toList();
    this.areas = new ArrayList<>(drawn);
    this.own = plan.grids().stream().map(Unit::drawnArea).map(PartHeap::ground).toList();
    this.gained = new double[drawn.size()];
    this.lost = new double[drawn.size()];
    this.vertexMetres = new double[drawn.size()];
  }

  /**
   * @throws RepairException when a finding is asked for that the plan does not have, or that is no
   *     ground
   */
  Proposal proposal() {
    List<Finding> findings = findings(Objects.requireNonNull(options.only()));
    Steps steps = progress.steps(findings.size());
    for (Finding finding : findings) {
      steps.done();
      mend(finding);
    }
    mends.sort(MendWriter.LARGE_FIRST);
    return new Proposal(plan, options, mends, moved(), 0, changed());
  }

  private List<Finding> findings(Set<String> only) {
    Set<String> open = new TreeSet<>(only);
    open.addAll(options.byFinding().keySet());
    List<Finding> findings = new ArrayList<>();
    take(known, open, findings);
    if (!open.isEmpty()) {
      take(CoverageCheck.of(options.rules()).check(plan, progress.part(0, 0)), open, findings);
    }
    if (!open.isEmpty()) {
      throw new RepairException(Message.core("repair.finding-unknown", String.join(", ", open)));
    }
    findings.removeIf(finding -> !only.contains(finding.id()));
    findings.sort(Comparator.comparing(FindingRepair::turn));
    return findings;
  }

  private static void take(List<Finding> from, Set<String> open, List<Finding> findings) {
    for (Finding finding : from) {
      if (open.remove(finding.id())) {
        Choices.requireGround(finding);
        findings.add(finding);
      }
    }
  }

  private static int turn(Finding finding) {
    return switch (finding.kind()) {
      case GAP -> 1;
      case INLET -> 2;
      default -> 0;
    };
  }

  private void mend(Finding finding) {
    progress.checkpoint();
    int[] units =
        finding.units().stream().mapToInt(code -> plan.indexOf(depth, code)).sorted().toArray();
    Geometry place = withoutRepeatedParts(Choices.steps(finding), units);
    Elsewhere elsewhere = elsewhere(place, units);
    List<LatticeMultiPolygon> some = IntStream.of(units).mapToObj(this::ground).toList();
    SnappedAreas snapped =
        Snapping.of(
            some,
            options.snapMetres(),
            elsewhere,
            options.inletMetres() > 0 || finding.kind() == Finding.Kind.INLET,
            progress);
    RepairOptions local = options.withSnap(0).withGapWidth(Double.POSITIVE_INFINITY);
    Choices choices = Choices.alone(finding, local);
    RepairArrangement.Role role =
        finding.kind() == Finding.Kind.INLET
            ? RepairArrangement.Role.INLET
            : RepairArrangement.Role.PLACE;
    RepairArrangement bare = RepairArrangement.ofAll(snapped, progress);
    RepairArrangement told =
        bare.with(
            OpenGround.parts(role, PrecisionReducer.reducePrecision(place, VoidGround.LATTICE)));
    boolean found =
        told.arrangement().boundedFaces().anyMatch(face -> choices.isConcerned(told, face));
    RepairArrangement whole = found ? told : bare;
    RepairArrangement ground = whole.with(FaceDivider.pieces(whole, choices, local));
    Allocation allocation = new Allocation(ground, choices, finding.units()::indexOf, local);
    mends.addAll(
        new MendWriter(ground, allocation, finding.units()::get, local)
            .mends(face -> choices.isConcerned(ground, face)));
    draw(units, bare, ground, allocation, elsewhere);
  }

  /** The ground of a unit by now; of one that is as it was drawn, with its parts united. */
  private LatticeMultiPolygon ground(int unit) {
    return isChanged(unit) ? areas.get(unit) : own.get(unit);
  }

  /** What a finding is about without ground that several parts of one other unit cover. */
  @SuppressWarnings("ReferenceEquality") // what was not united is the same area
  private Geometry withoutRepeatedParts(Geometry place, int[] units) {
    Geometry rest = place;
    for (int unit = 0; unit < own.size(); unit++) {
      if (own.get(unit) != drawn.get(unit) && Arrays.binarySearch(units, unit) < 0) {
        rest =
            OverlayNG.overlay(
                rest, LatticeJts.toSteps(own.get(unit)), OverlayNG.DIFFERENCE, VoidGround.LATTICE);
      }
    }
    return rest;
  }

  /** Everything but some units, around a place with room to snap. */
  private Elsewhere elsewhere(Geometry place, int[] units) {
    Envelope box = new Envelope(place.getEnvelopeInternal());
    LocalFrame frame = LocalFrame.at(box.centre());
    box.expandBy(2 + options.snapMetres() / frame.east(), 2 + options.snapMetres() / frame.north());
    LatticeEnvelope near =
        new LatticeEnvelope(
            (int) Math.floor(box.getMinX()),
            (int) Math.floor(box.getMinY()),
            (int) Math.ceil(box.getMaxX()),
            (int) Math.ceil(box.getMaxY()));
    return Elsewhere.around(
        box,
        IntStream.range(0, areas.size())
            .filter(unit -> Arrays.binarySearch(units, unit) < 0)
            .mapToObj(areas::get)
            .filter(area -> area.envelope().intersects(near))
            .toList());
  }

  private void draw(
      int[] units,
      RepairArrangement bare,
      RepairArrangement ground,
      Allocation allocation,
      Elsewhere elsewhere) {
    Arrangement arrangement = ground.arrangement();
    int[] given =
        arrangement
            .boundedFaces()
            .filter(face -> allocation.owner(face) >= 0 && ground.owners(face).length != 1)
            .toArray();
    Set<Long> corners = new HashSet<>();
    for (int face : given) {
      arrangement.forEachHalf(
          face, half -> corners.add(Packed.of(arrangement.x(half), arrangement.y(half))));
    }
    List<LatticeMultiPolygon> traced = new ArrayList<>();
    for (int i = 0; i < units.length && given.length > 0; i++) {
      traced.add(ground.measures().area(allocation.facesOf(i)));
    }
    corners.retainAll(turns(bare.arrangement(), traced));
    Set<Long> shared = shared(corners, traced);
    for (int i = 0; i < units.length; i++) {
      count(units[i], i, given, ground, allocation);
      LatticeMultiPolygon before = bare.units().areas().get(i);
      LatticeMultiPolygon after =
          traced.isEmpty()
              ? before
              : ground.isInvalid(i)
                  ? traced.get(i)
                  : LocalOutline.of(before, traced.get(i), corners, shared, elsewhere);
      if (!Drafting.edges(after).equals(Drafting.edges(ground(units[i])))) {
        areas.set(units[i], after);
      }
    }
  }

  private void count(
      int unit, int position, int[] given, RepairArrangement ground, Allocation allocation) {
    vertexMetres[unit] = Math.max(vertexMetres[unit], ground.units().vertexMetres()[position]);
    for (int face : given) {
      boolean had = ground.arrangement().covers(position, face);
      boolean has = allocation.owner(face) == position;
      gained[unit] += has && !had ? ground.measures().squareMetres(face) : 0;
      lost[unit] += had && !has ? ground.measures().squareMetres(face) : 0;
    }
  }

  /** Corners and crossings of some units, and where their new outlines turn besides. */
  private static Set<Long> turns(Arrangement bare, List<LatticeMultiPolygon> traced) {
    Set<Long> turns = new HashSet<>();
    for (int half = 0; half < 2 * bare.edgeCount(); half++) {
      turns.add(Packed.of(bare.x(half), bare.y(half)));
    }
    traced.forEach(area -> area.forEachRing(ring -> LocalOutline.addTurns(ring, turns)));
    return turns;
  }

  /** Of some corners, those on the outlines of several areas. */
  private static Set<Long> shared(Set<Long> corners, List<LatticeMultiPolygon> areas) {
    Set<Long> once = new HashSet<>();
    Set<Long> several = new HashSet<>();
    for (LatticeMultiPolygon area : areas) {
      Set<Long> here = new HashSet<>();
      area.forEachRing(
          ring -> {
            for (int i = 1; i < ring.size(); i++) {
              here.add(Packed.of(ring.x(i), ring.y(i)));
            }
          });
      here.retainAll(corners);
      here.stream().filter(it -> !once.add(it)).forEach(several::add);
    }
    return several;
  }

  @SuppressWarnings("ReferenceEquality") // what was not changed is the same area
  private boolean isChanged(int unit) {
    return areas.get(unit) != drawn.get(unit);
  }

  private Map<String, LatticeMultiPolygon> changed() {
    Map<String, LatticeMultiPolygon> changed = new TreeMap<>();
    IntStream.range(0, areas.size())
        .filter(this::isChanged)
        .forEach(unit -> changed.put(plan.grids().get(unit).code(), areas.get(unit)));
    return changed;
  }

  private List<Movement> moved() {
    return IntStream.range(0, areas.size())
        .filter(this::isChanged)
        .mapToObj(
            unit ->
                Movement.of(
                    plan.grids().get(unit).code(),
                    LatticeJts.toSteps(drawn.get(unit)),
                    LatticeJts.toSteps(areas.get(unit)),
                    gained[unit],
                    lost[unit],
                    options.snapMetres() > 0,
                    vertexMetres[unit]))
        .toList();
  }
}
