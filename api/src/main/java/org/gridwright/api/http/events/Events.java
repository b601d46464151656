package org.gridwright.api.http.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridwright.api.http.Json;
import org.gridwright.data.work.Background;

/** Hands events on to all open streams. Thread-safe; telling an event does not wait for readers. */
public final class Events implements AutoCloseable {

  /** Proxies close connections that are silent for a minute, Jetty after half a minute. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService heart = Background.thread("event-heartbeat");
  private volatile boolean closed;

  public Events() {
    var unused =
        heart.scheduleWithFixedDelay(
            () -> streams.forEach(stream -> stream.send(COMMENT)),
            HEARTBEAT.toMillis(),
            HEARTBEAT.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * Tells everyone.
   *
   * @param name kind of the event
   * @param data becomes a line of JSON
   */
  public void tell(String name, Object data) {
    byte[] event = bytes(name, data);
    streams.forEach(stream -> stream.send(event));
  }

  /** Number of open streams. */
  public int open() {
    return streams.size();
  }

  /** Whether streams can no longer be opened. */
  boolean isClosed() {
    return closed;
  }

  /** Adds a stream until it ends; ends it at once where the server is closing. */
  void add(EventStream stream) {
    streams.add(stream);
    stream.whenEnded(() -> streams.remove(stream));
    if (closed) {
      stream.end();
    }
  }

  static byte[] bytes(String name, Object data) {
    String text = "event: " + name + "\ndata: " + Json.MAPPER.writeValueAsString(data) + "\n\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Ends all streams. */
  @Override
  public void close() {
    closed = true;
    heart.shutdown();
    streams.forEach(EventStream::end);
  }
}
