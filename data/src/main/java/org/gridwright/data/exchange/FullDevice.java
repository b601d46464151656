package org.gridwright.data.exchange;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Tells a device without room from other failures of reading and writing. */
public final class FullDevice {

  private FullDevice() {}

  /** Whether a failure, or what caused it, is that there is no room left, or no more allowed. */
  public static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException broken && says(broken)) {
        return true;
      }
    }
    return false;
  }

  /** The system's words; Java has no type of its own for this failure. */
  private static boolean says(IOException broken) {
    String reason =
        broken instanceof FileSystemException at && at.getReason() != null
            ? at.getReason()
            : String.valueOf(broken.getMessage());
    String words = reason.toLowerCase(Locale.ROOT);
    return words.contains("no space left")
        || words.contains("quota exceeded")
        || words.contains("not enough space on the disk");
  }
}
