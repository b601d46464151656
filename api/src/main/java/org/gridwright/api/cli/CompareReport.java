package org.gridwright.api.cli;

import java.util.List;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.compare.Apportionment;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Family;
import org.gridwright.core.compare.Fate;
import org.gridwright.core.compare.Handover;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.compare.ComparedPlans;
import org.gridwright.data.compare.ComparedPlans.Balances;

/** A comparison for people. */
final class CompareReport {

  private static final int MOST_LISTED = 20;
  private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;

  private final Session session;

  CompareReport(Session session) {
    this.session = session;
  }

  void print(ComparedPlans compared) {
    Comparison comparison = compared.comparison();
    session.print(
        session.say(
            "compare.units",
            comparison.from().size(),
            compared.fromLevel().name(),
            comparison.to().size(),
            compared.toLevel().name()));
    comparison
        .counts()
        .forEach((fate, count) -> session.printPair(session.say("compare." + fate.id()), count));
    session.print(
        session.say(
            "compare.ground",
            squareKilometres(comparison.movedSquareMetres()),
            squareKilometres(comparison.totalSquareMetresFrom()),
            squareKilometres(comparison.addedSquareMetres()),
            squareKilometres(comparison.droppedSquareMetres()),
            squareKilometres(comparison.noiseSquareMetres()),
            Decimals.of(compared.options().sliverWidthMetres(), 1)));
    printPoints("compare.addresses", compared.addresses());
    printPoints("compare.incidents", compared.openIncidents());
    compared.households().ifPresent(this::printHouseholds);
    printBalance("compare.balance-area", compared.area());
    if (compared.addresses().total() > 0) {
      printBalance("compare.balance-addresses", ComparedPlans.balances(compared.addresses()));
    }
    compared
        .householdBalances()
        .ifPresent(balances -> printBalance("compare.balance-households", balances));
    printFamilies(comparison);
  }

  private void printPoints(String key, Handover points) {
    if (points.total() > 0) {
      session.print(session.say(key, Math.round(points.moved()), Math.round(points.total())));
    }
  }

  private void printHouseholds(Apportionment households) {
    Handover handover = households.handover();
    session.print(
        session.say(
            "compare.households",
            Math.round(handover.moved()),
            Math.round(handover.total()),
            session.say(households.ofEarlier() ? "compare.of-earlier" : "compare.of-later")));
  }

  private void printBalance(String key, Balances balances) {
    session.print(
        session.say(
            key,
            Decimals.of(balances.before().largestDeviation(), 3),
            Decimals.of(balances.after().largestDeviation(), 3),
            Decimals.of(balances.before().coefficientOfVariation(), 3),
            Decimals.of(balances.after().coefficientOfVariation(), 3)));
  }

  private void printFamilies(Comparison comparison) {
    List<Family> told =
        comparison.families().stream()
            .filter(family -> family.fate() != Fate.KEPT && family.fate() != Fate.CHANGED)
            .toList();
    told.stream().limit(MOST_LISTED).forEach(family -> session.print(line(comparison, family)));
    if (told.size() > MOST_LISTED) {
      session.print(session.say("compare.more", told.size() - MOST_LISTED));
    }
  }

  private String line(Comparison comparison, Family family) {
    String from = codes(comparison.from(), family.from());
    String to = codes(comparison.to(), family.to());
    String fate = session.say("compare." + family.fate().id());
    return switch (family.fate()) {
      case NEW -> session.say("compare.one", fate, to);
      case RETIRED -> session.say("compare.one", fate, from);
      default -> session.say("compare.several", fate, from, to);
    };
  }

  private static String codes(List<Unit> units, List<Integer> indexes) {
    return String.join(", ", indexes.stream().map(index -> units.get(index).code()).toList());
  }

  private static String squareKilometres(double squareMetres) {
    return Decimals.of(squareMetres / SQUARE_METRES_PER_SQUARE_KILOMETRE, 3);
  }
}
