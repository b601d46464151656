package org.gridwright.api.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.contract.ApiDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads server-sent events. */
final class EventReader implements AutoCloseable {

  record Event(String name, JsonNode data) {}

  private final InputStream body;
  private final BufferedReader lines;

  private EventReader(InputStream body) {
    this.body = body;
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** Opens a stream and reads the event {@code hello}. */
  static EventReader open(int port) throws IOException, InterruptedException {
    return open(new Client(port));
  }

  /** As above, as one of the exchanges of a client. */
  static EventReader open(Client client) throws IOException, InterruptedException {
    HttpRequest request = client.request("/api/v1/events").build();
    HttpResponse<InputStream> response =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofInputStream());
    client.check(request, "", response, "");
    if (!response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
      throw new IOException("no event stream: " + response);
    }
    EventReader reader = new EventReader(response.body());
    if (!reader.next().name().equals("hello")) {
      throw new IOException("no hello");
    }
    return reader;
  }

  /** The next event; waits for it. */
  Event next() throws IOException {
    String name = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        return asDocumented(new Event(name, Json.MAPPER.readTree(line.substring(6))));
      }
    }
    throw new IOException("the stream ended");
  }

  private static Event asDocumented(Event event) {
    String name = event.name();
    String schema = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Event";
    List<String> violations = ApiDocument.SERVED.violations(schema, event.data());
    if (!violations.isEmpty()) {
      throw new AssertionError(event + " is not as docs/openapi.yaml has it: " + violations);
    }
    return event;
  }

  /** The next event of a kind; others are passed over. */
  Event next(String name) throws IOException {
    Event event = next();
    while (!event.name().equals(name)) {
      event = next();
    }
    return event;
  }

  /** Whether nothing comes any more; waits until then. */
  boolean atEnd() throws IOException {
    @Nullable String line = lines.readLine();
    while (line != null && !line.startsWith("event: ")) {
      line = lines.readLine();
    }
    return line == null;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
