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
import org.gridwright.api.http.answer.Names;
import org.gridwright.api.http.answer.Properties;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.draft.DraftState;
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
    Plan plan = draft.plan();
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
      FeatureStream.write(ctx, () -> within(plan, level, box), Integer.MAX_VALUE);
    }
  }

  private static Stream<LayerFeature> within(
      Plan plan, Level level, @Nullable LatticeEnvelope box) {
    return plan.units(level.depth()).stream()
        .filter(
            unit -> box == null || (unit.area() != null && unit.area().envelope().intersects(box)))
        .map(unit -> new LayerFeature(unit.code(), Properties.of(unit, level), unit.area(), null));
  }

  private static Stream<LayerFeature> everything(Plan plan) {
    Stream<LayerFeature> units =
        plan.theme().levels().stream()
            .flatMap(
                level ->
                    plan.units(level.depth()).stream().map(unit -> withAttributes(unit, level)));
    Stream<LayerFeature> voids =
        plan.voids().stream()
            .map(each -> new LayerFeature(each.name(), Properties.of(each), each.area(), null));
    return Stream.concat(units, voids);
  }

  private static LayerFeature withAttributes(Unit unit, Level level) {
    Map<String, @Nullable Object> properties = Properties.of(unit, level);
    properties.put("attributes", Names.attributesOf(unit));
    return new LayerFeature(unit.code(), properties, unit.area(), null);
  }
}
