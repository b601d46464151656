package org.gridwright.api.http.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.api.http.IncidentFilter;
import org.gridwright.api.http.Parameters;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore;

/** Incidents, newest first. */
final class IncidentLayer implements Layer {

  private final IncidentStore incidents;

  IncidentLayer(IncidentStore incidents) {
    this.incidents = incidents;
  }

  @Override
  public String id() {
    return "incidents";
  }

  @Override
  public String geometry() {
    return "point";
  }

  @Override
  public long features() {
    return incidents.count(IncidentStore.Query.ALL);
  }

  @Override
  public Selection select(Parameters parameters) {
    IncidentStore.Query query = IncidentFilter.parse(parameters);
    return new Selection(
        List.of(incidents.version()), () -> incidents.stream(query).map(IncidentLayer::feature));
  }

  private static LayerFeature feature(Incident incident) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("category", incident.category());
    properties.put("channel", incident.channel());
    properties.put("status", incident.status());
    properties.put("occurred", incident.occurred());
    properties.put("given", incident.given() == null ? null : incident.given().code());
    return new LayerFeature(incident.id(), properties, null, incident.place());
  }
}
