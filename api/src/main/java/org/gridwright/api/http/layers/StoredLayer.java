package org.gridwright.api.http.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridwright.api.http.IncidentFilter;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerSchema;
import org.gridwright.data.store.LayerStore;
import org.jspecify.annotations.Nullable;

/**
 * A layer that lies in the store.
 *
 * @param count of all its rows
 * @param known what {@code query} reads
 * @param properties those of a feature, in order
 */
record StoredLayer(
    Layer layer,
    KeptCount count,
    KnownParameters known,
    Function<Parameters, LayerQuery> query,
    List<Property> properties)
    implements OfferedLayer {

  private static final KnownParameters NEAR = KnownParameters.of("bbox");

  /** A property of a feature and the field that it shows. */
  record Property(String name, String field) {

    static Property of(String field) {
      return new Property(field, field);
    }
  }

  private StoredLayer(
      Layer layer,
      KnownParameters known,
      Function<Parameters, LayerQuery> query,
      List<Property> properties) {
    this(layer, new KeptCount(layer), known, query, properties);
  }

  static OfferedLayer addresses(LayerStore layers) {
    return new StoredLayer(
        layers.addresses(), NEAR, StoredLayer::near, List.of(Property.of("text")));
  }

  static OfferedLayer incidents(LayerStore layers) {
    return new StoredLayer(
        layers.incidents(),
        IncidentFilter.KNOWN,
        parameters -> IncidentFilter.parse(parameters).ofLayer(),
        List.of(
            Property.of("category"),
            Property.of("channel"),
            Property.of("status"),
            Property.of("occurred"),
            new Property("given", "given_grid")));
  }

  static OfferedLayer facilities(LayerStore layers) {
    return new StoredLayer(
        layers.facilities(),
        NEAR,
        StoredLayer::near,
        List.of(Property.of("kind"), Property.of("name")));
  }

  @Override
  public LayerSchema schema() {
    return layer.schema();
  }

  @Override
  public long features() {
    return count.rows();
  }

  @Override
  public Selection select(Parameters parameters) {
    List<String> fields = properties.stream().map(Property::field).toList();
    return new Selection(layer, query.apply(parameters).columns(fields), this::feature);
  }

  private LayerRow feature(LayerRow row) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    properties.forEach(each -> shown.put(each.name(), row.value(each.field())));
    return row.showing(shown);
  }

  private static LayerQuery near(Parameters parameters) {
    return LayerQuery.ALL.within(parameters.box());
  }
}
