package org.gridwright.api.cli.terminal;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.zip.ZipException;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.data.exchange.FullDevice;

/** Turns what a command threw into one sentence and an exit code. */
public final class Failures {

  private Failures() {}

  /**
   * Tells the reader what went wrong.
   *
   * @return the exit code; {@link ExitStatus#DONE} where the reader of standard output has simply
   *     seen enough
   */
  public static int report(Throwable failure, Session session) {
    Throwable cause = telling(failure);
    if (isClosedPipe(cause)) {
      return ExitStatus.DONE;
    }
    PrintWriter err = session.console().err();
    err.println("gridwright: " + sentence(cause, session));
    if (session.debug()) {
      failure.printStackTrace(err);
    }
    err.flush();
    return cause instanceof CliException stopped ? stopped.exitStatus() : ExitStatus.FAILED;
  }

  /** The first in the chain of causes that carries a sentence, otherwise the failure itself. */
  private static Throwable telling(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Told || cause instanceof IOException) {
        return cause;
      }
    }
    return failure;
  }

  private static boolean isClosedPipe(Throwable cause) {
    return cause instanceof IOException
        && cause.getMessage() != null
        && cause.getMessage().equals("Broken pipe");
  }

  private static String sentence(Throwable cause, Session session) {
    if (cause instanceof Told told) {
      return session.say(told.told());
    }
    if (cause instanceof IOException broken) {
      return session.say(sentence(broken));
    }
    if (cause instanceof OutOfMemoryError) {
      return session.say("failure.memory", Runtime.getRuntime().maxMemory() >> 20);
    }
    return session.say("failure.unexpected", cause);
  }

  private static Message sentence(IOException broken) {
    String reason = reasonOf(broken);
    if (FullDevice.is(broken)) {
      return CliMessages.of("failure.disk-full", placeOf(broken));
    }
    if (broken instanceof NoSuchFileException) {
      return CliMessages.of("failure.no-such-file", placeOf(broken));
    }
    if (broken instanceof AccessDeniedException) {
      return CliMessages.of("failure.access-denied", placeOf(broken));
    }
    if (broken instanceof FileAlreadyExistsException || broken instanceof NotDirectoryException) {
      return CliMessages.of("failure.in-the-way", placeOf(broken));
    }
    if (broken instanceof EOFException || broken instanceof ZipException) {
      return CliMessages.of("failure.truncated-gzip", reason);
    }
    return CliMessages.of("failure.io", reason);
  }

  private static String placeOf(IOException broken) {
    return broken instanceof FileSystemException at && at.getFile() != null ? at.getFile() : "-";
  }

  private static String reasonOf(IOException broken) {
    if (broken instanceof FileSystemException at && at.getReason() != null) {
      return at.getReason();
    }
    return broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
  }
}
