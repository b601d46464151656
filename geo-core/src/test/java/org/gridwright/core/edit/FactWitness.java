package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Places;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.flow.Fact;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Watches the facts of a plan while it is edited. Sums are kept in exact numbers, edit by edit, by
 * what the grids around an edit are told before and after it; again and again they are made anew of
 * all units of every level. On samples, as long as nobody entered a count, every number is reckoned
 * anew from the first plan, its addresses and the present outlines, with JTS and without the code
 * that carries facts.
 */
final class FactWitness {

  static final String WHOLE = "households";
  static final String DECIMAL = "trees";

  /** After so many edits, sums are made anew of all units. */
  private static final int EVERY = 20;

  private static final List<String> ATTRIBUTES = List.of(WHOLE, DECIMAL);
  private static final FactSchema SCHEMA =
      FactSchema.of(ATTRIBUTES.stream().map(FactDeclaration::extensive).toList());

  private final Plan start;
  private final long[] places;
  private final FactBasis basis;
  private Map<String, BigDecimal> sums;
  private boolean entered;
  private int seen;

  /** A plan whose grids say how many they have of two things; some do not, and some are empty. */
  static Plan dressed(Plan bare, long seed) {
    Random random = new Random(seed);
    List<Unit> units = new ArrayList<>();
    int depth = bare.theme().gridLevel().depth();
    bare.theme().levels().forEach(level -> units.addAll(bare.units(level.depth())));
    units.replaceAll(
        unit -> {
          Map<String, String> attributes = new TreeMap<>(unit.attributes());
          if (unit.depth() == depth && random.nextInt(20) > 0) {
            attributes.put(WHOLE, Integer.toString(random.nextInt(900)));
            attributes.put(
                DECIMAL, BigDecimal.valueOf(random.nextInt(90_000) - 9_000, 2).toPlainString());
          }
          return unit.withAttributes(attributes);
        });
    return Plan.of(bare.theme(), units, bare.voids());
  }

  FactWitness(Plan start, long seed) {
    this.start = start;
    OwnersByJts owners = new OwnersByJts(start);
    this.places =
        Arrays.stream(places(start, new Random(seed)))
            .filter(place -> !owners.owner(place).equals(OwnersByJts.ON_BORDER))
            .toArray();
    this.basis = FactBasis.of(start, SCHEMA, within(places), LocalDate.of(2026, 1, 31));
    this.sums = sums(start);
  }

  FactBasis basis() {
    return basis;
  }

