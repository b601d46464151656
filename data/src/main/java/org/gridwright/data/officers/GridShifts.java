package org.gridwright.data.officers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.GridOwners;
import org.gridwright.core.plan.CodeLineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.model.Address;
import org.gridwright.data.officers.OfficerQuestion.Part;
import org.gridwright.data.store.AddressStore;
import org.jspecify.annotations.Nullable;

/**
 * Where the addresses of grids of one plan are in another, of the grids whose ground is not the
 * same. Addresses are looked up when a grid is asked about. For one thread.
 */
public final class GridShifts {

  private final Plan after;
  private final CodeLineage codes;
  private final AddressStore addresses;
  private final SortedMap<String, Unit> shifted = new TreeMap<>(Plan.CODE_ORDER);
  private final GridOwners was;
  private final GridOwners is;

  /**
   * What became of grids.
   *
   * @param changes of which units something became; all around those that are wanted
   * @param after the plan that the changes led to
   * @param wanted which of the grids whose ground is not the same will be asked about
   */
  public GridShifts(
      List<UnitChange> changes,
      Plan after,
      CodeLineage codes,
      AddressStore addresses,
      Predicate<Unit> wanted) {
    this.after = after;
    this.codes = codes;
    this.addresses = addresses;
    int depth = after.theme().gridLevel().depth();
    List<Unit> givers = new ArrayList<>();
    List<Unit> receivers = new ArrayList<>();
    for (UnitChange change : changes) {
      if (change.depth() == depth) {
        Unit old = change.before();
        if (old != null && old.area() != null && !sameGround(old)) {
          givers.add(old);
        }
        if (change.after() != null && change.after().area() != null) {
          receivers.add(change.after());
        }
      }
    }
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (Unit giver : givers) {
      if (wanted.test(giver)) {
        shifted.put(giver.code(), giver);
        box = box.union(giver.drawnArea().envelope());
      }
    }
    this.was = near(givers, box);
    this.is = near(receivers, box);
  }

  /** Those that may own something in a closed rectangle. */
  private static GridOwners near(List<Unit> grids, LatticeEnvelope box) {
    return GridOwners.of(
        grids.stream().filter(grid -> grid.drawnArea().envelope().intersects(box)).toList());
  }

  /**
   * What became of a grid.
   *
   * @param code under which it goes on; null where it does not
   * @param addresses that it had
   * @param parts where they are, most first, the grid itself first among equals
   * @param ground stands for the ground before and after
   */
  public record MovedGrid(@Nullable String code, long addresses, List<Part> parts, String ground) {

    public long moved() {
      return addresses
          - parts.stream()
              .filter(part -> part.grid().equals(code))
              .mapToLong(Part::addresses)
              .sum();
    }
  }

  public boolean isEmpty() {
    return shifted.isEmpty();
  }

  /** Codes of the grids that are asked about, in the plan before. */
  SortedSet<String> codes() {
    return Collections.unmodifiableSortedSet(new TreeMap<>(shifted).navigableKeySet());
  }

  /** What became of a grid; empty where its ground is the same, or it was not wanted. */
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
    Predicate<LatticePoint> mine = place -> owns(was, place).filter(old.code()::equals).isPresent();
    try (Stream<Address> near = addresses.stream(old.drawnArea().envelope())) {
      near.map(Address::place)
          .filter(mine)
          .forEach(
              place -> {
                all[0]++;
                owns(is, place).ifPresent(grid -> counts.merge(grid, 1L, Long::sum));
              });
    }
    if (all[0] == 0 && code == null) {
      owns(is, LatticeJts.inside(old.drawnArea())).ifPresent(grid -> counts.put(grid, 0L));
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

  private static Optional<String> owns(GridOwners grids, LatticePoint place) {
    return grids.owner(place.x(), place.y()).map(Unit::code);
  }
}
