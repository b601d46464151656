package org.gridwright.api.http.layers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerSchema;
import org.gridwright.data.layer.LayerSchemas;
import org.gridwright.data.layer.PlanLayers;
import org.gridwright.data.layer.PlanLayers.Edition;
import org.gridwright.data.layer.PlanLayers.PlanOn;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A layer that is read off a plan in memory: of the plan in force, or of a draft.
 *
 * @param known what it goes by
 * @param size how many rows a plan has in it
 * @param layer that of the plans found, at the level asked for
 * @param feature a row as it is sent
 */
record PlanLayer(
    LayerSchema schema,
    KnownParameters known,
    PlanLookup plans,
    ToIntFunction<Plan> size,
    BiFunction<PlanOn, Supplier<Level>, Layer> layer,
    UnaryOperator<LayerRow> feature)
    implements OfferedLayer {

  private static final KnownParameters KNOWN = PlanLookup.MEANT.and(KnownParameters.of("bbox"));

  static OfferedLayer units(PlanLookup plans) {
    return new PlanLayer(
        LayerSchemas.UNITS,
        KNOWN.and(KnownParameters.of("level")),
        plans,
        plan -> plan.grids().size(),
        (found, level) -> PlanLayers.units(found, level.get()),
        PlanLayer::unit);
  }

  static OfferedLayer voids(PlanLookup plans) {
    return new PlanLayer(
        LayerSchemas.VOIDS,
        KNOWN,
        plans,
        plan -> plan.voids().size(),
        (found, level) -> PlanLayers.voids(found),
        UnaryOperator.identity());
  }

  @Override
  public long features() {
    return plans.byDefault().map(snapshot -> size.applyAsInt(snapshot.plan())).orElse(0);
  }

  @Override
  public Selection select(Parameters parameters) {
    LocalDate day = parameters.date("at").orElse(null);
    PlanOn found = found(parameters);
    Supplier<Level> level =
        () -> plans.level(found.on(day).plan().theme(), parameters.text("level").orElse(null));
    return new Selection(
        layer.apply(found, level), LayerQuery.ALL.on(day).within(parameters.box()), feature);
  }

  /** The draft of {@code draft}, whatever the day; else what is in force of {@code theme}. */
  private PlanOn found(Parameters parameters) {
    if (parameters.text("draft").isPresent()) {
      PlanLookup.Meant draft = plans.meant(parameters);
      Edition edition = new Edition(draft.plan(), draft.id() + " " + draft.version());
      return day -> edition;
    }
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    return day -> {
      PlanSnapshot inForce = plans.require(theme, day);
      return new Edition(inForce.plan(), theme.id() + " " + inForce.info().id());
    };
  }

  /** A unit with its names by language; its other attributes are not for the map. */
  static LayerRow unit(LayerRow row) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("code", row.value("code"));
    shown.put("name", row.value("name"));
    shown.put("names", UnitNames.of(row.values()));
    shown.put("parent", row.value("parent"));
    shown.put("level", row.value("level"));
    return row.showing(shown);
  }
}
