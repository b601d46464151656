package org.gridwright.api.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.exchange.GeoJsonWriter;
import tools.jackson.databind.JsonNode;

/** Requests about one draft, with single quotes in JSON. */
final class DraftCalls {

  /** A line that cuts the lower unit of {@link SmallCity} in its middle, from south to north. */
  static final String CUT =
      "{'type':'LineString','coordinates':[[10.0005,49.9995],[10.0005,50.0015]]}";

  private final Client client;
  final String path;

  private DraftCalls(Client client, String path) {
    this.client = client;
    this.path = path;
  }

  /** Makes a draft of the latest plan. */
  static DraftCalls begin(Client client) {
    return at(client, client.json("POST", "/api/v1/drafts", "{}"));
  }

  /** Makes a draft of {@link SmallCity#overlapping}, whose grid A overlaps B. */
  static DraftCalls overlapping(Client client) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    GeoJsonWriter writer = new GeoJsonWriter(body);
    for (Unit grid : SmallCity.overlapping().grids()) {
      writer.write(
          grid.code(),
          Map.of("code", grid.code(), "parent", grid.parent().orElseThrow()),
          grid.drawnArea());
    }
    writer.close();
    return at(
        client,
        client.post(
            "/api/v1/drafts", "application/geo+json", body.toString(StandardCharsets.UTF_8)));
  }

  /** The draft that was made. */
  static DraftCalls at(Client client, Answer made) {
    if (made.status() != 201) {
      throw new IllegalStateException(made.body());
    }
    return new DraftCalls(client, made.header("Location"));
  }

  JsonNode read() {
    return client.get(path).json();
  }

  long version() {
    return read().get("version").asLong();
  }

  Answer get(String below) {
    return client.get(path + below);
  }

  /**
   * @param version sent as {@code If-Match}; {@code *} for any
   */
  Answer post(String below, Object version, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "If-Match";
    all[1] = version.equals("*") ? "*" : "\"" + version + "\"";
    return client.json("POST", path + below, body, all);
  }

  Answer edit(Object version, String body, String... headers) {
    return post("/edits", version, body, headers);
  }

  /** Gives a grid another name. */
  Answer rename(Object version, String unit, String name, String... headers) {
    return edit(version, "{'type':'rename','unit':'" + unit + "','name':'" + name + "'}", headers);
  }

  /** The grids of the draft. */
  List<String> grids() {
    return texts(get("/units").json().get("features"), "id");
  }

  /** The name of a grid. */
  String name(String unit) {
    for (JsonNode feature : get("/units").json().get("features")) {
      if (feature.get("id").asString().equals(unit)) {
        return feature.get("properties").get("name").asString();
      }
    }
    throw new IllegalStateException("no grid " + unit);
  }

  static List<String> texts(JsonNode items, String member) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get(member).asString())
        .toList();
  }

  static List<String> texts(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false).map(JsonNode::asString).toList();
  }
}
