package org.gridwright.data.bulk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.gridwright.core.work.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * Reads blocks on the calling thread, transforms them on all cores, and writes them in order on a
 * thread of its own. There are never more than a fixed number of blocks. For one run.
 */
final class BlockPipeline {

  private final Executor workers;
  private final BulkLimits limits;
  private final Checkpoint checkpoint;
  private final BlockingQueue<Block> free;
  private final BlockingQueue<FutureTask<Block>> ordered;
  private final FutureTask<Block> end = new FutureTask<>(() -> {}, new Block(0));
  private int made;
  private volatile @Nullable Throwable failure;

  /**
   * @param checkpoint is asked before each block that is read
   */
  BlockPipeline(Executor workers, BulkLimits limits, Checkpoint checkpoint) {
    this.workers = workers;
    this.limits = limits;
    this.checkpoint = checkpoint;
    this.free = new ArrayBlockingQueue<>(limits.blocks());
    this.ordered = new ArrayBlockingQueue<>(limits.blocks() + 1);
  }

  /** Takes transformed blocks in order. */
  interface Writer {

    void write(Block block) throws IOException;

    /** Nothing is waiting to be written: lets go of what is held back. */
    void idle() throws IOException;
  }

  /**
   * Runs to the end of the input. What was read before a failure of the input is still written.
   *
   * @param first already read; null for none
   */
  void run(@Nullable Block first, RecordReader reader, RecordFormat format, Writer writer)
      throws IOException {
    Thread thread = new Thread(() -> write(writer), "bulk-writer");
    thread.setDaemon(true);
    thread.start();
    try {
      if (first != null) {
        made++;
        submit(first, format);
      }
      for (Block block = take(); failure == null && reader.fill(block); block = take()) {
        checkpoint.check();
        submit(block, format);
      }
    } catch (InterruptedException stop) {
      failure = stop;
      throw interrupted(stop);
    } finally {
      join(thread);
    }
    throwFailure();
  }

  private Block take() throws InterruptedException {
    if (made < limits.blocks() && free.isEmpty()) {
      made++;
      return new Block(limits.blockBytes());
    }
    return free.take();
  }

  private void submit(Block block, RecordFormat format) throws InterruptedException {
    FutureTask<Block> task = new FutureTask<>(() -> format.transform(block), block);
    ordered.put(task);
    workers.execute(task);
  }

  private void write(Writer writer) {
    try {
      for (FutureTask<Block> task = ordered.take(); task != end; task = ordered.take()) {
        Block block = task.get();
        if (failure == null) {
          writer.write(block);
          if (ordered.isEmpty()) {
            writer.idle();
          }
        }
        free.put(block);
      }
      return;
    } catch (ExecutionException broken) {
      failure = broken.getCause();
    } catch (IOException | RuntimeException | InterruptedException broken) {
      failure = broken;
    }
    drain();
  }

  /** After a failure: keeps the reading thread from waiting for ever. */
  private void drain() {
    free.offer(new Block(0));
    try {
      for (FutureTask<Block> task = ordered.take(); task != end; task = ordered.take()) {
        free.offer(new Block(0));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void join(Thread thread) throws IOException {
    try {
      ordered.put(end);
      thread.join();
    } catch (InterruptedException stop) {
      throw interrupted(stop);
    }
  }

  private void throwFailure() throws IOException {
    Throwable broken = failure;
    if (broken instanceof IOException io) {
      throw io;
    }
    if (broken instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (broken instanceof Error error) {
      throw error;
    }
    if (broken != null) {
      throw new IOException(broken);
    }
  }

  private static InterruptedIOException interrupted(InterruptedException stop) {
    Thread.currentThread().interrupt();
    InterruptedIOException told = new InterruptedIOException();
    told.initCause(stop);
    return told;
  }
}
