package org.gridwright.api.http.tiles;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.gridwright.api.http.ProblemException;
import org.gridwright.data.work.Presence;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a tile next. As many are made at once as there are processors; of the others the one
 * that was asked for last comes first, since it belongs to what a map shows now, and where too many
 * wait the one that was asked for first goes without. What nobody waits for any more is not made.
 * Thread-safe.
 */
public final class TileTurns {

  /** Whoever waited longer is looked for before the work is done. */
  private static final long LOOKED_FOR_NANOS = 200_000_000;

  /** Some views of a large screen. */
  private static final int MOST_WAITING = 150;

  private final int atOnce;
  private final int mostWaiting;
  private final Deque<CompletableFuture<Boolean>> waiting = new ArrayDeque<>();
  private int running;

  /** As many at once as there are processors; for all tiles of a server together. */
  public TileTurns() {
    this(Runtime.getRuntime().availableProcessors(), MOST_WAITING);
  }

  /**
   * @param atOnce how many are made at once, from 1
   * @param mostWaiting how many may wait, from 1
   */
  TileTurns(int atOnce, int mostWaiting) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
  }

  /**
   * Does something in the calling thread as soon as it is its turn.
   *
   * @throws ProblemException 503 when later ones took its place, or nobody waits for it any more
   */
  <R> R take(Supplier<R> work) {
    CompletableFuture<Boolean> turn = come();
    if (turn != null) {
      await(turn);
    }
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  /** What to wait for; null where it is its turn already. */
  private synchronized @Nullable CompletableFuture<Boolean> come() {
    if (running < atOnce) {
      running++;
      return null;
    }
    if (waiting.size() >= mostWaiting) {
      waiting.removeFirst().complete(false);
    }
    CompletableFuture<Boolean> turn = new CompletableFuture<>();
    waiting.addLast(turn);
    return turn;
  }

  private void await(CompletableFuture<Boolean> turn) {
    long since = System.nanoTime();
    if (!turn.join()) {
      throw ProblemException.manyTiles();
    }
    if (System.nanoTime() - since > LOOKED_FOR_NANOS && !Presence.isThere()) {
      leave();
      throw ProblemException.manyTiles();
    }
  }

  private synchronized void leave() {
    CompletableFuture<Boolean> next = waiting.pollLast();
    if (next == null) {
      running--;
    } else {
      next.complete(true);
    }
  }
}
