package org.gridwright.api.http.events;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * One reader's stream, written without ever waiting: what the connection does not take now is kept
 * and written when it takes more. Thread-safe.
 */
final class EventStream implements WriteListener {

  /** Events kept for a reader that does not read; then the stream is ended. */
  private static final int MOST_WAITING = 256;

  private final ServletOutputStream out;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private boolean opened;
  private boolean flushed = true;

  EventStream(ServletOutputStream out) {
    this.out = out;
  }

  /** Completes when the stream has ended, for whatever reason. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  void whenEnded(Runnable work) {
    var unused = ended.thenRun(work);
  }

  /** Sends now or as soon as the reader takes it. */
  void send(byte[] event) {
    boolean tooSlow;
    synchronized (this) {
      tooSlow = waiting.size() >= MOST_WAITING;
      if (!tooSlow && !ended.isDone()) {
        waiting.add(event);
      }
    }
    if (tooSlow || !written()) {
      end();
    }
  }

  void end() {
    ended.complete(null);
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      opened = true;
    }
    if (!written()) {
      end();
    }
  }

  @Override
  public void onError(Throwable failure) {
    end();
  }

  /** Writes as much as the connection takes; false where it is gone. */
  private synchronized boolean written() {
    try {
      while (opened && !ended.isDone() && out.isReady()) {
        byte[] next = waiting.poll();
        if (next != null) {
          out.write(next);
          flushed = false;
        } else if (flushed) {
          return true;
        } else {
          flushed = true;
          out.flush();
        }
      }
      return true;
    } catch (IOException | IllegalStateException gone) {
      return false;
    }
  }
}
