package org.gridwright.data.store.geopackage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;

/**
 * Keeps a second server from a store, by a lock of the operating system on a file of its own beside
 * the store. The lock goes with the process, however that ends; process and host in the file are
 * for the sentence only, and the file stays, since whoever waits for it may have it open.
 */
final class ServerLock implements AutoCloseable {

  private static final int SENTENCE_BYTES = 300;

  /**
   * Of this process: the system gives a process a lock that it has, and drops it when either is
   * closed.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private ServerLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * @throws StoreException {@code LOCKED} when another server has it
   */
  static ServerLock take(StoreFile file) {
    Path path;
    try {
      path = file.lock();
    } catch (IOException e) {
      throw file.cannotOpen(e);
    }
    if (!HELD.add(path)) {
      throw served(file, process());
    }
    boolean taken = false;
    try {
      ServerLock lock = take(file, path);
      taken = true;
      return lock;
    } catch (IOException e) {
      throw file.cannotOpen(e);
    } finally {
      if (!taken) {
        HELD.remove(path);
      }
    }
  }

  private static ServerLock take(StoreFile file, Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            file.ownerOnly());
    boolean taken = false;
    try {
      if (channel.tryLock() == null) {
        throw served(file, read(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(process().getBytes(StandardCharsets.UTF_8)), 0);
      taken = true;
      return new ServerLock(path, channel);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(SENTENCE_BYTES);
    channel.read(bytes, 0);
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
  }

  /** This process and host, as in {@code 4711@gis-1}. */
  private static String process() {
    try {
      return ProcessHandle.current().pid() + "@" + InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return String.valueOf(ProcessHandle.current().pid());
    }
  }

  private static StoreException served(StoreFile file, String by) {
    return new StoreException(Reason.LOCKED, DataMessages.of("store.served", file.path(), by));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyClosed) {
      // the lock is gone either way
    } finally {
      HELD.remove(path);
    }
  }
}
