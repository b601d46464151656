package org.gridwright.api.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.core.Pause;

/** {@code gridwright serve} as a process of its own, on a free port. */
final class ServingProcess implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CommandProcess process;
  private final int port;

  private ServingProcess(CommandProcess process) throws IOException {
    this.process = process;
    this.port = readPort(process);
  }

  /** Starts it and waits until the plans are loaded. */
  static ServingProcess start(Path folder, String store, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("serve", "--store", store, "--port", "0"));
    command.addAll(List.of(options));
    ServingProcess serving =
        new ServingProcess(CommandProcess.start(folder, command.toArray(String[]::new)));
    while (serving.get("/health").statusCode() != 200) {
      Pause.aMoment();
    }
    return serving;
  }

  int port() {
    return port;
  }

  CommandProcess process() {
    return process;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  /** Posts JSON as a change of a version. */
  HttpResponse<String> post(String path, String body, long version)
      throws IOException, InterruptedException {
    return http.send(
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + version + "\"")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    process.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static int readPort(CommandProcess process) throws IOException {
    while (true) {
      Matcher address = ADDRESS.matcher(process.line());
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
    }
  }
}
