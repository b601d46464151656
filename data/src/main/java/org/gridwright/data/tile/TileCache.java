package org.gridwright.data.tile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.gridwright.core.tile.TileAddress;

/**
 * Tiles that were asked for lately, as many as a number of bytes holds. A tile that several ask for
 * at once is made once. Thread-safe.
 */
public final class TileCache {

  /** What an entry takes beside its bytes, about. */
  private static final int OVERHEAD = 200;

  private final long mostBytes;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final Map<TileKey, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * Which tile.
   *
   * @param version names the edition
   * @param kind tells different pictures of the same tile apart
   */
  public record TileKey(String version, String kind, TileAddress tile) {}

  /** A tile in the making, or made; its weight is counted once it is. */
  private static final class Entry {

    private final CompletableFuture<byte[]> bytes = new CompletableFuture<>();
    private int weight;
  }

  public TileCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** A tile that is made already; empty where it is not. Not to be changed. */
  public Optional<byte[]> find(TileKey key) {
    Entry known;
    synchronized (entries) {
      known = entries.get(key);
    }
    if (known == null || !known.bytes.isDone() || known.bytes.isCompletedExceptionally()) {
      return Optional.empty();
    }
    hits.increment();
    return Optional.of(known.bytes.join());
  }

  /** A tile; made in the calling thread where nobody makes it yet. Not to be changed. */
  public byte[] get(TileKey key, Supplier<byte[]> make) {
    Entry mine = new Entry();
    Entry known;
    synchronized (entries) {
      known = entries.putIfAbsent(key, mine);
    }
    (known == null ? misses : hits).increment();
    return known == null ? makeInto(mine, key, make) : await(known);
  }

  private byte[] makeInto(Entry mine, TileKey key, Supplier<byte[]> make) {
    try {
      byte[] made = make.get();
      mine.bytes.complete(made);
      weigh(mine, made.length + OVERHEAD);
      return made;
    } catch (RuntimeException | Error failure) {
      synchronized (entries) {
        entries.remove(key, mine);
      }
      mine.bytes.completeExceptionally(failure);
      throw failure;
    }
  }

  private static byte[] await(Entry known) {
    try {
      return known.bytes.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  public long hits() {
    return hits.sum();
  }

  public long misses() {
    return misses.sum();
  }

  /** Counts a tile that was made, and lets those go that were not asked for longest. */
  private void weigh(Entry entry, int weight) {
    synchronized (entries) {
      entry.weight = weight;
      bytes += weight;
      Iterator<Entry> eldest = entries.values().iterator();
      while (bytes > mostBytes && eldest.hasNext()) {
        Entry old = eldest.next();
        if (old != entry && old.weight > 0) {
          bytes -= old.weight;
          eldest.remove();
        }
      }
    }
  }
}
