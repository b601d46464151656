package org.gridwright.api.http.layers;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.IncidentFilter;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.layer.LayerSchema;
import org.gridwright.data.store.Store;

/** The layers, listed and streamed. */
public final class LayersResource implements Resource {

  /** What the layers know together; each heeds those of its own. */
  private static final KnownParameters KNOWN =
      PlanLookup.MEANT.and(KnownParameters.of("level", "limit")).and(IncidentFilter.KNOWN);

  private final List<OfferedLayer> layers;

  public LayersResource(PlanLookup plans, Store store) {
    this.layers =
        List.of(
            PlanLayer.units(plans),
            PlanLayer.voids(plans),
            StoredLayer.addresses(store.layers()),
            StoredLayer.incidents(store.layers()),
            StoredLayer.facilities(store.layers()));
  }

  record LayersAnswer(List<Item> layers) {

    record Item(String id, String title, String geometry, long features) {}
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/layers", KnownParameters.NONE.then(this::list));
    routes.get("/api/v1/layers/{layer}", KNOWN.then(this::one));
  }

  private void list(Context ctx) {
    ctx.json(
        new LayersAnswer(
            layers.stream()
                .map(
                    layer ->
                        new LayersAnswer.Item(
                            layer.schema().name(),
                            layer.schema().title().in(Languages.of(ctx)),
                            geometry(layer.schema().shape()),
                            layer.features()))
                .toList()));
  }

  private void one(Context ctx) throws IOException {
    String id = ctx.pathParam("layer");
    OfferedLayer layer =
        layers.stream()
            .filter(each -> each.schema().name().equals(id))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-layer", id)));
    Parameters parameters = new Parameters(ctx);
    int limit = parameters.number("limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    OfferedLayer.Selection selection = layer.select(parameters);
    ctx.header("Cache-Control", "no-cache");
    String query = String.valueOf(ctx.queryString());
    if (!ETags.unchanged(ctx, ETags.of(id, query, selection.version()))) {
      FeatureStream.write(ctx, () -> selection.features(limit), limit);
    }
  }

  private static String geometry(LayerSchema.Shape shape) {
    return switch (shape) {
      case AREA -> "polygon";
      case POINT -> "point";
      case NONE -> "none";
    };
  }
}
