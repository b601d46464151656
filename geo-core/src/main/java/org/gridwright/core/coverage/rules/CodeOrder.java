package org.gridwright.core.coverage.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Finds communities whose sequences do not run west to east and north to south. Grids are no
 * chessboard, so this asks only what every such numbering keeps, by rows or by columns: a grid that
 * lies wholly west and wholly north of another one (their rectangles may touch) comes before it.
 * Only grids whose codes continue their community's are looked at; that others do not is a finding
 * of its own.
 */
public final class CodeOrder {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private CodeOrder() {}

  /**
   * One finding for each community out of order, placed at the grids that come too late; sorted.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static List<Finding> findings(Plan plan, Progress progress) {
    if (!isAsked(plan)) {
      return List.of();
    }
    Map<String, List<Unit>> communities = new HashMap<>();
    for (Unit grid : plan.grids()) {
      String community = grid.parent().orElseThrow();
      if (isNumberedIn(community, grid)) {
        communities.computeIfAbsent(community, it -> new ArrayList<>()).add(grid);
      }
    }
    return FindingLists.sorted(
        communities.entrySet().parallelStream()
            .flatMap(it -> findings(it.getKey(), it.getValue(), progress).stream())
            .toList());
  }

  /**
   * The findings after a change: those of the communities of changed grids are looked for anew.
   * Takes time in proportion to the grids there.
   */
  public static List<Finding> after(
      List<Finding> known, Plan plan, PlanChange change, Plan edited) {
    if (!isAsked(edited)) {
      return List.of();
    }
    int depth = plan.theme().gridLevel().depth();
    Set<String> communities = new HashSet<>();
    for (UnitChange unit : change.units()) {
      if (unit.depth() == depth) {
        plan.unit(depth, unit.code()).flatMap(Unit::parent).ifPresent(communities::add);
        edited.unit(depth, unit.code()).flatMap(Unit::parent).ifPresent(communities::add);
      }
    }
    return FindingLists.replaced(
        known,
        finding -> isOf(communities, plan, finding),
        communities.stream()
            .flatMap(it -> findings(it, numberedIn(it, edited), Progress.NONE).stream())
            .toList());
  }

  /** Whether a finding is one of some communities; whose codes its grids continue. */
  private static boolean isOf(Set<String> communities, Plan plan, Finding finding) {
    String grid = finding.units().get(0);
    return communities.stream().anyMatch(grid::startsWith)
        && communities.contains(
            plan.unit(plan.theme().gridLevel().depth(), grid).flatMap(Unit::parent).orElseThrow());
  }

  /**
   * The grids of a community whose codes continue its own: they stand side by side in code order.
   */
  private static List<Unit> numberedIn(String community, Plan plan) {
    List<Unit> all = plan.grids();
    List<Unit> grids = new ArrayList<>();
    int index = plan.firstBehind(plan.theme().gridLevel().depth(), community);
    for (; index < all.size() && all.get(index).code().startsWith(community); index++) {
      if (isNumberedIn(community, all.get(index))) {
        grids.add(all.get(index));
      }
    }
    return grids;
  }

  private static boolean isNumberedIn(String community, Unit grid) {
    return grid.code().length() > community.length()
        && grid.code().startsWith(community)
        && community.equals(grid.parentCode());
  }

  private static boolean isAsked(Plan plan) {
    return plan.theme().codes() == CodeScheme.CN15 && plan.theme().levels().size() > 1;
  }

  /** Grids in code order: a later one must not lie north-west of an earlier one. */
  private static List<Finding> findings(String community, List<Unit> grids, Progress progress) {
    LatticeEnvelope[] boxes =
        grids.stream().map(it -> it.drawnArea().envelope()).toArray(LatticeEnvelope[]::new);
    List<String> late = new ArrayList<>();
    List<Coordinate> places = new ArrayList<>();
    String first = "";
    for (int later = 1; later < boxes.length; later++) {
      progress.checkpoint();
      for (int earlier = 0; earlier < later; earlier++) {
        if (isNorthWest(boxes[later], boxes[earlier])) {
          first = late.isEmpty() ? grids.get(earlier).code() : first;
          late.add(grids.get(later).code());
          places.add(middle(boxes[later]));
          break;
        }
      }
    }
    return late.isEmpty()
        ? List.of()
        : List.of(
            FindingMaker.make(
                Finding.Kind.CODE_ORDER,
                Severity.WARNING,
                FACTORY.createMultiPointFromCoords(places.toArray(Coordinate[]::new)),
                0,
                0,
                late,
                Finding.Kind.CODE_ORDER.says(community, late.get(0), first, late.size())));
  }

  private static boolean isNorthWest(LatticeEnvelope a, LatticeEnvelope b) {
    return a.maxX() <= b.minX() && a.minY() >= b.maxY();
  }

  private static Coordinate middle(LatticeEnvelope box) {
    return new Coordinate(
        Math.floor(((double) box.minX() + box.maxX()) / 2),
        Math.floor(((double) box.minY() + box.maxY()) / 2));
  }
}
