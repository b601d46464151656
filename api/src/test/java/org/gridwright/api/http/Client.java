package org.gridwright.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridwright.api.http.contract.Contract;
import org.gridwright.api.http.contract.Exchange;
import tools.jackson.databind.JsonNode;

/**
 * Talks to a server on the loopback interface. Every exchange about the API is held against its
 * document.
 */
final class Client {

  private final HttpClient http = newClient();
  private final int port;
  private final Set<String> exercised = ConcurrentHashMap.newKeySet();

  Client(int port) {
    this.port = port;
  }

  /** An answer of text. */
  record Answer(int status, String type, String body, HttpResponse<String> response) {

    JsonNode json() {
      return Json.MAPPER.readTree(body);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /**
   * @param headers name, value, name, value, …
   */
  Answer get(String path, String... headers) {
    return send(request(path, headers).GET().build(), "");
  }

  Answer post(String path, String type, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        body);
  }

  /** Posts bytes, which the document says nothing about. */
  Answer post(String path, String type, byte[] body) {
    return send(
        request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)).build(),
        "");
  }

  /** A request with a JSON body of any method. */
  Answer json(String method, String path, String body, String... headers) {
    String sent = body.replace('\'', '"');
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(sent))
            .build(),
        sent);
  }

  Answer method(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()).build(), "");
  }

  Answer send(SoundRequest sound, String... headers) {
    return send(sound.build(request(sound.path(), headers)), sound.body());
  }

  /** What the document calls the answers that came so far. */
  Set<String> exercised() {
    return exercised;
  }

  /** Holds an exchange against the document. */
  void check(HttpRequest request, String sent, HttpResponse<?> response, String body) {
    boolean answered = !request.method().equals("HEAD");
    if (answered && request.uri().getPath().startsWith("/api/v1/")) {
      exercised.add(
          Contract.check(
              new Exchange(
                  request.method(),
                  request.uri(),
                  request.headers(),
                  sent,
                  response.statusCode(),
                  response.headers(),
                  body)));
    }
  }

  HttpResponse<InputStream> open(HttpRequest request) throws IOException, InterruptedException {
    return clientFor(request).send(request, BodyHandlers.ofInputStream());
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return builder;
  }

  /**
   * A connection of its own for each body: the server closes one whose body it did not read to the
   * end, and the JDK's client repeats no request with a body that meets such a connection in its
   * pool.
   */
  private HttpClient clientFor(HttpRequest request) {
    return request.method().equals("GET") ? http : newClient();
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private Answer send(HttpRequest request, String sent) {
    try {
      HttpResponse<String> response = clientFor(request).send(request, BodyHandlers.ofString());
      check(request, sent, response, response.body());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body(),
          response);
    } catch (IOException broken) {
      throw new IllegalStateException(request.uri() + " was not answered", broken);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
