package org.gridwright.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.edit.Keeper;
import org.gridwright.core.edit.MergeEdit;
import org.gridwright.core.edit.SetAttributesEdit;
import org.gridwright.core.edit.SplitEdit;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Places;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;

/**
 * A plan of cells of 100 m by 100 m that is edited, and every state that it had. For one thread.
 */
final class FactCity {

  static final Theme THEME = Theme.of("facts", "Facts", CodeScheme.FREE, "grid");
  static final int CELL = 10_000;

  final FactBasis basis;
  final List<PlanChange> done = new ArrayList<>();
  final Plan start;
  EditablePlan now;

  FactCity(
      String picture,
      Map<String, Map<String, String>> attributes,
      Places places,
      FactSchema schema) {
    List<Unit> units = new ArrayList<>();
    for (Unit unit : Pictures.plan(THEME, 0, 0, CELL, picture).grids()) {
      units.add(unit.withAttributes(attributes.getOrDefault(unit.code(), Map.of())));
    }
    this.start = Plan.of(THEME, units);
    this.basis = FactBasis.of(start, schema, places, LocalDate.of(2026, 1, 31));
    this.now = EditablePlan.of(start, start).standingOn(() -> basis);
  }

  FactCity after(Edit... edits) {
    for (Edit edit : edits) {
      PlanChange change = Editing.change(now, edit, 0.5);
      done.add(change);
      now = now.after(change);
    }
    return this;
  }

  Fact fact(String code, String attribute) {
    return PlanFacts.of(now.plan(), basis).fact(unit(code), attribute).orElseThrow();
  }

  String told(String code, String attribute) {
    return PlanFacts.of(now.plan(), basis)
        .fact(unit(code), attribute)
        .map(
            it ->
                (it.estimated() ? "~" : "")
                    + (it.known() == null ? "?" : it.known().toPlainString())
                    + (it.incomplete() ? "+" : ""))
        .orElse("");
  }

  Unit unit(String code) {
    return now.plan().unit(0, code).orElseThrow();
  }

  BigDecimal sum(String attribute) {
    return PlanFacts.of(now.plan(), basis).sum(attribute);
  }

  void undoAll() {
    Plan plan = now.plan();
    for (int i = done.size() - 1; i >= 0; i--) {
      plan = plan.with(done.get(i).reversed());
    }
    assertThat(plan.grids()).isEqualTo(start.grids());
  }

  static FactCity city(String picture, Places places, String... codesAndHouseholds) {
    Map<String, Map<String, String>> attributes = new TreeMap<>();
    for (int i = 0; i < codesAndHouseholds.length; i += 2) {
      attributes.put(codesAndHouseholds[i], Map.of("households", codesAndHouseholds[i + 1]));
    }
    return new FactCity(picture, attributes, places, FactSchema.NONE);
  }

  /** Places in metres from the south-west corner of the picture: x, y, x, y, … */
  static Places at(int... metres) {
    long[] places = new long[metres.length / 2];
    for (int i = 0; i < places.length; i++) {
      places[i] = Packed.of(metres[2 * i] * 100, metres[2 * i + 1] * 100);
    }
    return (box, progress) ->
        WeighedPlaces.alike(places).where(it -> box.contains(Packed.x(it), Packed.y(it)));
  }

  static SplitEdit split(String code, int... metres) {
    List<LatticePoint> line = new ArrayList<>();
    for (int i = 0; i < metres.length; i += 2) {
      line.add(new LatticePoint(metres[i] * 100, metres[i + 1] * 100));
    }
    return new SplitEdit(code, line, Keeper.By.WEST, List.of());
  }

  static MergeEdit merge(String... codes) {
    return new MergeEdit(List.of(codes), null, false);
  }

  static SetAttributesEdit enter(String code, String attribute, String value) {
    return new SetAttributesEdit(0, code, Map.of(attribute, value));
  }

  static LatticeMultiPolygon area(int west, int south, int east, int north) {
    return Wkt.area(
        "POLYGON((%1$d %2$d,%3$d %2$d,%3$d %4$d,%1$d %4$d,%1$d %2$d))"
            .formatted(west * 100, south * 100, east * 100, north * 100));
  }
}
