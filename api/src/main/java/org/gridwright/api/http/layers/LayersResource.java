package org.gridwright.api.http.layers;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.gridwright.api.http.ETags;
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

  /** What each layer goes by beside its own. */
  private static final KnownParameters LIMIT = KnownParameters.of("limit");

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
    routes.get(
        "/api/v1/layers/{layer}",
        layers.stream()
            .map(LayersResource::known)
            .reduce(KnownParameters.NONE, KnownParameters::and)
            .then(ctx -> known(layer(ctx)), this::one));
  }

  private static KnownParameters known(OfferedLayer layer) {
    return layer.known().and(LIMIT);
  }

  private OfferedLayer layer(Context ctx) {
    String id = ctx.pathParam("layer");
    return layers.stream()
        .filter(each -> each.schema().name().equals(id))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-layer", id)));
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
    OfferedLayer layer = layer(ctx);
    Parameters parameters = new Parameters(ctx);
    int limit = parameters.number("limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    OfferedLayer.Selection selection = layer.select(parameters);
    ctx.header("Cache-Control", "no-cache");
    String query = String.valueOf(ctx.queryString());
    if (!ETags.unchanged(ctx, ETags.of(layer.schema().name(), query, selection.version()))) {
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
