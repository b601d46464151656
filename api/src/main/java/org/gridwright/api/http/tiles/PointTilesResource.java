package org.gridwright.api.http.tiles;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.FindingFilter;
import org.gridwright.api.http.IncidentFilter;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.core.tile.TilePoints;
import org.gridwright.data.draft.Reviewed;
import org.gridwright.data.exchange.archive.TileLayerInfo;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerWalk;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.gridwright.data.tile.PointTile;
import org.gridwright.data.tile.TilePlaces;
import org.locationtech.jts.geom.Envelope;

/** Tiles of addresses, of incidents, and of what was found in a plan or draft. */
public final class PointTilesResource implements Resource {

  private static final String ADDRESSES = "addresses";
  private static final String INCIDENTS = "incidents";
  private static final String FINDINGS = "findings";
  private static final List<String> OF_ADDRESS = List.of("text");
  private static final List<String> OF_INCIDENT =
      List.of("category", "channel", "status", "occurred");
  private static final List<String> OF_FINDING = List.of("kind", "severity", "accepted");
  private static final KnownParameters FILTER =
      KnownParameters.of("from", "to", "hours", "weekdays", "category", "status");
  private static final KnownParameters VERSION = KnownParameters.of("v");

  private final PlanLookup plans;
  private final Store store;
  private final TilePlaces places;
  private final Function<Parameters, List<Reviewed>> findings;
  private final TileTurns turns;

  /**
   * @param findings those of the plan or draft that a request means
   */
  public PointTilesResource(
      PlanLookup plans,
      Store store,
      TileTurns turns,
      Function<Parameters, List<Reviewed>> findings) {
    this.plans = plans;
    this.store = store;
    this.places = new TilePlaces(store);
    this.turns = turns;
    this.findings = findings;
  }

  @Override
  public void register(RoutesConfig routes) {
    KnownParameters found = TileLookup.KNOWN.and(FindingFilter.KNOWN);
    routes.get(path(ADDRESSES), VERSION.then(this::addresses));
    routes.get(path(INCIDENTS), FILTER.and(VERSION).then(this::incidents));
    routes.get(path(FINDINGS), found.then(this::findings));
    routes.get(document(ADDRESSES), VERSION.then(ctx -> describe(ctx, ADDRESSES, OF_ADDRESS)));
    routes.get(document(INCIDENTS), FILTER.then(ctx -> describe(ctx, INCIDENTS, OF_INCIDENT)));
    routes.get(document(FINDINGS), found.then(ctx -> describe(ctx, FINDINGS, OF_FINDING)));
  }

  private static String path(String layer) {
    return "/tiles/" + layer + "/{z}/{x}/{file}";
  }

  private static String document(String layer) {
    return "/tiles/" + layer + "/tilejson.json";
  }

  private void describe(Context ctx, String layer, List<String> fields) {
    LatticeEnvelope box =
        plans.byDefault().map(snapshot -> snapshot.plan().envelope()).orElse(LatticeEnvelope.EMPTY);
    Map<String, String> types = new LinkedHashMap<>();
    fields.forEach(field -> types.put(field, "String"));
    types.put(PointTile.COUNT, "Number");
    TileLayerInfo told =
        new TileLayerInfo(
            layer,
            "Points, each with its fields where there are few, and numbers of them otherwise.",
            types,
            0,
            TileAddress.LAST_ZOOM);
    ctx.header("Cache-Control", "no-cache");
    ctx.json(TileJson.of(box, layer, TileLinks.pattern(ctx, layer), List.of(told)));
  }

  private void addresses(Context ctx) {
    plans.themes();
    TileAddress tile = vectorTile(ctx);
    TilePlaces.KnownPoints known = places.addresses();
    keep(ctx, "public", "a" + known.version());
    answer(
        ctx,
        known.version(),
        tile,
        () ->
            PointTile.of(
                ADDRESSES,
                tile,
                known.points(),
                () ->
                    rows(
                        store.layers().addresses(),
                        LayerQuery.ALL.within(tile.ground()),
                        OF_ADDRESS)));
  }

