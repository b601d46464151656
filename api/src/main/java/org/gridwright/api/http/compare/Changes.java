package org.gridwright.api.http.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.api.http.answer.Bounds;
import org.gridwright.api.http.answer.FactAnswer;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.api.http.compare.ChangeAnswer.UnitOfChange;
import org.gridwright.core.compare.Alteration;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Family;
import org.gridwright.core.compare.Fate;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlans;
import org.jspecify.annotations.Nullable;

/** Makes the list of changes. */
final class Changes {

  private final Comparison comparison;
  private final int[] predecessor;
  private final double[][] addresses;
  private final double[][] incidents;
  private final List<ComparedPlan> sides;

  Changes(ComparedPlans compared) {
    this.comparison = compared.comparison();
    this.predecessor = comparison.predecessors();
    this.addresses = new double[][] {compared.addresses().byFrom(), compared.addresses().byTo()};
    this.sides = List.of(compared.from(), compared.to());
    this.incidents =
        new double[][] {compared.openIncidents().byFrom(), compared.openIncidents().byTo()};
  }

  /** Those wanted, in order of the earlier units. */
  Page.Excerpt<ChangeAnswer> page(Page page) {
    Page.Excerpt<Family> cut =
        page.cut(comparison.families().stream().filter(it -> wanted(it, page)).toList());
    return new Page.Excerpt<>(cut.total(), cut.rows().stream().map(this::change).toList());
  }

  private boolean wanted(Family family, Page page) {
    return family.fate() != Fate.KEPT
        && (page.fate() == null || page.fate().equals(family.fate().id()))
        && (page.text().isEmpty()
            || Stream.concat(
                    family.from().stream().map(comparison.from()::get),
                    family.to().stream().map(comparison.to()::get))
                .anyMatch(unit -> UnitText.contains(unit, page.text())));
  }

  private ChangeAnswer change(Family family) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    List<UnitOfChange> from = new ArrayList<>();
    for (int i : family.from()) {
      Unit unit = comparison.from().get(i);
      box = box.union(UnitText.envelope(unit));
      Unit next = UnitText.unit(comparison.to(), comparison.successor(i));
      from.add(unit(unit, next, comparison.squareMetresFrom(i), 0, i));
    }
    List<UnitOfChange> to = new ArrayList<>();
    for (int j : family.to()) {
      Unit unit = comparison.to().get(j);
      box = box.union(UnitText.envelope(unit));
      Unit before = UnitText.unit(comparison.from(), predecessor[j]);
      to.add(unit(unit, before, comparison.squareMetresTo(j), 1, j));
    }
    return new ChangeAnswer(
        family.fate().id(),
        family.alterations().stream().map(Alteration::id).toList(),
        from,
        to,
        Bounds.of(box));
  }

  private UnitOfChange unit(
      Unit unit, @Nullable Unit counterpart, double squareMetres, int side, int index) {
    return new UnitOfChange(
        unit.code(),
        unit.name(),
        UnitNames.of(unit),
        unit.parentCode(),
        UnitText.code(counterpart),
        Metres.rounded(squareMetres),
        Math.round(addresses[side][index]),
        Math.round(incidents[side][index]),
        facts(sides.get(side), unit),
        Bounds.of(UnitText.envelope(unit)));
  }

  private static List<FactAnswer> facts(ComparedPlan side, Unit unit) {
    return unit.depth() == side.plan().theme().gridLevel().depth()
        ? FactAnswer.of(side.facts().get(), unit)
        : List.of();
  }
}
