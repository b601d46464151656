package org.gridwright.core.coverage.seams;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.arrangement.Renumbering;
import org.gridwright.core.arrangement.Rims;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.locationtech.jts.geom.Envelope;

/**
 * Checks the seams again around an edit only, in a part of the plan cut out for it.
 *
 * <p><em>Concerned</em> are the units that reach into the rectangles of the changed units as they
 * were and as they are, those of earlier findings that do, and whoever shares an earlier finding
 * with one that is concerned; where a declared void is near, also the units around it, because a
 * gap that is all void is no finding. The part consists of all units that reach into the rectangle
 * of a concerned one; so each face over a concerned unit, and each line in it, is in the part as it
 * is in the whole plan. Findings that name a concerned unit are replaced by those found in the
 * part; the others name only units whose faces the edit left alone.
 *
 * <p>Whether open ground is enclosed by units far away can not be seen in a part. It was open
 * before (otherwise it was a finding whose units are concerned), and it still is when the borders
 * of open ground join the same points as before ({@link Rims}). Otherwise, where the part would be
 * a large share of the plan, and in some rare cases, the whole plan has to be checked.
 */
public final class Surroundings {

  /** A part of more units costs about as much as a check of the seams of a whole city. */
  private static final int MOST_UNITS = 2_000;

  private static final int MOST_CHANGED = 200;

  /**
   * What a check around an edit found.
   *
   * @param findings all along the seams of the whole plan, sorted
   * @param sameBorder whether no edge beside open ground changed; not looked into, and false, where
   *     no rule asks
   */
  public record SeamFindings(List<Finding> findings, boolean sameBorder) {}

  /** Rounding moves lines by less than a step; the rest is room for places given in degrees. */
  private static final int MARGIN = 2;

  private final PlanSeams before;
  private final PlanSeams after;
  private final List<LatticeEnvelope> windows = new ArrayList<>();
  private final Set<String> concerned = new HashSet<>();

  private Surroundings(PlanSeams before, PlanSeams after, Renumbering renumbering) {
    this.before = before;
    this.after = after;
    for (int was : renumbering.gone()) {
      windows.add(widened(before.matching().areas().get(was).envelope()));
    }
    for (int unit : renumbering.fresh()) {
      windows.add(widened(after.matching().areas().get(unit).envelope()));
    }
  }

  /**
   * The findings along the seams after an edit, sorted; empty where the whole plan has to be
   * checked.
   *
   * @param known all of them before it, sorted
   */
  public static Optional<SeamFindings> check(
      PlanSeams before, List<Finding> known, PlanSeams after, Renumbering renumbering) {
    if (renumbering.fresh().length + renumbering.gone().length > MOST_CHANGED
        || before.voids() != after.voids()) {
      return Optional.empty();
    }
    return new Surroundings(before, after, renumbering).check(known);
  }

  private Optional<SeamFindings> check(List<Finding> known) {
    if (windows.isEmpty()) {
      return Optional.of(new SeamFindings(known, after.rules().looksForInlets()));
    }
    if (!gatherConcerned(known)) {
      return Optional.empty();
    }
    BitSet partBefore = unitsAround(before);
    BitSet partAfter = unitsAround(after);
    if (partAfter.cardinality() > MOST_UNITS) {
      return Optional.empty();
    }
    LatticeEnvelope around = before.envelope(partBefore).union(after.envelope(partAfter));
    Arrangement arrangement = after.arrangement(partAfter, around);
    Set<List<Long>> rims = Rims.of(arrangement);
    boolean bordersCount = after.rules().looksForInlets();
    boolean sameBorder = false;
    if (bordersCount || !rims.isEmpty()) {
      Arrangement earlier = before.arrangement(partBefore, around);
      if (!rims.equals(Rims.of(earlier))) {
        return Optional.empty();
      }
      sameBorder = bordersCount && Rims.edges(arrangement).equals(Rims.edges(earlier));
    }
    Map<String, Finding> byId = new HashMap<>();
    known.stream().filter(this::isConcerned).forEach(finding -> byId.put(finding.id(), finding));
    List<Finding> found = after.findings(partAfter, arrangement, byId);
    boolean unsure =
        found.stream()
            .filter(finding -> !byId.containsKey(finding.id()))
            .anyMatch(finding -> isUnsure(finding, partAfter));
    return unsure
        ? Optional.empty()
        : Optional.of(
            new SeamFindings(
                FindingLists.replaced(
                    known, this::isConcerned, found.stream().filter(this::isConcerned).toList()),
                sameBorder));
  }

