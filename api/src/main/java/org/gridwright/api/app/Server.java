package org.gridwright.api.app;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson3;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gridwright.api.http.AccessLog;
import org.gridwright.api.http.Json;
import org.gridwright.api.http.Problems;
import org.gridwright.api.http.RequestMetrics;
import org.gridwright.api.http.door.AskingClients;
import org.gridwright.api.http.door.BodiesInWork;
import org.gridwright.api.http.door.Doorkeeper;
import org.gridwright.api.http.door.SecurityHeaders;
import org.gridwright.api.http.door.UnreadableRequests;
import org.gridwright.api.http.locate.LocateResource;
import org.gridwright.api.http.site.SiteInfo;
import org.gridwright.api.http.site.WebFiles;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.store.Store;

/** The running server. Thread-safe. */
public final class Server implements AutoCloseable {

  /** How long running requests may take to finish when the server closes. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  /** How long what is left of connections may take to end after that. */
  private static final Duration END = Duration.ofSeconds(2);

  private static final int VIRTUAL_THREADS_FROM = 21;

  private final Javalin javalin;
  private final Services services;
  private final RunningRequests running;

  private Server(Javalin javalin, Services services, RunningRequests running) {
    this.javalin = javalin;
    this.services = services;
    this.running = running;
  }

  /**
   * Starts serving. Returns as soon as the port is open; plans load in the background, and until
   * they are there requests are answered with 503 and {@code /health} says {@code starting}.
   *
   * @param store stays the caller's, to be closed after the server
   * @throws ServerException when the port is taken
   */
  public static Server start(Store store, ServerConfig config) {
    return start(store, config, Clock.system(ZoneId.systemDefault()));
  }

  /** As above, with the clock that says what today is. */
  public static Server start(Store store, ServerConfig config, Clock clock) {
    Services services = new Services(store, config, clock);
    RunningRequests running = new RunningRequests();
    Javalin javalin = Javalin.create(asked -> configure(asked, config, services, running));
    try {
      javalin.start(config.host(), config.port());
    } catch (JavalinBindException taken) {
      services.close();
      throw new ServerException(
          ApiMessages.of("server.port-taken", config.host(), String.valueOf(config.port())), taken);
    }
    services.startLoading();
    return new Server(javalin, services, running);
  }

  public int port() {
    return javalin.port();
  }

  /**
   * Completes when somebody asks that the store be opened anew ({@code POST /api/v1/store/reopen}).
   * Whoever opened it then closes this server and the store, and starts both again, so that nothing
   * of the former store stays in memory.
   */
  public CompletableFuture<Void> reopenAsked() {
    return services.reopenAsked();
  }

  /** All routes, in the order in which they were registered. */
  public List<Route> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(Route::of)
        .toList();
  }

  /**
   * Ends the streams of events, stops accepting requests, lets running ones finish for up to 20
   * seconds, then returns.
   */
  @Override
  public void close() {
    services.endStreams();
    running.finish(GRACE);
    javalin.stop();
    services.close();
  }

  private static void configure(
      JavalinConfig config, ServerConfig asked, Services services, RunningRequests running) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = Runtime.version().feature() >= VIRTUAL_THREADS_FROM;
    config.http.prefer405over404 = true;
    config.router.javaLangErrorHandler(Problems::answerFatal);
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(6));
    config.jsonMapper(new JavalinJackson3(Json.MAPPER, config.concurrency.useVirtualThreads));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    SiteInfo.Basemap basemap = asked.basemap();
    SecurityHeaders headers = new SecurityHeaders(basemap == null ? null : basemap.url());
    config.jetty.modifyServer(
        server -> {
          server.setRequestLog(new AccessLog());
          server.setErrorHandler(new UnreadableRequests(headers));
          server.setStopTimeout(END.toMillis());
          server.insertHandler(new AskingClients());
          BodiesInWork.guard(server, LocateResource.PATH, asked.doors());
          server.insertHandler(running);
          server.insertHandler(new Doorkeeper(asked.doors(), headers));
        });
    config.requestLogger.http(new RequestMetrics(services.metrics()));
    config.resourceHandler(new WebFiles(services.web()));
    services.resources().forEach(resource -> resource.register(config.routes));
  }
}
