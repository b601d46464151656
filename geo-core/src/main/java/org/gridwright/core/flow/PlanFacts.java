package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Held;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a plan's grids as they are told: the one computation that previews, tables, maps,
 * rules and files take them from. Immutable and thread-safe. Making it takes one pass over the
 * grids; a number then costs what its sources do.
 */
public final class PlanFacts {

  private static final String REFERENCE = "_stored";

  private final FactSchema schema;
  private final @Nullable LocalDate since;
  private final Plan plan;
  private final GroundHolders holders;
  private final Map<String, Map<CountedGround, HeldParts>> parts = new ConcurrentHashMap<>();

  private PlanFacts(Plan plan, FactBasis basis, GroundHolders holders) {
    this.plan = plan;
    this.schema = basis.schema();
    this.since = basis.since();
    this.holders = holders;
  }

  public static PlanFacts of(Plan plan, FactBasis basis) {
    return new PlanFacts(plan, basis, GroundHolders.of(plan));
  }

  /** As above, where it is known which grids of the plan hold shares; takes no time. */
  public static PlanFacts of(Plan plan, FactBasis basis, GroundHolders holders) {
    return new PlanFacts(plan, basis, holders);
  }

  public FactSchema schema() {
    return schema;
  }

  /** Day of which counts tell that say no other; null where nobody said. */
  @Nullable LocalDate since() {
    return since;
  }

  /**
   * The plan as it is read: what units are told stands among their attributes, and beside what is
   * not simply counted on a unit's own ground stands its basis, {@code counted}, {@code estimated}
   * or {@code incomplete}, under {@link #basisKey}. Upper units say the sum of what is below them,
   * and beside it what is stored of them where that is another number. Takes one pass over all
   * units; units that say it already stay the same objects.
   */
  public Plan told() {
    return new ToldPlan(plan, this).plan();
  }

  /** A grid of the plan as {@link #told()} has it, without a pass over all units. */
  public Unit told(Unit grid) {
    return new ToldPlan(plan, this).told(grid);
  }

  /** The attribute that says how a number is known, such as {@code households_basis}. */
  public static String basisKey(String attribute) {
    return attribute + "_basis";
  }

  /**
   * The attribute under which an upper unit says what is stored of it, where that is not the sum of
   * what is below it.
   */
  static String referenceKey(String attribute) {
    return attribute + REFERENCE;
  }

  /** The attribute of which another one says what is stored; null where it is none of these. */
  public static @Nullable String attributeOfReference(String key) {
    return key.endsWith(REFERENCE) ? key.substring(0, key.length() - REFERENCE.length()) : null;
  }

  /** A number of a grid of the plan; empty where it is not counted, or nothing is known of it. */
  public Optional<Fact> fact(Unit grid, String attribute) {
    return schema
        .declaration(attribute)
        .filter(declared -> declared.kind().isCounted())
        .flatMap(declared -> fact(grid, declared));
  }

