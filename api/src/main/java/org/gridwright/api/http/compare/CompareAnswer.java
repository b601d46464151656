package org.gridwright.api.http.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.api.http.answer.Bounds;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.api.http.answer.Names;
import org.gridwright.core.compare.Alteration;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Crosswalk;
import org.gridwright.core.compare.Family;
import org.gridwright.core.compare.Fate;
import org.gridwright.core.compare.Handover;
import org.gridwright.core.compare.Overlap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlans;
import org.jspecify.annotations.Nullable;

/**
 * Two plans compared, as JSON.
 *
 * @param summary how many families of units have which fate
 * @param changes families that were not kept
 * @param moves what went from one unit to another, common ground or points
 */
public record CompareAnswer(
    Side from,
    Side to,
    double sliverWidthMetres,
    Map<String, Integer> summary,
    Ground area,
    Moved addresses,
    Moved openIncidents,
    List<Change> changes,
    List<Move> moves,
    BalanceAnswer balance) {

  /** One of the plans. */
  record Side(
      String kind, long id, String theme, String level, int units, double areaSquareMetres) {}

  /** Square metres that changed hands, were nobody's, are nobody's, are noise, kept their code. */
  record Ground(double moved, double added, double dropped, double noise, double sameCode) {}

  /** Points, and how many of them changed hands. */
  record Moved(long total, long moved) {}

  /**
   * @param bounds of all units, before and after
   */
  record Change(
      String fate,
      List<String> alterations,
      List<UnitOfChange> from,
      List<UnitOfChange> to,
      @Nullable List<Double> bounds) {}

  /**
   * @param counterpart code of the unit that goes on as this one, or as which this one goes on
   */
  record UnitOfChange(
      String code,
      String name,
      Map<String, String> names,
      @Nullable String parent,
      @Nullable String counterpart,
      double areaSquareMetres,
      long addresses,
      long openIncidents,
      @Nullable List<Double> bounds) {}

  /**
   * @param from code; null where nobody had it
   * @param to code; null where nobody has it
   */
  record Move(
      @Nullable String from,
      @Nullable String to,
      double areaSquareMetres,
      double shareOfFrom,
      double shareOfTo,
      long addresses,
      long openIncidents) {}

  /**
   * @param households null where no unit carries their number
   */
  record BalanceAnswer(
      ComparedPlans.Balances area,
      ComparedPlans.Balances addresses,
      ComparedPlans.Balances openIncidents,
      ComparedPlans.@Nullable Balances households) {}

  public static CompareAnswer of(ComparedPlans compared) {
    Comparison comparison = compared.comparison();
    Map<String, Integer> summary = new LinkedHashMap<>();
    comparison.counts().forEach((fate, count) -> summary.put(fate.id(), count));
    return new CompareAnswer(
        side(
            compared.from(),
            compared.fromLevel(),
            comparison.from(),
            comparison.totalSquareMetresFrom()),
        side(compared.to(), compared.toLevel(), comparison.to(), comparison.totalSquareMetresTo()),
        compared.options().sliverWidthMetres(),
        summary,
        new Ground(
            Metres.rounded(comparison.movedSquareMetres()),
            Metres.rounded(comparison.addedSquareMetres()),
            Metres.rounded(comparison.droppedSquareMetres()),
            Metres.rounded(comparison.noiseSquareMetres()),
            Metres.rounded(comparison.sameCodeSquareMetres())),
        moved(compared.addresses()),
        moved(compared.openIncidents()),
        new Changes(compared).list(),
        moves(compared),
        new BalanceAnswer(
            compared.area(),
            ComparedPlans.balances(compared.addresses()),
            ComparedPlans.balances(compared.openIncidents()),
            compared.households().orElse(null)));
  }

  private static Side side(ComparedPlan plan, Level level, List<Unit> units, double squareMetres) {
    return new Side(
        plan.kind().name().toLowerCase(Locale.ROOT),
        plan.id(),
        plan.plan().theme().id(),
        level.name(),
        units.size(),
        Metres.rounded(squareMetres));
  }

  private static Moved moved(Handover points) {
    return new Moved(points.total(), points.moved());
  }

  private static List<Move> moves(ComparedPlans compared) {
    Comparison comparison = compared.comparison();
    List<Move> moves = new ArrayList<>();
    for (Crosswalk row : compared.table()) {
      if (comparison.isMove(row.from(), row.to())) {
        moves.add(
            new Move(
                code(comparison.from(), row.from()),
                code(comparison.to(), row.to()),
                Metres.rounded(row.ground().value()),
                share(row.ground().shareOfFrom()),
                share(row.ground().shareOfTo()),
                Math.round(row.points().get(0).value()),
                Math.round(row.points().get(1).value())));
      }
    }
    return moves;
  }

  static @Nullable String code(List<Unit> units, int index) {
    return index == Overlap.NOBODY ? null : units.get(index).code();
  }

  static double share(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  /** Makes the list of changes. */
  private static final class Changes {

    private final Comparison comparison;
    private final int[] predecessor;
    private final double[][] addresses;
    private final double[][] incidents;

    Changes(ComparedPlans compared) {
      this.comparison = compared.comparison();
      this.predecessor = comparison.predecessors();
      this.addresses = new double[][] {compared.addresses().byFrom(), compared.addresses().byTo()};
      this.incidents =
          new double[][] {compared.openIncidents().byFrom(), compared.openIncidents().byTo()};
    }

    List<Change> list() {
      return comparison.families().stream()
          .filter(family -> family.fate() != Fate.KEPT)
          .map(this::change)
          .toList();
    }

    private Change change(Family family) {
      LatticeEnvelope box = LatticeEnvelope.EMPTY;
      List<UnitOfChange> from = new ArrayList<>();
      for (int i : family.from()) {
        Unit unit = comparison.from().get(i);
        box = box.union(envelope(unit));
        String next = code(comparison.to(), comparison.successor(i));
        from.add(unit(unit, next, comparison.squareMetresFrom(i), 0, i));
      }
      List<UnitOfChange> to = new ArrayList<>();
      for (int j : family.to()) {
        Unit unit = comparison.to().get(j);
        box = box.union(envelope(unit));
        String before = code(comparison.from(), predecessor[j]);
        to.add(unit(unit, before, comparison.squareMetresTo(j), 1, j));
      }
      return new Change(
          family.fate().id(),
          family.alterations().stream().map(Alteration::id).toList(),
          from,
          to,
          Bounds.of(box));
    }

    private UnitOfChange unit(
        Unit unit, @Nullable String counterpart, double squareMetres, int side, int index) {
      return new UnitOfChange(
          unit.code(),
          unit.name(),
          Names.of(unit),
          unit.parentCode(),
          counterpart,
          Metres.rounded(squareMetres),
          Math.round(addresses[side][index]),
          Math.round(incidents[side][index]),
          Bounds.of(envelope(unit)));
    }

    private static LatticeEnvelope envelope(Unit unit) {
      return unit.area() == null ? LatticeEnvelope.EMPTY : unit.area().envelope();
    }
  }
}
