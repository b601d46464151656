package org.gridwright.api.http.locate;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * An output that never makes its writer wait for a slow reader: a thread of its own sends what was
 * written, up to 1 MiB waits in memory, and what exceeds that waits in a temporary file.
 *
 * <p>Many clients send their whole body before they read a byte of the answer. Were the answer
 * written directly, both sides would wait for each other as soon as the buffers between them are
 * full. Written by one thread; bytes arrive in order.
 */
final class SpillingOutput extends OutputStream {

  private static final int CHUNK = 1 << 15;
  private static final int CHUNKS_IN_MEMORY = 32;

  private final OutputStream target;
  private final Thread sender;
  private byte[] chunk = new byte[CHUNK];
  private int filled;

  private final Object lock = new Object();
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private @Nullable FileChannel spill;
  private long spillRead;
  private long spillWritten;
  private boolean ended;
  private @Nullable IOException failure;

  /**
   * @param target written and flushed by the sending thread until {@link #close} returns; not
   *     closed
   */
  SpillingOutput(OutputStream target) {
    this.target = target;
    this.sender = new Thread(this::send, "locate-answer");
    this.sender.setDaemon(true);
    this.sender.start();
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int step = Math.min(length - done, CHUNK - filled);
      System.arraycopy(bytes, offset + done, chunk, filled, step);
      filled += step;
      done += step;
      if (filled == CHUNK) {
        handOver();
      }
    }
  }

  /** Hands what was written to the sending thread, which flushes once nothing is waiting. */
  @Override
  public void flush() throws IOException {
    if (filled > 0) {
      handOver();
    }
  }

  /** Waits until everything was sent. */
  @Override
  public void close() throws IOException {
    try {
      flush();
    } finally {
      synchronized (lock) {
        ended = true;
        lock.notifyAll();
      }
      awaitSender();
      if (spill != null) {
        spill.close();
      }
    }
    synchronized (lock) {
      throwFailure();
    }
  }

  private void handOver() throws IOException {
    synchronized (lock) {
      throwFailure();
      if (spillRead == spillWritten && waiting.size() < CHUNKS_IN_MEMORY) {
        waiting.add(filled == CHUNK ? chunk : Arrays.copyOf(chunk, filled));
        chunk = filled == CHUNK ? new byte[CHUNK] : chunk;
      } else {
        spillWritten += writeFully(spill(), ByteBuffer.wrap(chunk, 0, filled), spillWritten);
      }
      filled = 0;
      lock.notifyAll();
    }
  }

  private void send() {
    try {
      for (byte[] next = take(); next.length > 0; next = take()) {
        target.write(next);
        if (nothingWaits()) {
          target.flush();
        }
      }
    } catch (IOException | RuntimeException broken) {
      synchronized (lock) {
        failure = broken instanceof IOException io ? io : new IOException(broken);
      }
    }
  }

  /** The next bytes to send; empty at the end. */
  private byte[] take() throws IOException {
    synchronized (lock) {
      while (waiting.isEmpty() && spillRead == spillWritten && !ended) {
        try {
          lock.wait();
        } catch (InterruptedException stop) {
          throw (IOException) new InterruptedIOException().initCause(stop);
        }
      }
      byte[] next = waiting.poll();
      return next == null ? takeSpilled() : next;
    }
  }

  private byte[] takeSpilled() throws IOException {
    int length = (int) Math.min(CHUNK, spillWritten - spillRead);
    if (length == 0) {
      return new byte[0];
    }
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (spill().read(buffer, spillRead + buffer.position()) < 0) {
        throw new IOException("the temporary file of an answer was cut off");
      }
    }
    spillRead += length;
    if (spillRead == spillWritten) {
      spill().truncate(0);
      spillRead = 0;
      spillWritten = 0;
    }
    return buffer.array();
  }

  private boolean nothingWaits() {
    synchronized (lock) {
      return waiting.isEmpty() && spillRead == spillWritten;
    }
  }

  private FileChannel spill() throws IOException {
    if (spill == null) {
      Path file = Files.createTempFile("gridwright-answer", ".tmp");
      spill =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    return spill;
  }

  private static int writeFully(FileChannel file, ByteBuffer bytes, long position)
      throws IOException {
    int length = bytes.remaining();
    while (bytes.hasRemaining()) {
      file.write(bytes, position + length - bytes.remaining());
    }
    return length;
  }

  private void throwFailure() throws IOException {
    if (failure != null) {
      throw new IOException("the answer could not be sent", failure);
    }
  }

  private void awaitSender() throws IOException {
    try {
      sender.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(stop);
    }
  }
}
