package org.gridwright.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.gridwright.core.lattice.LatticePoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The drafts on the server, looked at past the map: what the map says is compared with this. */
final class DraftClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI root;

  DraftClient(URI root) {
    this.root = root;
  }

  /** A new draft of the plan in force; its id. */
  long create(String name) {
    ObjectNode body = JSON.createObjectNode().put("name", name);
    return send(request("api/v1/drafts", "application/json").POST(json(body))).get("id").asLong();
  }

  /**
   * A new draft in which one grid alone has another corner: neighbours no longer meet there.
   *
   * @param from the corner, which other grids keep
   */
  long damaged(String name, String grid, LatticePoint from, LatticePoint to) {
    long whole = create(name);
    JsonNode units = get("api/v1/drafts/" + whole + "/units?format=geojson");
    for (JsonNode feature : units.get("features")) {
      JsonNode properties = feature.get("properties");
      if (grid.equals(text(properties, "code")) && "grid".equals(text(properties, "level"))) {
        move(feature.get("geometry").get("coordinates"), from, to);
      }
    }
    return send(request("api/v1/drafts?name=" + name, "application/geo+json").POST(json(units)))
        .get("id")
        .asLong();
  }

  /** A new draft that lacks one grid: nobody has its ground. */
  long without(String name, String grid) {
    long whole = create(name);
    JsonNode units = get("api/v1/drafts/" + whole + "/units?format=geojson");
    ArrayNode features = (ArrayNode) units.get("features");
    features.removeIf(feature -> grid.equals(text(feature.get("properties"), "code")));
    return send(request("api/v1/drafts?name=" + name, "application/geo+json").POST(json(units)))
        .get("id")
        .asLong();
  }

  long version(long draft) {
    return get("api/v1/drafts/" + draft).get("version").asLong();
  }

  /** What was done and is not undone, oldest first. */
  List<String> kinds(long draft) {
    return StreamSupport.stream(
            get("api/v1/drafts/" + draft + "/history").get("revisions").spliterator(), false)
        .filter(revision -> revision.get("applied").asBoolean())
        .sorted((a, b) -> Integer.compare(a.get("position").asInt(), b.get("position").asInt()))
        .map(revision -> text(revision, "kind"))
        .toList();
  }

  /**
   * Waits until exactly this was done and is not undone, oldest first. A page says "saved" until it
   * has sent what an answered dialog asks for: the page alone cannot tell that an edit has arrived.
   */
  void awaitKinds(long draft, String... kinds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> done = kinds(draft);
    while (!done.equals(List.of(kinds)) && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE.toNanos());
      done = kinds(draft);
    }
    assertThat(done).containsExactly(kinds);
  }

  JsonNode findings(long draft) {
    return get("api/v1/drafts/" + draft + "/findings").get("findings");
  }

  /** The codes of the draft's grids. */
  List<String> grids(long draft) {
    return features(draft).map(feature -> text(feature.get("properties"), "code")).toList();
  }

  /** How many grids of the draft have this very corner. */
  long gridsWith(long draft, LatticePoint corner) {
    String ordinates = "[" + corner.lon() + "," + corner.lat() + "]";
    return features(draft)
        .filter(feature -> feature.get("geometry").toString().contains(ordinates))
        .count();
  }

  /** An edit by someone else, on the version that is there. */
  void edit(long draft, String edit) {
    send(
        request("api/v1/drafts/" + draft + "/edits", "application/json")
            .header("If-Match", "*")
            .header("Gridwright-Author", "Wang")
            .POST(BodyPublishers.ofString(edit)));
  }

  /** The draft becomes the plan of today, with whatever is found in it. */
  void publish(long draft) {
    String body =
        "{\"effective\":\"%s\",\"accept\":\"a test\"}"
            .formatted(LocalDate.now(ZoneId.systemDefault()));
    send(
        request("api/v1/drafts/" + draft + "/publish", "application/json")
            .header("If-Match", "*")
            .POST(BodyPublishers.ofString(body)));
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(root.resolve(path)).GET());
  }

  JsonNode post(String path, String body) {
    return send(request(path, "application/json").POST(BodyPublishers.ofString(body)));
  }

  JsonNode put(String path, String body) {
    return send(request(path, "application/json").PUT(BodyPublishers.ofString(body)));
  }

  void delete(String path) {
    send(HttpRequest.newBuilder(root.resolve(path)).DELETE());
  }

  private java.util.stream.Stream<JsonNode> features(long draft) {
    JsonNode units = get("api/v1/drafts/" + draft + "/units?level=grid");
    return StreamSupport.stream(units.get("features").spliterator(), false);
  }

  private static void move(JsonNode coordinates, LatticePoint from, LatticePoint to) {
    for (JsonNode part : coordinates) {
      if (part.get(0).isArray()) {
        move(part, from, to);
      } else if (LatticePoint.ofDegrees(part.get(0).asDouble(), part.get(1).asDouble())
          .equals(from)) {
        ((ArrayNode) part).set(0, JSON.getNodeFactory().numberNode(to.lon()));
        ((ArrayNode) part).set(1, JSON.getNodeFactory().numberNode(to.lat()));
      }
    }
  }

  private HttpRequest.Builder request(String path, String type) {
    return HttpRequest.newBuilder(root.resolve(path)).header("Content-Type", type);
  }

  private static HttpRequest.BodyPublisher json(JsonNode body) {
    return BodyPublishers.ofString(body.toString());
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).asString();
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new AssertionError(response.uri() + " " + response.statusCode() + response.body());
      }
      return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
    } catch (IOException broken) {
      throw new IllegalStateException("the server did not answer", broken);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
