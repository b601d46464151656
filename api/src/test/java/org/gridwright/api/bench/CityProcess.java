package org.gridwright.api.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridwright.api.cli.Main;
import org.gridwright.api.http.Json;
import tools.jackson.databind.JsonNode;

/** A demo city served by a process of its own, so that its clients take none of its memory. */
final class CityProcess implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  private final CityClient http;
  private final Process process;
  private final int port;
  private final List<String> districts = new ArrayList<>();

  private CityProcess(Process process, int port) {
    this.process = process;
    this.port = port;
    this.http = new CityClient(port);
  }

  /** Makes the city in an empty store, and serves it. */
  static CityProcess demo(String grids, String store) throws IOException, InterruptedException {
    Process demo = gridwright("demo", "--store", store, "--grids", grids);
    demo.getInputStream().transferTo(System.out);
    if (demo.waitFor() != 0) {
      throw new IOException("the demo city was not made");
    }
    Process process = gridwright("serve", "--store", store, "--port", "0");
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        CityProcess city = new CityProcess(process, Integer.parseInt(address.group(1)));
        drain(said);
        city.awaitPeace();
        city.learnDistricts();
        return city;
      }
    }
    throw new IOException("the server ended before it was ready");
  }

  /** Nothing else that the server says is of interest, but it must not wait for a reader. */
  private static void drain(BufferedReader said) {
    Thread drain = new Thread(() -> said.lines().forEach(line -> {}), "drain");
    drain.setDaemon(true);
    drain.start();
  }

  private static Process gridwright(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx4g");
    String options = System.getenv().getOrDefault("GRIDWRIGHT_JAVA_OPTS", "");
    options
        .lines()
        .flatMap(line -> Stream.of(line.split(" ", -1)))
        .filter(it -> !it.isEmpty())
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  int port() {
    return port;
  }

  /** Waits until everything is loaded and the store answers. */
  void awaitPeace() throws IOException, InterruptedException {
    while (http.get("/health").statusCode() != 200
        || http.get("/api/v1/search?q=x").statusCode() != 200
        || http.get("/api/v1/drafts").statusCode() != 200) {
      Thread.sleep(200);
    }
  }

  private void learnDistricts() throws IOException, InterruptedException {
    Json.MAPPER
        .readTree(http.get("/api/v1/units?level=district").body())
        .get("units")
        .forEach(unit -> districts.add(unit.get("code").asString()));
  }

  /** A new draft in which a district is divided anew, so that it differs from the plan. */
  long redrawnDraft() throws IOException, InterruptedException {
    JsonNode draft = Json.MAPPER.readTree(http.post("/api/v1/drafts", "{}").body());
    long id = draft.get("id").asLong();
    String path = "/api/v1/drafts/" + id + "/redraws";
    require(http.post(path, redraw(0, true), draft.get("version").asLong()));
    return id;
  }

  private static void require(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(answer.uri() + " " + answer.statusCode() + " " + answer.body());
    }
  }

  private String redraw(int which, boolean apply) {
    return "{\"method\":\"divide\",\"level\":\"district\",\"parent\":\"%s\",\"into\":2000,\"apply\":%s}"
        .formatted(districts.get(which % districts.size()), apply);
  }

  /**
   * Asks for long work, one piece after another, until the thread is interrupted: for comparisons
   * with a draft, each with a width of its own so that none is known, or for redraws of a district.
   */
  void askLongWork(long draft, int which) {
    try {
      for (int i = 1; !Thread.currentThread().isInterrupted(); i++) {
        if (which == 0) {
          require(
              http.get(
                  "/api/v1/compare?limit=1&from=plan:1&to=draft:" + draft + "&sliverWidth=0." + i));
        } else {
          require(http.post("/api/v1/drafts/" + draft + "/redraws", redraw(which, false)));
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
