package org.gridwright.data.store;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/**
 * The store could not do what was asked; the message says what, where and what to do, and holds no
 * credentials.
 */
public final class StoreException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  /** Why, for the edge to choose an exit code or a status. */
  public enum Reason {
    /** The file or server is not there, or does not answer. */
    UNAVAILABLE,
    /** Another process holds it. */
    LOCKED,
    /** No room left on the device. */
    FULL,
    /** It was opened to be read only, or its file or device takes no changes. */
    READ_ONLY,
    /** The file is not the one that was opened: moved, deleted, replaced, or written over. */
    CHANGED,
    /** Not a Gridwright store, damaged, or made by a newer version. */
    UNREADABLE,
    /** The request contradicts what is stored. */
    CONFLICT,
    /** No such thing in the store. */
    NOT_FOUND
  }

  private final Reason reason;
  private final Message told;

  public StoreException(Reason reason, Message told) {
    super(told.toString());
    this.reason = reason;
    this.told = told;
  }

  public StoreException(Reason reason, Message told, Throwable cause) {
    super(told.toString(), cause);
    this.reason = reason;
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }

  public Reason reason() {
    return reason;
  }
}
