package org.gridwright.api.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.api.cli.Main;

/** A server of a store in a process of its own. */
final class BenchServer implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  private final Process process;
  private final long begun;
  private final int port;
  private final CityClient http;

  private BenchServer(Process process, long begun, int port) {
    this.process = process;
    this.begun = begun;
    this.port = port;
    this.http = new CityClient(port);
  }

  /** Starts a server; returns when it listens. */
  static BenchServer start(String heap, Path store) throws IOException {
    long begun = System.nanoTime();
    Process process =
        BenchProcess.start(
            heap, Main.class.getName(), "serve", "--store", store.toString(), "--port", "0");
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        drain(said);
        return new BenchServer(process, begun, Integer.parseInt(address.group(1)));
      }
    }
    throw new IOException("the server ended before it listened");
  }

  /** Nothing else that the server says is of interest, but it must not wait for a reader. */
  private static void drain(BufferedReader said) {
    Thread drain = new Thread(() -> said.lines().forEach(line -> {}), "drain");
    drain.setDaemon(true);
    drain.start();
  }

  int port() {
    return port;
  }

  CityClient http() {
    return http;
  }

  /** Waits for the first answer at a path; returns how long after the start that was, in s. */
  double firstAnswer(String path) throws IOException, InterruptedException {
    while (http.get(path).statusCode() != 200) {
      Thread.sleep(10);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /** How long an answer takes, in seconds. */
  double timed(String path) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer = http.get(path);
    if (answer.statusCode() != 200) {
      throw new IOException(path + " " + answer.statusCode() + " " + answer.body());
    }
    return (System.nanoTime() - start) / 1e9;
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