  private boolean isConcerned(Finding finding) {
    return finding.units().stream().anyMatch(concerned::contains);
  }

  /** False where an earlier finding near the edit names no unit. */
  private boolean gatherConcerned(List<Finding> known) {
    ArrayDeque<String> open = new ArrayDeque<>();
    for (LatticeEnvelope window : windows) {
      before.matching().visitNear(window, unit -> open.add(before.code(unit)));
      after.matching().visitNear(window, unit -> open.add(after.code(unit)));
    }
    List<Envelope> boxes = windows.stream().map(Surroundings::envelope).toList();
    for (Envelope lake : after.voids().reachedFrom(boxes)) {
      LatticeEnvelope box = widened(lattice(lake));
      before.matching().visitNear(box, unit -> open.add(before.code(unit)));
      after.matching().visitNear(box, unit -> open.add(after.code(unit)));
    }
    Map<String, List<Finding>> findingsOf = new HashMap<>();
    for (Finding finding : known) {
      finding
          .units()
          .forEach(it -> findingsOf.computeIfAbsent(it, c -> new ArrayList<>()).add(finding));
      if (reachesWindow(finding)) {
        if (finding.units().isEmpty()) {
          return false;
        }
        open.addAll(finding.units());
      }
    }
    while (!open.isEmpty()) {
      String code = open.remove();
      if (concerned.add(code)) {
        findingsOf.getOrDefault(code, List.of()).forEach(finding -> open.addAll(finding.units()));
      }
    }
    return true;
  }

  private boolean reachesWindow(Finding finding) {
    LatticeEnvelope place = steps(finding);
    return windows.stream().anyMatch(place::intersects);
  }

  /** The units that reach into the rectangle of a concerned unit, before or after. */
  private BitSet unitsAround(PlanSeams plan) {
    BitSet around = new BitSet();
    for (String code : concerned) {
      for (PlanSeams either : List.of(before, after)) {
        int unit = either.indexOf(code);
        if (unit >= 0) {
          LatticeEnvelope box = widened(either.matching().areas().get(unit).envelope());
          plan.matching().visitNear(box, around::set);
        }
      }
    }
    return around;
  }

  /**
   * Whether units that are not in the part may lie in a new gap, where they would be a part of its
   * border.
   */
  private boolean isUnsure(Finding finding, BitSet part) {
    boolean empty =
        finding.kind() == Finding.Kind.GAP || finding.kind() == Finding.Kind.GAP_IN_JURISDICTION;
    if (!empty || !(finding.units().isEmpty() ? reachesWindow(finding) : isConcerned(finding))) {
      return false;
    }
    LatticeEnvelope place = steps(finding);
    boolean[] found = {finding.units().isEmpty()};
    after
        .matching()
        .visitNear(
            place,
            unit -> {
              LatticeEnvelope box = after.matching().areas().get(unit).envelope();
              found[0] |= !part.get(unit) && place.union(box).equals(place);
            });
    return found[0];
  }

  private static LatticeEnvelope steps(Finding finding) {
    Envelope degrees = finding.place().getEnvelopeInternal();
    return degrees.isNull()
        ? LatticeEnvelope.EMPTY
        : widened(
            lattice(
                new Envelope(
                    degrees.getMinX() * Lattice.STEPS_PER_DEGREE,
                    degrees.getMaxX() * Lattice.STEPS_PER_DEGREE,
                    degrees.getMinY() * Lattice.STEPS_PER_DEGREE,
                    degrees.getMaxY() * Lattice.STEPS_PER_DEGREE)));
  }

  private static LatticeEnvelope lattice(Envelope steps) {
    return new LatticeEnvelope(
        (int) Math.round(steps.getMinX()),
        (int) Math.round(steps.getMinY()),
        (int) Math.round(steps.getMaxX()),
        (int) Math.round(steps.getMaxY()));
  }

  private static Envelope envelope(LatticeEnvelope box) {
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }

  private static LatticeEnvelope widened(LatticeEnvelope box) {
    return new LatticeEnvelope(
        box.minX() - MARGIN, box.minY() - MARGIN, box.maxX() + MARGIN, box.maxY() + MARGIN);
  }
}