  /** What some grids are told of an extensive attribute, added up. */
  public BigDecimal sumOf(Iterable<Unit> grids, String attribute) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Unit grid : grids) {
      sum = sum.add(value(grid, attribute).orElse(BigDecimal.ZERO));
    }
    return sum;
  }

  /** The number alone; empty where it is unknown. */
  public Optional<BigDecimal> value(Unit grid, String attribute) {
    return fact(grid, attribute).flatMap(Fact::value);
  }

  /** All that grids are told of an extensive attribute, added up; counts on the same day or not. */
  public BigDecimal sum(String attribute) {
    FactDeclaration declared = schema.declaration(attribute).orElseThrow();
    BigDecimal sum = BigDecimal.ZERO;
    for (Unit grid : plan.grids()) {
      if (grid.facts().isNone()) {
        sum = sum.add(Counted.number(grid.attributes().get(attribute)).orElse(BigDecimal.ZERO));
      }
    }
    List<BigDecimal> shared = new ArrayList<>();
    holders.forEachGround(
        ground -> {
          if (ground.counts().containsKey(attribute)) {
            shared.add(parts(ground, declared).told());
          }
        });
    return shared.stream().reduce(sum, BigDecimal::add);
  }

  /** What a grid is told of one count of an extensive attribute; empty where it is unknown. */
  Optional<BigDecimal> part(Unit grid, CountedGround ground, String attribute) {
    return ground.counts().containsKey(attribute)
        ? parts(ground, schema.declaration(attribute).orElseThrow()).part(grid.code())
        : Optional.empty();
  }

  private Optional<Fact> fact(Unit grid, FactDeclaration declared) {
    String attribute = declared.attribute();
    if (grid.facts().isNone()) {
      Counted counted = Counted.of(grid.attributes(), attribute, since);
      return counted
          .value()
          .map(number -> new Fact(attribute, number, false, false, counted.since(), List.of()));
    }
    List<Held> held =
        grid.facts().held().stream()
            .filter(each -> each.ground().counts().containsKey(attribute))
            .filter(each -> parts(each.ground(), declared).measure(grid.code()) > 0)
            .toList();
    if (held.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        declared.kind() == FactKind.EXTENSIVE
            ? total(grid, declared, held)
            : mean(grid, declared, held));
  }

  private Fact total(Unit grid, FactDeclaration declared, List<Held> held) {
    BigDecimal sum = null;
    List<Fact.Source> sources = new ArrayList<>();
    boolean estimated = false;
    for (Held each : held) {
      HeldParts divided = parts(each.ground(), declared);
      BigDecimal part = divided.part(grid.code()).orElse(null);
      if (part != null) {
        sum = sum == null ? part : sum.add(part);
        estimated |= !divided.isWhole(grid.code());
      }
      sources.add(source(grid, declared, each, part));
    }
    return fact(declared, sum, estimated, sources);
  }

  private Fact mean(Unit grid, FactDeclaration declared, List<Held> held) {
    List<Fact.Source> sources = new ArrayList<>();
    WeighedMean weighed = new WeighedMean();
    WeighedMean shared = new WeighedMean();
    boolean estimated = false;
    for (Held each : held) {
      HeldParts divided = parts(each.ground(), declared);
      sources.add(source(grid, declared, each, null));
      Optional<BigDecimal> value = counted(each.ground(), declared).value();
      if (value.isPresent()) {
        estimated |= !divided.isWhole(grid.code());
        weighed.add(value.get(), weight(grid, declared, each));
        shared.add(value.get(), BigDecimal.valueOf(divided.measure(grid.code())));
      }
    }
    return fact(declared, weighed.mean().or(shared::mean).orElse(null), estimated, sources);
  }

  private BigDecimal weight(Unit grid, FactDeclaration declared, Held held) {
    return switch (declared.weight()) {
      case FactDeclaration.ADDRESSES -> BigDecimal.valueOf(held.share().weight());
      case FactDeclaration.AREA -> BigDecimal.valueOf(held.share().squareMillimetres());
      default -> {
        FactDeclaration over = schema.declaration(declared.weight()).orElseThrow();
        yield held.ground().counts().containsKey(declared.weight())
            ? parts(held.ground(), over).part(grid.code()).orElse(BigDecimal.ZERO).abs()
            : BigDecimal.ZERO;
      }
    };
  }

  private Fact fact(
      FactDeclaration declared,
      @Nullable BigDecimal known,
      boolean estimated,
      List<Fact.Source> sources) {
    boolean incomplete = sources.stream().anyMatch(each -> each.counted() == null);
    LocalDate oldest =
        sources.stream()
            .map(Fact.Source::since)
            .filter(Objects::nonNull)
            .min(LocalDate::compareTo)
            .orElse(null);
    List<Fact.Source> byCode =
        sources.stream().sorted(Comparator.comparing(Fact.Source::code, Plan.CODE_ORDER)).toList();
    return new Fact(declared.attribute(), known, estimated, incomplete, oldest, byCode);
  }

  private Fact.Source source(
      Unit grid, FactDeclaration declared, Held held, @Nullable BigDecimal part) {
    Counted counted = counted(held.ground(), declared);
    return new Fact.Source(
        held.ground().code(),
        counted.value().orElse(null),
        counted.since(),
        part,
        parts(held.ground(), declared).share(grid.code()));
  }

  private static Counted counted(CountedGround ground, FactDeclaration declared) {
    return ground.counts().getOrDefault(declared.attribute(), Counted.UNKNOWN);
  }

  private HeldParts parts(CountedGround ground, FactDeclaration declared) {
    return parts
        .computeIfAbsent(declared.attribute(), it -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            ground, it -> new HeldParts(it, declared, holders.of(it), holders.replaced(it)));
  }

  /** Grids whose numbers may change when those of some grids do, since they share a source. */
  public Set<Unit> sharing(Iterable<Unit> grids) {
    Set<Unit> sharing = new LinkedHashSet<>();
    for (Unit grid : grids) {
      sharing.add(grid);
      grid.facts().held().forEach(held -> sharing.addAll(holders.of(held.ground())));
    }
    return sharing;
  }
}
