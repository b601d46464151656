package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.coverage.area.RingFaults;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.work.Progress;

/**
 * The areas of the units, and ground between them that is told apart, as one arrangement. In it,
 * units come first; numbers beyond them are parts of open ground. Not thread-safe, because measures
 * are computed when they are asked for.
 */
final class RepairArrangement {

  /** What a part of open ground is. */
  enum Role {
    /** A piece of a long gap, which goes to a unit of its own. */
    PIECE,
    /** What a declared void covers of a gap; nobody is given it. */
    VOID,
    /** A narrow inlet from outside. */
    INLET,
    /** The place of a finding that is mended alone, whoever covers it. */
    PLACE
  }

  /**
   * Ground that is to be told apart from what lies beside it.
   *
   * @param receiver position of the unit that a piece is for, or {@link ClaimedRing#NOBODY}
   */
  record Part(Role role, LatticeMultiPolygon area, int receiver) {

    Part(Role role, LatticeMultiPolygon area) {
      this(role, area, ClaimedRing.NOBODY);
    }
  }

  private final SnappedAreas units;
  private final BitSet invalid;
  private final List<Part> parts;
  private final Arrangement arrangement;
  private final FaceMeasures measures;
  private final Progress progress;

  private RepairArrangement(
      SnappedAreas units,
      BitSet invalid,
      List<Part> parts,
      Arrangement arrangement,
      Progress progress) {
    this.units = units;
    this.invalid = invalid;
    this.parts = List.copyOf(parts);
    this.arrangement = arrangement;
    this.progress = progress;
    this.measures = new FaceMeasures(arrangement);
  }

  /**
   * @param progress asked by all who work on this arrangement
   */
  static RepairArrangement of(SnappedAreas units, Progress progress) {
    BitSet invalid = RingFaults.of(units.areas(), progress).grids();
    Arrangement arrangement = Arrangement.of(units.areas(), invalid, progress);
    return new RepairArrangement(units, invalid, List.of(), arrangement, progress);
  }

  /** As {@link #of}, with every unit told apart, sound or not. */
  static RepairArrangement ofAll(SnappedAreas units, Progress progress) {
    BitSet all = new BitSet();
    all.set(0, units.areas().size());
    BitSet invalid = RingFaults.of(units.areas(), progress).grids();
    Arrangement arrangement = Arrangement.of(units.areas(), all, progress);
    return new RepairArrangement(units, invalid, List.of(), arrangement, progress);
  }

  /** Asked by all who work on this ground. */
  Progress progress() {
    return progress;
  }

  /**
   * This arrangement with further parts. Edges of units are led through corners of voids and inlets
   * that were rounded to the lattice beside them, so that nothing is left in between.
   */
  RepairArrangement with(List<Part> more) {
    if (more.isEmpty()) {
      return this;
    }
    BitSet named = new BitSet();
    IntStream.of(arrangement.namedUnits()).forEach(named::set);
    SnappedAreas led = units;
    for (Part part : more) {
      checkpoint();
      if (part.role() != Role.PIECE) {
        int[] near = unitsNear(part.area().envelope());
        IntStream.of(near).forEach(named::set);
        led = PassingEdges.led(led, near, part.area());
      }
    }
    List<Part> all = new ArrayList<>(parts);
    all.addAll(more);
    List<LatticeMultiPolygon> areas = new ArrayList<>(led.areas());
    all.forEach(part -> areas.add(part.area()));
    named.set(led.areas().size(), areas.size());
    return new RepairArrangement(
        led, invalid, all, Arrangement.of(areas, named, progress), progress);
  }

  /** Units whose rectangles come within two steps of one, ascending. */
  int[] unitsNear(LatticeEnvelope box) {
    LatticeEnvelope wider =
        new LatticeEnvelope(box.minX() - 2, box.minY() - 2, box.maxX() + 2, box.maxY() + 2);
    return IntStream.range(0, units.areas().size())
        .filter(unit -> units.areas().get(unit).envelope().intersects(wider))
        .toArray();
  }

  /** Where work on this arrangement may be stopped. */
  void checkpoint() {
    progress.checkpoint();
  }

  SnappedAreas units() {
    return units;
  }

  boolean isInvalid(int unit) {
    return invalid.get(unit);
  }

  Arrangement arrangement() {
    return arrangement;
  }

  FaceMeasures measures() {
    return measures;
  }

  /** The units over a face, without parts of open ground. */
  int[] owners(int face) {
    return IntStream.of(arrangement.owners(face)).filter(this::isUnit).toArray();
  }

  /** Whether no unit covers a face. */
  boolean isEmpty(int face) {
    return IntStream.of(arrangement.owners(face)).noneMatch(this::isUnit);
  }

  /** Whether a face lies in a part of open ground. */
  boolean isPart(int face) {
    return !IntStream.of(arrangement.owners(face)).allMatch(this::isUnit);
  }

  /** Whether a face lies in a part of a role, and no unit covers it. */
  boolean is(Role role, int face) {
    return isEmpty(face) && isIn(role, face);
  }

  /** Whether the place of a finding that is mended alone is told apart. */
  boolean hasPlace() {
    return parts.stream().anyMatch(part -> part.role() == Role.PLACE);
  }

  /** Whether a face lies in the place of a finding that is mended alone. */
  boolean isInPlace(int face) {
    return isIn(Role.PLACE, face);
  }

  private boolean isIn(Role role, int face) {
    return IntStream.of(arrangement.owners(face))
        .anyMatch(
            owner -> !isUnit(owner) && parts.get(owner - units.areas().size()).role() == role);
  }

  /** The unit that the piece over a face is for, or {@link ClaimedRing#NOBODY}. */
  int receiver(int face) {
    return IntStream.of(arrangement.owners(face))
        .filter(owner -> !isUnit(owner))
        .map(owner -> parts.get(owner - units.areas().size()).receiver())
        .filter(unit -> unit != ClaimedRing.NOBODY)
        .findFirst()
        .orElse(ClaimedRing.NOBODY);
  }

  private boolean isUnit(int owner) {
    return owner < units.areas().size();
  }
}
