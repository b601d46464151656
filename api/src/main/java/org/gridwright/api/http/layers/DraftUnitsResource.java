package org.gridwright.api.http.layers;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.Properties;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerWalk;
import org.gridwright.data.layer.PlanLayers;
import org.gridwright.data.layer.PlanLayers.Edition;
import org.jspecify.annotations.Nullable;

/** The units of a draft: one level to be drawn, or everything to be taken away. */
public final class DraftUnitsResource implements Resource {

  private final PlanLookup plans;

  public DraftUnitsResource(PlanLookup plans) {
    this.plans = plans;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/drafts/{id}/units",
        KnownParameters.of("level", "bbox", "format").then(this::units));
  }

  private void units(Context ctx) throws IOException {
    Parameters parameters = new Parameters(ctx);
    DraftState draft = plans.draft(ctx.pathParam("id"));
    Plan plan = draft.told();
    Optional<String> format = parameters.text("format");
    if (format.isPresent() && !format.get().equals("geojson")) {
      throw ProblemException.badParameter(
          "format", ApiMessages.of("http.member-choice", "format", "geojson"));
    }
    Level level = plans.level(plan.theme(), parameters.text("level").orElse(null));
    LatticeEnvelope box = parameters.box();
    ctx.header("Cache-Control", "no-cache");
    if (ETags.unchanged(
        ctx, ETags.of(draft.info().id(), draft.version(), String.valueOf(ctx.queryString())))) {
      return;
    }
    if (format.isPresent()) {
      ctx.header(
          "Content-Disposition",
          "attachment; filename=\"draft-" + draft.info().id() + ".geojson\"");
      FeatureStream.write(ctx, () -> everything(plan), Integer.MAX_VALUE);
    } else {
      FeatureStream.write(ctx, () -> within(draft, level, box), Integer.MAX_VALUE);
    }
  }

  private static Stream<LayerRow> within(
      DraftState draft, Level level, @Nullable LatticeEnvelope box) {
    Edition edition = new Edition(draft.told(), draft.info().id() + " " + draft.version());
    return LayerWalk.of(PlanLayers.units(day -> edition, level), LayerQuery.ALL.within(box))
        .map(PlanLayer::unit);
  }

  private static Stream<LayerRow> everything(Plan plan) {
    Stream<LayerRow> units =
        plan.theme().levels().stream()
            .flatMap(
                level ->
                    plan.units(level.depth()).stream().map(unit -> withAttributes(unit, level)));
    Stream<LayerRow> voids =
        plan.voids().stream()
            .map(each -> new LayerRow(each.name(), Properties.of(each), each.area(), null));
    return Stream.concat(units, voids);
  }

  private static LayerRow withAttributes(Unit unit, Level level) {
    Map<String, @Nullable Object> properties = Properties.of(unit, level);
    properties.put("attributes", UnitNames.attributesOf(unit));
    return new LayerRow(unit.code(), properties, unit.area(), null);
  }
}