  /** Some places around each grid, but for a tenth of them. */
  private static long[] places(Plan plan, Random random) {
    List<Long> places = new ArrayList<>();
    for (Unit grid : plan.grids()) {
      LatticeEnvelope box = grid.drawnArea().envelope();
      int count = random.nextInt(10) == 0 ? 0 : random.nextInt(30);
      for (int i = 0; i < count; i++) {
        places.add(
            Packed.of(
                box.minX() + random.nextInt(1 + box.maxX() - box.minX()),
                box.minY() + random.nextInt(1 + box.maxY() - box.minY())));
      }
    }
    return places.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static Places within(long[] places) {
    return (box, progress) -> {
      int from = Arrays.binarySearch(places, Packed.of(box.minX(), Integer.MIN_VALUE));
      int to = Arrays.binarySearch(places, Packed.of(box.maxX(), Integer.MAX_VALUE));
      long[] strip =
          Arrays.copyOfRange(places, from < 0 ? -from - 1 : from, to < 0 ? -to - 1 : to + 1);
      return WeighedPlaces.alike(strip)
          .where(place -> box.contains(Packed.x(place), Packed.y(place)));
    };
  }

  /** Fails where a sum is another, though nobody entered a count. */
  void saw(Edit edit, EditablePlan before, EditablePlan after, PlanChange change) {
    Map<String, BigDecimal> differences = differences(before.facts(), after.facts(), change);
    if (enters(edit)) {
      entered = true;
    } else {
      assertThat(differences.values())
          .as("differences of sums: %s", differences)
          .allMatch(it -> it.signum() == 0);
    }
    sums.replaceAll((attribute, sum) -> sum.add(differences.get(attribute)));
    if (++seen % EVERY == 0) {
      assertThat(sums(after.plan())).as("sums of the level").isEqualTo(sums);
    }
  }

  /**
   * By how much sums differ after a change: all grids that it changes, and all that share a count
   * with one of these, before and after.
   */
  private Map<String, BigDecimal> differences(PlanFacts was, PlanFacts is, PlanChange change) {
    Set<Unit> before = was.sharing(grids(change, UnitChange::before));
    Set<Unit> after = is.sharing(grids(change, UnitChange::after));
    Map<String, BigDecimal> differences = new TreeMap<>();
    for (String attribute : ATTRIBUTES) {
      differences.put(attribute, is.sumOf(after, attribute).subtract(was.sumOf(before, attribute)));
    }
    return differences;
  }

  private List<Unit> grids(PlanChange change, Function<UnitChange, @Nullable Unit> side) {
    return change.units().stream()
        .filter(unit -> unit.depth() == start.theme().gridLevel().depth())
        .map(side)
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean enters(Edit edit) {
    if (edit instanceof BatchEdit batch) {
      return batch.edits().stream().anyMatch(FactWitness::enters);
    }
    return edit instanceof SetAttributesEdit set
        && set.attributes().keySet().stream().anyMatch(ATTRIBUTES::contains);
  }

  private Map<String, BigDecimal> sums(Plan plan) {
    PlanFacts facts = PlanFacts.of(plan, basis);
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (String attribute : ATTRIBUTES) {
      BigDecimal sum = BigDecimal.ZERO.setScale(2);
      for (Unit grid : plan.grids()) {
        sum = sum.add(facts.value(grid, attribute).orElse(BigDecimal.ZERO));
      }
      assertThat(facts.sum(attribute)).isEqualByComparingTo(sum);
      sums.put(attribute, sum);
    }
    seeLevels(facts.told(), sums);
    return sums;
  }

  /** Fails where the units of a level are told more or less together than the grids are. */
  private static void seeLevels(Plan told, Map<String, BigDecimal> sums) {
    for (int depth = told.theme().gridLevel().depth(); depth >= 0; depth--) {
      Map<String, BigDecimal> ofLevel = new TreeMap<>();
      for (String attribute : ATTRIBUTES) {
        BigDecimal sum = BigDecimal.ZERO.setScale(2);
        for (Unit unit : told.units(depth)) {
          String text = unit.attributes().get(attribute);
          sum = text == null ? sum : sum.add(new BigDecimal(text));
        }
        ofLevel.put(attribute, sum);
      }
      assertThat(ofLevel).as("sums of level %d", depth).isEqualTo(sums);
    }
  }

  /** Fails where a grid is told something else than what the first plan and its places give. */
  void seeAll(Plan plan) {
    assertThat(sums(plan)).as("sums of the level").isEqualTo(sums);
    if (entered) {
      return;
    }
    Map<String, Map<String, BigDecimal>> expected = expected(plan);
    PlanFacts facts = PlanFacts.of(plan, basis);
    for (Unit grid : plan.grids()) {
      for (String attribute : ATTRIBUTES) {
        BigDecimal told = facts.value(grid, attribute).orElse(null);
        BigDecimal reckoned = expected.getOrDefault(grid.code(), Map.of()).get(attribute);
        if (reckoned != null) {
          assertThat(told)
              .as(
                  "%s of %s: %s",
                  attribute, grid.code(), facts.fact(grid, attribute).map(Fact::sources))
              .isEqualByComparingTo(reckoned);
        }
      }
    }
  }

  /** By code of the grid; where ground without places is involved, nothing is said. */
  private Map<String, Map<String, BigDecimal>> expected(Plan plan) {
    OwnersByJts before = new OwnersByJts(start);
    OwnersByJts after = new OwnersByJts(plan);
    Map<String, TreeMap<String, Integer>> flows = new HashMap<>();
    for (long place : places) {
      String from = before.owner(place);
      String to = after.owner(place);
      if (!from.isEmpty()) {
        flows
            .computeIfAbsent(from, it -> new TreeMap<>(Plan.CODE_ORDER))
            .merge(to, 1, Integer::sum);
      }
    }
    Map<String, Map<String, BigDecimal>> expected = new HashMap<>();
    List<String> unsaid = new ArrayList<>();
    for (Unit from : start.grids()) {
      TreeMap<String, Integer> to = flows.get(from.code());
      if (to == null || to.containsKey("") || to.containsKey(OwnersByJts.ON_BORDER)) {
        after.meeting(from).forEach(unsaid::add);
        continue;
      }
      for (String attribute : ATTRIBUTES) {
        if (from.attributes().containsKey(attribute)) {
          spread(new BigDecimal(from.attributes().get(attribute)), attribute, to, expected);
        }
      }
    }
    unsaid.forEach(expected::remove);
    return expected;
  }

  /** Whole units by the largest remainder, ties by code. */
  private static void spread(
      BigDecimal number,
      String attribute,
      Map<String, Integer> to,
      Map<String, Map<String, BigDecimal>> expected) {
    int digits = attribute.equals(DECIMAL) ? 2 : 0;
    BigInteger all = BigInteger.valueOf(to.values().stream().mapToInt(it -> it).sum());
    BigDecimal units = number.abs().movePointRight(digits);
    List<String> codes = new ArrayList<>(to.keySet());
    Map<String, BigDecimal> exact = new HashMap<>();
    codes.forEach(
        code ->
            exact.put(
                code,
                units
                    .multiply(BigDecimal.valueOf(Objects.requireNonNull(to.get(code))))
                    .divide(new BigDecimal(all), 60, RoundingMode.HALF_EVEN)));
    Map<String, BigDecimal> rounded = new HashMap<>();
    exact.forEach((code, it) -> rounded.put(code, it.setScale(0, RoundingMode.FLOOR)));
    BigDecimal left =
        units.subtract(rounded.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    codes.sort(
        Comparator.comparing(
                (String code) ->
                    Objects.requireNonNull(exact.get(code))
                        .subtract(Objects.requireNonNull(rounded.get(code)))
                        .setScale(40, RoundingMode.HALF_EVEN))
            .reversed());
    for (int i = 0; i < left.intValueExact(); i++) {
      rounded.merge(codes.get(i), BigDecimal.ONE, BigDecimal::add);
    }
    rounded.forEach(
        (code, it) ->
            expected
                .computeIfAbsent(code, key -> new HashMap<>())
                .merge(
                    attribute,
                    it.movePointLeft(digits).multiply(BigDecimal.valueOf(number.signum())),
                    BigDecimal::add));
  }

  /** Owners of places by JTS: the smallest code whose area holds the place. */
  private static final class OwnersByJts {

    /** On a border the rule of the one owner says whose a place is, and that is tried elsewhere. */
    static final String ON_BORDER = "on a border";

    private final STRtree tree = new STRtree();

    private record Grid(Unit unit, IndexedPointInAreaLocator locator) {}

    OwnersByJts(Plan plan) {
      for (Unit grid : plan.grids()) {
        LatticeEnvelope box = grid.drawnArea().envelope();
        tree.insert(
            new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY()),
            new Grid(grid, new IndexedPointInAreaLocator(LatticeJts.toSteps(grid.drawnArea()))));
      }
    }

    String owner(long place) {
      Coordinate at = new Coordinate(Packed.x(place), Packed.y(place));
      String owner = "";
      boolean onBorder = false;
      for (Object found : tree.query(new Envelope(at))) {
        Grid grid = (Grid) found;
        int where = grid.locator.locate(at);
        if (where == Location.INTERIOR && first(grid.unit.code(), owner)) {
          owner = grid.unit.code();
        }
        onBorder |= where == Location.BOUNDARY;
      }
      return onBorder ? ON_BORDER : owner;
    }

    private static boolean first(String code, String other) {
      return other.isEmpty() || Plan.CODE_ORDER.compare(code, other) < 0;
    }

    List<String> meeting(Unit unit) {
      LatticeEnvelope box = unit.drawnArea().envelope();
      List<String> codes = new ArrayList<>();
      for (Object found :
          tree.query(new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY()))) {
        codes.add(((Grid) found).unit.code());
      }
      return codes;
    }
  }
}
