package org.gridwright.api.http.units;

import java.time.LocalDate;
import java.util.List;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.answer.Bounds;
import org.gridwright.api.http.answer.FactAnswer;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.api.http.answer.OfficerRef;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.OfficerLookup;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.jspecify.annotations.Nullable;

/** Tells everything about one unit. */
final class UnitHandler {

  private final PlanLookup plans;
  private final GridCounts counts;
  private final OfficerLookup officers;

  UnitHandler(PlanLookup plans, GridCounts counts, OfficerLookup officers) {
    this.plans = plans;
    this.counts = counts;
    this.officers = officers;
  }

  /** The unit that a path names. */
  record Request(String theme, String level, String code, @Nullable LocalDate at) {}

  UnitAnswer answer(Request request) {
    Theme theme = plans.theme(request.theme());
    Level level = plans.level(theme, request.level());
    PlanSnapshot snapshot = plans.require(theme, request.at());
    Unit unit =
        snapshot
            .plan()
            .unit(level.depth(), request.code())
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        ApiMessages.of("http.no-unit", level.name(), request.code())));
    boolean isGrid = level.equals(theme.gridLevel());
    LatticeMultiPolygon area = unit.area();
    Geodesy.@Nullable Size size = area == null ? null : GroundSize.of(area);
    return new UnitAnswer(
        theme.id(),
        snapshot.info().id(),
        level.name(),
        unit.code(),
        unit.name(),
        UnitNames.of(unit),
        PathStep.to(snapshot.plan(), unit),
        UnitNames.attributesOf(unit),
        isGrid ? FactAnswer.of(snapshot.facts(), unit) : List.of(),
        size == null ? null : Metres.rounded(size.squareMetres()),
        size == null ? null : Metres.rounded(size.perimeterMetres()),
        area == null ? null : Bounds.of(area.envelope()),
        neighbours(snapshot, unit),
        isGrid ? null : children(snapshot, unit),
        new UnitAnswer.Counts(
            counts.addresses(snapshot).of(unit),
            counts.incidents(snapshot, IncidentStore.Query.ALL).of(unit)),
        isGrid
            ? OfficerRef.of(officers.officersOf(theme.id(), unit.code(), plans.day(request.at())))
            : List.of());
  }

  private static @Nullable List<UnitAnswer.Neighbour> neighbours(PlanSnapshot snapshot, Unit unit) {
    return snapshot
        .neighbours()
        .map(
            known ->
                known.of(unit).stream()
                    .map(
                        each ->
                            new UnitAnswer.Neighbour(
                                each.unit().code(),
                                each.unit().name(),
                                UnitNames.of(each.unit()),
                                Metres.rounded(each.sharedMetres())))
                    .toList())
        .orElse(null);
  }

  private static UnitAnswer.Children children(PlanSnapshot snapshot, Unit unit) {
    return new UnitAnswer.Children(
        snapshot.theme().levels().get(unit.depth() + 1).name(), snapshot.childrenOf(unit));
  }
}
