package org.gridwright.data.exchange;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.data.message.DataMessages;

/** A file that cannot be used as it is: where, what is wrong, and what to do, in one sentence. */
public final class InputException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final transient Source source;
  private final Message what;
  private final Message told;

  /**
   * @param what the sentence without the place
   */
  public InputException(Source source, Message what) {
    super(source.says(what).toString());
    this.source = source;
    this.what = what;
    this.told = source.says(what);
  }

  private InputException(Source source, Message what, Throwable cause) {
    this(source, what);
    initCause(cause);
  }

  /** With a message of the data catalogue. */
  public static InputException at(Source source, String key, Object... arguments) {
    return new InputException(source, DataMessages.of(key, arguments));
  }

  /** As {@link #at}, keeping what led to it. */
  public static InputException because(
      Throwable cause, Source source, String key, Object... arguments) {
    return new InputException(source, DataMessages.of(key, arguments), cause);
  }

  @Override
  public Message told() {
    return told;
  }

  /** The sentence without the place. */
  public Message what() {
    return what;
  }

  public Source source() {
    return source;
  }
}
