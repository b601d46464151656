package org.gridwright.api.http.incidents;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.Json;
import org.gridwright.data.exchange.DecimalDegrees;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore;
import tools.jackson.core.JsonGenerator;

/**
 * Incidents as columns of equal length: a third of the size of features, and quick to draw. Memory
 * grows with their number, at about 80 bytes each.
 */
final class IncidentPoints {

  private static final int INITIAL = 1024;

  private final List<String> categories;
  private final List<String> ids = new ArrayList<>();
  private int[] places = new int[2 * INITIAL];
  private int[] categoryOf = new int[INITIAL];

  private IncidentPoints(List<String> categories) {
    this.categories = new ArrayList<>(categories);
  }

  static void answer(Context ctx, IncidentStore incidents, IncidentStore.Query query) {
    ctx.header("Cache-Control", "no-cache");
    if (ETags.unchanged(ctx, ETags.of("points", incidents.version(), query))) {
      return;
    }
    IncidentPoints points = new IncidentPoints(incidents.categories());
    try (Stream<Incident> matching = incidents.stream(query)) {
      matching.forEach(points::add);
    }
    ctx.contentType("application/json");
    try (JsonGenerator json =
        Json.MAPPER.createGenerator(new BufferedOutputStream(ctx.outputStream(), 1 << 16))) {
      points.write(json);
    }
  }

  private void add(Incident incident) {
    int n = ids.size();
    if (n == categoryOf.length) {
      categoryOf = Arrays.copyOf(categoryOf, 2 * n);
      places = Arrays.copyOf(places, 4 * n);
    }
    int category = categories.indexOf(incident.category());
    if (category < 0) {
      category = categories.size();
      categories.add(incident.category());
    }
    ids.add(incident.id());
    categoryOf[n] = category;
    places[2 * n] = incident.place().x();
    places[2 * n + 1] = incident.place().y();
  }

  private void write(JsonGenerator json) {
    json.writeStartObject();
    json.writeArrayPropertyStart("categories");
    categories.forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("id");
    ids.forEach(json::writeString);
    json.writeEndArray();
    writeOrdinates(json, "lon", 0);
    writeOrdinates(json, "lat", 1);
    json.writeName("category");
    json.writeArray(categoryOf, 0, ids.size());
    json.writeEndObject();
  }

  private void writeOrdinates(JsonGenerator json, String name, int axis) {
    json.writeArrayPropertyStart(name);
    for (int i = 0; i < ids.size(); i++) {
      json.writeNumber(DecimalDegrees.of(places[2 * i + axis]));
    }
    json.writeEndArray();
  }
}
