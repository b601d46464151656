package org.gridwright.data.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.StoreCondition;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.sql.Guard;
import org.gridwright.data.work.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server again and again, over a connection of its own, whether it is there. When it does
 * not answer, nor a second time over a new connection, what waits for it is broken off, and what
 * comes is refused at once, until it answers again: nobody waits for longer than {@link #ASKED},
 * {@link #ANSWERED} and {@link #CONNECTED} together, which are less than five seconds, and a
 * statement may take as long as it needs while the server is there. Thread-safe.
 */
final class Pulse implements Guard {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  /** From one question to the next. */
  private static final Duration ASKED = Duration.ofMillis(500);

  /** How long an answer may take. */
  private static final Duration ANSWERED = Duration.ofMillis(1500);

  /** How long a new connection may take, with its answer; in whole seconds. */
  static final Duration CONNECTED = Duration.ofSeconds(2);

  private final String description;
  private final HeldConnections connections;
  private final boolean readOnly;
  private final ScheduledExecutorService thread = Background.thread("postgis-pulse");
  private @Nullable Connection own;
  private volatile boolean away;

  Pulse(String description, HeldConnections connections, boolean readOnly) {
    this.description = description;
    this.connections = connections;
    this.readOnly = readOnly;
  }

  void start() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::ask, ASKED.toMillis(), ASKED.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void ask() {
    boolean there = answers();
    if (!there) {
      there = answers(); // over a new connection, since the one at hand was forgotten
    }
    if (there && away) {
      LOG.info("{} answers again", description);
    }
    if (!there && !away) {
      LOG.warn("{} does not answer; what waits for it is broken off", description);
    }
    boolean lost = !there && !away;
    away = !there;
    connections.refuse(away);
    if (lost) {
      connections.abort();
    }
  }

  /** Asks over the connection at hand, or a new one where there is none. */
  private boolean answers() {
    try {
      Connection asked = own;
      if (asked == null) {
        asked = connections.connect();
        own = asked;
      }
      asked.setNetworkTimeout(Runnable::run, (int) ANSWERED.toMillis());
      try (Statement statement = asked.createStatement()) {
        return statement.execute("SELECT 1");
      }
    } catch (SQLException silent) {
      forget();
      return false;
    }
  }

  private void forget() {
    try {
      if (own != null) {
        own.abort(Runnable::run);
      }
    } catch (SQLException gone) {
      LOG.debug("A connection could not be broken off", gone);
    }
    own = null;
  }

  @Override
  public void beforeSession() {
    if (away) {
      throw new StoreException(
          Reason.UNAVAILABLE, DataMessages.of("store.unreachable", description));
    }
  }

  @Override
  public StoreCondition condition() {
    try {
      beforeSession();
      return new StoreCondition(null, null, readOnly);
    } catch (StoreException refusal) {
      return StoreCondition.of(refusal);
    }
  }

  @Override
  public void beforeClosing() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(CONNECTED.toSeconds() * 2, TimeUnit.SECONDS)) {
        LOG.debug("The server of {} is still being asked", description);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    forget();
  }
}
