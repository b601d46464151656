package org.gridwright.api.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.cli.terminal.BegunWork;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the map application and its APIs until it is told to stop. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--host", paramLabel = "HOST", defaultValue = ServerConfig.DEFAULT_HOST)
  private String host = ServerConfig.DEFAULT_HOST;

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "" + ServerConfig.DEFAULT_PORT)
  private int port;

  @Option(names = "--basemap-url", paramLabel = "URL")
  private @Nullable String basemapUrl;

  @Option(names = "--basemap-attribution", paramLabel = "TEXT")
  private @Nullable String basemapAttribution;

  @Option(names = "--city", paramLabel = "NAME")
  private @Nullable String city;

  @Option(names = "--officers-asked-above", paramLabel = "PERCENT")
  private @Nullable String officersAskedAbove;

  @Option(names = "--allow-host", paramLabel = "NAME", split = ",")
  private List<String> allowedHosts = List.of();

  @Option(names = "--allow-origin", paramLabel = "ORIGIN", split = ",")
  private List<String> allowedOrigins = List.of();

  @Option(names = "--proxy", paramLabel = "ADDRESS", split = ",")
  private List<String> proxies = List.of();

  @Option(names = "--plans-folder", paramLabel = "DIR")
  private @Nullable String plansFolder;

  @Option(names = "--read-only")
  private boolean readOnly;

  @Option(names = "--web", paramLabel = "DIR")
  private @Nullable Path web;

  ServeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ServerConfig config = ServerConfig.of(host, port, settings()).withWeb(web);
    for (String spoken : List.of("access", "org.gridwright")) {
      ((Logger) LoggerFactory.getLogger(spoken)).setLevel(Level.INFO);
    }
    CompletableFuture<Boolean> stop = new CompletableFuture<>();
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndWait(stop, stopped), "stop-serving");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      int served = serve(config, stop, !readOnly);
      while (!stop.isDone()) {
        session.note(session.say("serve.reopening"));
        served = serve(config.onPort(served), stop, false);
      }
    } finally {
      stopped.countDown();
    }
    return ExitStatus.DONE;
  }

  /**
   * Serves until it is told to stop, or to open the store anew.
   *
   * @param making whether a store that is not there is made
   * @return the port
   */
  private int serve(ServerConfig config, CompletableFuture<Boolean> stop, boolean making) {
    try (BegunWork<Server> serving =
        session.beginServing(
            readOnly, making, store -> Server.start(store, config), Server::close)) {
      Server server = serving.work();
      session.note(session.say("serve.ready", "http://" + urlHost() + ":" + server.port() + "/"));
      await(stop, server.reopenAsked());
      return server.port();
    }
  }

  private static void await(CompletableFuture<Boolean> stop, CompletableFuture<Void> reopen) {
    try {
      var unused = CompletableFuture.anyOf(stop, reopen).get();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      stop.complete(true);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The environment, with what the command line says instead. */
  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(session.console().environment());
    override(settings, "GRIDWRIGHT_BASEMAP_URL", basemapUrl);
    override(settings, "GRIDWRIGHT_BASEMAP_ATTRIBUTION", basemapAttribution);
    override(settings, "GRIDWRIGHT_CITY", city);
    override(settings, "GRIDWRIGHT_OFFICERS_ASKED_ABOVE", officersAskedAbove);
    override(settings, "GRIDWRIGHT_HOSTS", joined(allowedHosts));
    override(settings, "GRIDWRIGHT_ORIGINS", joined(allowedOrigins));
    override(settings, "GRIDWRIGHT_PROXIES", joined(proxies));
    override(settings, "GRIDWRIGHT_PLANS_FOLDER", plansFolder);
    return settings;
  }

  private static @Nullable String joined(List<String> values) {
    return values.isEmpty() ? null : String.join(",", values);
  }

  private static void override(Map<String, String> settings, String name, @Nullable String value) {
    if (value != null) {
      settings.put(name, value);
    }
  }

  private String urlHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** Lets the server finish running requests before the process ends. */
  private static void stopAndWait(CompletableFuture<Boolean> stop, CountDownLatch stopped) {
    stop.complete(true);
    try {
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