  private void incidents(Context ctx) {
    plans.themes();
    TileAddress tile = vectorTile(ctx);
    IncidentStore.Query asked = IncidentFilter.parse(new Parameters(ctx));
    TilePlaces.KnownPoints known = places.incidents(asked);
    keep(ctx, "private", "i" + known.version());
    answer(
        ctx,
        known.version() + asked,
        tile,
        () ->
            PointTile.of(
                INCIDENTS,
                tile,
                known.points(),
                () ->
                    rows(
                        store.layers().incidents(),
                        asked.ofLayer().within(tile.ground()),
                        OF_INCIDENT)));
  }

  private void findings(Context ctx) {
    plans.themes();
    TileAddress tile = vectorTile(ctx);
    Parameters parameters = new Parameters(ctx);
    FindingFilter filter = FindingFilter.parse(parameters);
    List<Reviewed> found = findings.apply(parameters).stream().filter(filter).toList();
    TilePoints all = points(found);
    TilePoints blocking =
        points(found.stream().filter(it -> it.finding().severity() == Severity.BLOCKING).toList());
    byte[] made =
        PointTile.of(
            FINDINGS,
            tile,
            all,
            Map.of(Severity.BLOCKING.id(), blocking),
            () -> found.stream().flatMap(PointTilesResource::single));
    ctx.header("Cache-Control", "private, no-cache");
    answer(ctx, String.valueOf(Arrays.hashCode(made)), tile, () -> made);
  }

  private static TilePoints points(List<Reviewed> found) {
    TilePoints.Gathering points = new TilePoints.Gathering();
    found.stream().flatMap(it -> place(it).stream()).forEach(points::add);
    return points.build();
  }

  /** The middle of where it was found; empty where that is nowhere. */
  private static Optional<LatticePoint> place(Reviewed reviewed) {
    Envelope box = reviewed.finding().place().getEnvelopeInternal();
    return box.isNull()
        ? Optional.empty()
        : Optional.of(LatticePoint.ofDegrees(box.centre().x, box.centre().y));
  }

  private static Stream<PointTile.Single> single(Reviewed reviewed) {
    return place(reviewed).stream()
        .map(
            place ->
                new PointTile.Single(
                    reviewed.finding().id(),
                    place,
                    Map.of(
                        "id",
                        reviewed.finding().id(),
                        "kind",
                        reviewed.finding().kind().id(),
                        "severity",
                        reviewed.finding().severity().id(),
                        "accepted",
                        String.valueOf(reviewed.accepted().isPresent()))));
  }

  private static Stream<PointTile.Single> rows(Layer layer, LayerQuery query, List<String> fields) {
    return LayerWalk.of(layer, query.columns(fields))
        .flatMap(row -> row.point() == null ? Stream.empty() : Stream.of(single(row, fields)));
  }

  private static PointTile.Single single(LayerRow row, List<String> fields) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("id", row.id());
    for (String field : fields) {
      Object value = row.value(field);
      if (value != null) {
        tags.put(field, value.toString());
      }
    }
    return new PointTile.Single(row.id(), Objects.requireNonNull(row.point()), tags);
  }

  private static TileAddress vectorTile(Context ctx) {
    TileFile file = TileFile.of(ctx);
    if (!file.isVector()) {
      throw file.noSuchForm();
    }
    return file.tile();
  }

  private static void keep(Context ctx, String readers, String version) {
    TileAnswers.keep(ctx, readers, version, new Parameters(ctx).text("v").orElse(null));
  }

  private void answer(Context ctx, String version, TileAddress tile, Supplier<byte[]> make) {
    ctx.contentType(TileAnswers.VECTOR_TILE);
    if (!ETags.unchanged(ctx, ETags.of(ctx.path(), version, tile))) {
      ctx.result(turns.take(make));
    }
  }
}
