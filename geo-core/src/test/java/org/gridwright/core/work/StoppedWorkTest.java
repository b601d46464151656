package org.gridwright.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.divide.Consolidate;
import org.gridwright.core.divide.ConsolidateOptions;
import org.gridwright.core.divide.Divide;
import org.gridwright.core.divide.DivideOptions;
import org.gridwright.core.divide.RedrawCity;
import org.gridwright.core.divide.Tessellate;
import org.gridwright.core.divide.TessellateOptions;
import org.gridwright.core.divide.WeightedPoints;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.repair.Repair;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleKind;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.core.service.CityFacts;
import org.gridwright.core.service.Points;
import org.gridwright.core.service.ServiceCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Long work stops wherever it is told to: at its first checkpoint, its last, and those between. */
class StoppedWorkTest {

  private static final int GRIDS = 1;

  private static final RedrawCity CITY = RedrawCity.of(4, 1);

  static Stream<Arguments> work() {
    return Stream.of(
        work("divide", StoppedWorkTest::divide),
        work("consolidate", StoppedWorkTest::consolidate),
        work("tessellate", StoppedWorkTest::tessellate),
        work("compare", StoppedWorkTest::compare),
        work("repair", StoppedWorkTest::repair),
        work("check", StoppedWorkTest::check),
        work("service check", StoppedWorkTest::serviceCheck));
  }

  private static Arguments work(String name, Consumer<Progress> work) {
    return Arguments.of(name, work);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("work")
  void stopsAtAnyCheckpoint(String name, Consumer<Progress> work) {
    AtomicLong passed = new AtomicLong();
    alone(work, passed::incrementAndGet);
    long all = passed.get();
    assertThat(all).as("checkpoints of " + name).isGreaterThan(20);
    for (long last : List.of(1L, 2L, all / 3, all / 2, all - 1, all)) {
      passed.set(0);
      assertThatThrownBy(
              () ->
                  alone(
                      work,
                      () -> {
                        if (passed.incrementAndGet() >= last) {
                          throw new CancelledException();
                        }
                      }))
          .isInstanceOf(CancelledException.class);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("work")
  void tellsHowFarItIs(String name, Consumer<Progress> work) {
    double[] last = {0};
    work.accept(
        Progress.told(
            (step, done, total, share) -> {
              assertThat(share).isBetween(0.0, 1.0);
              last[0] = share;
            }));
    assertThat(last[0]).as("share of " + name).isGreaterThan(0);
  }

  /** In a pool of one thread, so that checkpoints come in the same order each time. */
  private static void alone(Consumer<Progress> work, Checkpoint checkpoint) {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      pool.submit(() -> work.accept(Progress.of(checkpoint, Progress.Listener.NOBODY))).join();
    } finally {
      pool.shutdown();
    }
  }

  private static void divide(Progress progress) {
    WeightedPoints addresses = CITY.addresses(500);
    Map<String, Integer> parts = Divide.allot(CITY.plan(), 0, CITY.communities(), 40, addresses);
    DivideOptions options = DivideOptions.of(0, parts).withWeights(addresses);
    Divide.propose(CITY.plan(), options, progress);
  }

  private static void consolidate(Progress progress) {
    List<String> grids = CITY.plan().grids().stream().map(Unit::code).toList();
    Consolidate.propose(
        CITY.plan(), new ConsolidateOptions(grids, 12, CITY.addresses(500), 0.1, 1), progress);
  }

  private static void tessellate(Progress progress) {
    Plan nothing = Plan.of(Theme.of("cells", "cells", CodeScheme.FREE, "cell"), List.of());
    Tessellate.propose(
        nothing,
        TessellateOptions.of(
            CITY.plan().units(0).get(0).drawnArea(),
            TessellateOptions.CellForm.SQUARE,
            100,
            null,
            "cell"),
        progress);
  }

  private static void compare(Progress progress) {
    Comparison.of(
        RandomPartitions.city(49, 1),
        GRIDS,
        RandomPartitions.city(64, 2),
        GRIDS,
        CompareOptions.DEFAULT,
        progress);
  }

  private static void repair(Progress progress) {
    Plan whole = RandomPartitions.city(64, 3);
    List<Unit> units = new ArrayList<>(whole.units(0));
    whole.grids().stream().filter(it -> !it.code().endsWith("7")).forEach(units::add);
    Plan holed = Plan.of(whole.theme(), units);
    Repair.propose(holed, RepairOptions.STANDARD, progress);
  }

  /** By every rule about ground, in a city with holes, a grid twice, a lake and an outline. */
  private static void check(Progress progress) {
    Plan whole = RandomPartitions.city(64, 4);
    List<Unit> units = new ArrayList<>(whole.units(0));
    whole.grids().stream().filter(it -> !it.code().endsWith("27")).forEach(units::add);
    Unit twice = whole.grids().get(40);
    units.add(new Unit(1, "twice", twice.parentCode(), "twice", Map.of(), twice.drawnArea()));
    DeclaredVoid lake = new DeclaredVoid("lake", DeclaredVoid.Kind.WATER, twice.drawnArea());
    CoverageRules rules =
        everyRule()
            .coverage(
                Optional.empty(),
                List.of(new OfficialOutline(0, whole.units(0).get(0).code(), twice.drawnArea())));
    CoverageCheck.of(rules).check(Plan.of(whole.theme(), units, List.of(lake)), progress);
  }

  private static void serviceCheck(Progress progress) {
    Points.Builder points = new Points.Builder();
    CITY.plan().grids().forEach(it -> points.add(corner(it)));
    Points places = points.build();
    ServiceCheck.of(everyRule().service())
        .check(
            CITY.plan(),
            PackedLocator.of(CITY.plan()),
            new CityFacts(places, places, Set.of("nobody"), Map.of("hydrant", places)),
            progress);
  }

  private static LatticePoint corner(Unit grid) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    return new LatticePoint(box.minX(), box.minY());
  }

  private static RuleSet everyRule() {
    RuleSet rules = RuleSet.STANDARD;
    for (RuleKind kind : RuleKind.values()) {
      String name = kind.hasSubject() ? kind.id() + ":hydrant" : kind.id();
      rules = rules.with(Rule.named(name, true, Map.of()));
    }
    return rules;
  }
}
