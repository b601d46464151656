package org.gridwright.api.http;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridwright.data.exchange.InputException;

/** The body of a request as a temporary file, so that memory holds only what is made of it. */
public final class BodyFile {

  private static final int BUFFER = 1 << 16;

  private BodyFile() {}

  /** What is made of the file. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(Path file) throws IOException;
  }

  /**
   * Reads a body.
   *
   * @param name what sentences about the file call it
   * @throws ProblemException 413 when the body is larger, 400 when what is read is no input
   */
  public static <T> T read(Context ctx, String name, long limitBytes, Reading<T> reading)
      throws IOException {
    Path folder = Files.createTempDirectory("gridwright-body");
    Path file = folder.resolve(name);
    try {
      spool(ctx.req().getInputStream(), file, limitBytes);
      return reading.read(file);
    } catch (InputException unreadable) {
      throw ProblemException.badBody(null, unreadable.told());
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** Writes an answer. */
  @FunctionalInterface
  public interface Writing {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Answers with what is written, once all of it is: whatever the writing holds is free again
   * before a client reads the first byte.
   */
  public static void answer(Context ctx, Writing writing) throws IOException {
    Path file = Files.createTempFile("gridwright-answer", null);
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
        writing.write(out);
      }
      Files.copy(file, ctx.outputStream());
    } finally {
      Files.delete(file);
    }
  }

  private static void spool(InputStream body, Path file, long limitBytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        size += n;
        if (size > limitBytes) {
          throw ProblemException.tooLarge(limitBytes);
        }
        out.write(buffer, 0, n);
      }
    }
  }
}
