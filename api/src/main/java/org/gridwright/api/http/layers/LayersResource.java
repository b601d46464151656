package org.gridwright.api.http.layers;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.store.Store;

/** The layers, listed and streamed. */
public final class LayersResource implements Resource {

  private static final String GEO_JSON = "application/geo+json";
  private static final int BUFFER = 1 << 16;

  private final List<Layer> layers;

  public LayersResource(PlanLookup plans, Store store) {
    this.layers =
        List.of(
            new UnitLayer(plans),
            new AddressLayer(store.addresses()),
            new IncidentLayer(store.incidents()),
            new FacilityLayer(store.directory()));
  }

  record LayersAnswer(List<Item> layers) {

    record Item(String id, String title, String geometry, long features) {}
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/layers", this::list);
    routes.get("/api/v1/layers/{layer}", this::one);
  }

  private void list(Context ctx) {
    ctx.json(
        new LayersAnswer(
            layers.stream()
                .map(
                    layer ->
                        new LayersAnswer.Item(
                            layer.id(),
                            ApiMessages.of("layer." + layer.id()).in(Languages.of(ctx)),
                            layer.geometry(),
                            layer.features()))
                .toList()));
  }

  private void one(Context ctx) throws IOException {
    String id = ctx.pathParam("layer");
    Layer layer =
        layers.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-layer", id)));
    Parameters parameters = new Parameters(ctx);
    int limit = parameters.number("limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    Layer.Selection selection = layer.select(parameters);
    ctx.header("Cache-Control", "no-cache");
    String query = String.valueOf(ctx.queryString());
    if (!ETags.unchanged(ctx, ETags.of(id, query, selection.dependencies()))) {
      ctx.contentType(GEO_JSON);
      write(selection, limit, ctx.outputStream());
    }
  }

  /**
   * Writes the collection. On a failure it is not ended, so that nobody takes a part for the whole.
   */
  private static void write(Layer.Selection selection, int limit, OutputStream target)
      throws IOException {
    OutputStream out = new BufferedOutputStream(target, BUFFER);
    try (Stream<LayerFeature> features = selection.features().get()) {
      GeoJsonWriter writer = new GeoJsonWriter(out);
      Iterator<LayerFeature> each = features.iterator();
      for (int written = 0; written < limit && each.hasNext(); written++) {
        each.next().writeTo(writer);
      }
      if (each.hasNext()) {
        writer.member("truncated", true);
      }
      writer.close();
    }
    out.flush();
  }
}
