package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.CodeLineage;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.draft.OfficerQuestion.Part;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.AddressStore;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where the addresses of grids of one plan are in another, of the grids whose ground is not the
 * same. For one thread.
 */
final class GridShifts {

  private static final Theme GRIDS = Theme.of("grids", "grids", CodeScheme.FREE, "grid");

  private final Plan after;
  private final CodeLineage codes;
  private final AddressStore addresses;
  private final Map<String, Unit> shifted = new LinkedHashMap<>();
  private final Small was;
  private final Small is;

  GridShifts(Plan before, Plan after, CodeLineage codes, AddressStore addresses) {
    this.after = after;
    this.codes = codes;
    this.addresses = addresses;
    int depth = before.theme().gridLevel().depth();
    List<Unit> receivers = new ArrayList<>();
    for (UnitChange change : PlanChange.between(before, after).units()) {
      if (change.depth() == depth) {
        Unit old = change.before();
        if (old != null && old.area() != null && !sameGround(old)) {
          shifted.put(old.code(), old);
        }
        if (change.after() != null && change.after().area() != null) {
          receivers.add(change.after());
        }
      }
    }
    this.was = Small.of(shifted.values().stream().toList());
    this.is = Small.of(receivers);
  }

  /** A few grids with their locator. */
  private record Small(Plan plan, Locator locator) {

    static Small of(List<Unit> grids) {
      Plan plan =
          Plan.of(
              GRIDS,
              grids.stream()
                  .map(
                      grid ->
                          new Unit(0, grid.code(), null, grid.code(), Map.of(), grid.drawnArea()))
                  .toList());
      return new Small(plan, JtsLocator.of(plan));
    }

    Optional<String> owner(LatticePoint place) {
      int owner = locator.owner(place.x(), place.y());
      return owner == Locator.NOBODY
          ? Optional.empty()
          : Optional.of(plan.grids().get(owner - 1).code());
    }
  }

  /**
   * What became of a grid.
   *
   * @param code under which it goes on; null where it does not
   * @param addresses that it had
   * @param parts where they are, most first, the grid itself first among equals
   * @param ground stands for the ground before and after
   */
  record MovedGrid(@Nullable String code, long addresses, List<Part> parts, String ground) {

    long moved() {
      return addresses
          - parts.stream()
              .filter(part -> part.grid().equals(code))
              .mapToLong(Part::addresses)
              .sum();
    }
  }

  boolean isEmpty() {
    return shifted.isEmpty();
  }

  /** Whether the ground of a grid of the plan before is not the same. */
  boolean shifted(String code) {
    return shifted.containsKey(code);
  }

  /** What became of a grid of the plan before; empty where its ground is the same. */
  Optional<MovedGrid> of(String code) {
    return Optional.ofNullable(shifted.get(code)).map(this::shift);
  }

  private boolean sameGround(Unit old) {
    return successor(old).map(unit -> Objects.equals(unit.area(), old.area())).orElse(false);
  }

  private Optional<Unit> successor(Unit old) {
    return after.unit(old.depth(), codes.of(old.code()));
  }

  private MovedGrid shift(Unit old) {
    String code = successor(old).map(Unit::code).orElse(null);
    Map<String, Long> counts = new HashMap<>();
    long[] all = {0};
    Predicate<LatticePoint> mine = place -> was.owner(place).filter(old.code()::equals).isPresent();
    try (Stream<Address> near = addresses.stream(old.drawnArea().envelope())) {
      near.map(Address::place)
          .filter(mine)
          .forEach(
              place -> {
                all[0]++;
                is.owner(place).ifPresent(grid -> counts.merge(grid, 1L, Long::sum));
              });
    }
    if (all[0] == 0 && code == null) {
      is.owner(inside(old)).ifPresent(grid -> counts.put(grid, 0L));
    }
    Comparator<Part> mostFirst = Comparator.comparingLong(Part::addresses).reversed();
    List<Part> parts =
        counts.entrySet().stream()
            .map(each -> new Part(each.getKey(), each.getValue()))
            .sorted(
                mostFirst
                    .thenComparing(part -> !part.grid().equals(code))
                    .thenComparing(Part::grid, Plan.CODE_ORDER))
            .toList();
    return new MovedGrid(code, all[0], parts, ground(old));
  }

  private String ground(Unit old) {
    String is = successor(old).map(unit -> digits(unit.area())).orElse("");
    return digits(old.area()) + ">" + is;
  }

  private static String digits(@Nullable LatticeMultiPolygon area) {
    long[] hash = {0};
    if (area != null) {
      area.forEachRing(ring -> hash[0] = 31 * hash[0] + Arrays.hashCode(ring.toArray()));
    }
    return Long.toHexString(hash[0]);
  }

  private static LatticePoint inside(Unit grid) {
    Coordinate inside = InteriorPointArea.getInteriorPoint(LatticeJts.toDegrees(grid.drawnArea()));
    return LatticePoint.ofDegrees(inside.x, inside.y);
  }
}
