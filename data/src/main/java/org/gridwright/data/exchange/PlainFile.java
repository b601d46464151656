package org.gridwright.data.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that can be read at any place: itself, or where it is compressed, a temporary copy that
 * goes when this is closed.
 *
 * @param path where the plain bytes are
 */
record PlainFile(Path path, boolean temporary) implements AutoCloseable {

  /** No city's file unpacks to more; a few kilobytes of zeros can. */
  private static final long MOST_BYTES = 16L << 30;

  private static final int BUFFER = 1 << 16;

  /**
   * @throws InputException when the compressed data is damaged or too large, or there is no room
   */
  static PlainFile of(InputFile file) {
    return file.isCompressed() ? unpacked(file) : new PlainFile(file.path(), false);
  }

  private static PlainFile unpacked(InputFile file) {
    try {
      PlainFile copy = new PlainFile(Files.createTempFile("gridwright-", ".unpacked"), true);
      try (InputFile.Bytes bytes = file.openPlain();
          OutputStream out = Files.newOutputStream(copy.path)) {
        copy(file, bytes.stream(), out);
        return copy;
      } catch (IOException | InputException e) {
        copy.close();
        throw e;
      }
    } catch (IOException e) {
      throw InputFile.failure(e, file.source());
    }
  }

  private static void copy(InputFile file, InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long copied = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      copied += n;
      if (copied > MOST_BYTES) {
        throw InputException.at(file.source(), "input.gzip-too-large", MOST_BYTES >> 30);
      }
      out.write(buffer, 0, n);
    }
  }

  @Override
  public void close() {
    if (temporary) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
