package org.gridwright.api.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gridwright.api.http.Json;
import org.gridwright.core.lattice.LatticeEnvelope;
import tools.jackson.databind.JsonNode;

/** How long a server of a demo city takes for what its users ask. */
final class ServedAnswers {

  private static final int POINTS = 1_000_000;
  private static final int TURNS = 3;

  private ServedAnswers() {}

  /** What open maps ask first, as soon as the server is ready, one after the other. */
  static List<CityFigure> first(BenchServer server) throws IOException, InterruptedException {
    JsonNode plans = Json.MAPPER.readTree(server.http().get("/api/v1/plans").body()).get("plans");
    JsonNode plan = plans.get(plans.size() - 1);
    JsonNode city =
        Json.MAPPER
            .readTree(server.http().get("/api/v1/units?level=city").body())
            .get("units")
            .get(0);
    String card =
        "/api/v1/units/" + plan.get("theme").asString() + "/city/" + city.get("code").asString();
    String findings = "/api/v1/plans/" + plan.get("id").asLong() + "/findings?limit=100";
    double counts = server.timed("/api/v1/counts?level=grid");
    double ofCity = server.timed(card);
    double found = server.timed(findings);
    return List.of(
        CityFigure.atMost("counts per grid, asked when ready", counts, "s", 0.5),
        CityFigure.atMost("the city's card, asked after them", ofCity, "s", 0.5),
        CityFigure.atMost("first page of the plan's findings, asked after that", found, "s", 0.5));
  }

  /** Rates once what is asked has been compiled. */
  static List<CityFigure> warm(BenchServer server, BenchCity city)
      throws IOException, InterruptedException {
    double constant = 0;
    double lookUps = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      constant = SteadyClient.rate(server.port(), "/api/v1/config", 5);
      lookUps = SteadyClient.rate(server.port(), city.locate(), 5);
    }
    byte[] points = points(city.box());
    double placed = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      placed = POINTS / placed(server, points) / 1e6;
    }
    return List.of(
        CityFigure.atMost(
            "GET locate, to a constant answer on 16 connections", constant / lookUps, "times", 1.5),
        CityFigure.atLeast("POST locate, all columns, a million points", placed, "million/s", 1.5));
  }

  /** Sends points and reads where they are; returns the seconds that it takes. */
  private static double placed(BenchServer server, byte[] points)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/locate"))
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofByteArray(points))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    long start = System.nanoTime();
    HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
    try (InputStream rows = answer.body()) {
      byte[] buffer = new byte[1 << 16];
      while (rows.read(buffer) >= 0) {
        // what it says is of no interest
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Anywhere in a rectangle. */
  private static byte[] points(LatticeEnvelope box) {
    Random random = new Random(9);
    StringBuilder rows = new StringBuilder("id,lon,lat\n");
    for (int i = 0; i < POINTS; i++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "%d,%.7f,%.7f%n",
              i,
              random.nextInt(box.minX(), box.maxX()) / 1e7,
              random.nextInt(box.minY(), box.maxY()) / 1e7));
    }
    return rows.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
