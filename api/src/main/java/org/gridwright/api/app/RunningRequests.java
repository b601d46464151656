package org.gridwright.api.app;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which requests run, and lets them finish when the server is to stop. Jetty would give every
 * connection one second without a byte then, also those whose request is being worked on or whose
 * client has paused. Thread-safe.
 */
final class RunningRequests extends GracefulHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RunningRequests.class);

  /** How long a request may still be on its way over a connection that has none. */
  private static final Duration UNDER_WAY = Duration.ofMillis(100);

  private final Set<EndPoint> running = ConcurrentHashMap.newKeySet();

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    running.add(connection);
    Request.addCompletionListener(request, failure -> running.remove(connection));
    return super.handle(request, response, callback);
  }

  /**
   * Takes no connections and requests any more, and returns when those that run have finished, or
   * when the time is over. Connections without a request are closed after a tenth of a second.
   */
  void finish(Duration grace) {
    CompletableFuture<Void> finished = shutdown();
    for (Connector connector : getServer().getConnectors()) {
      if (connector instanceof AbstractConnector listening) {
        listening.setShutdownIdleTimeout(UNDER_WAY.toMillis());
        var unused = listening.shutdown();
      }
    }
    running.forEach(connection -> connection.setIdleTimeout(grace.toMillis()));
    try {
      finished.get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException unfinished) {
      LOG.warn("Requests that had not finished were ended: {}", getCurrentRequestCount());
    }
  }
}
