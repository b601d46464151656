package org.gridwright.data.exchange;

import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;

/**
 * A place in a file.
 *
 * @param file the file's name, without its folder
 * @param kind what {@code number} counts
 * @param number counted from 1; 0 for the file as a whole
 */
public record Source(String file, Kind kind, long number) {

  /** What the number of a place counts. */
  public enum Kind {
    FILE,
    LINE,
    FEATURE
  }

  public static Source file(String file) {
    return new Source(file, Kind.FILE, 0);
  }

  public static Source line(String file, long number) {
    return new Source(file, Kind.LINE, number);
  }

  public static Source feature(String file, long number) {
    return new Source(file, Kind.FEATURE, number);
  }

  /** The sentence with this place in front of it. */
  public Message says(Message what) {
    return switch (kind) {
      case FILE -> DataMessages.of("input.at-file", file, what);
      case LINE -> DataMessages.of("input.at-line", file, number, what);
      case FEATURE -> DataMessages.of("input.at-feature", file, number, what);
    };
  }
}
