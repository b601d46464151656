package org.gridwright.data.store;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.data.message.DataMessages;

/** A change was made on another version of the draft than the store has now. */
public final class StaleDraftException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public StaleDraftException(long draft, long expected) {
    this(DataMessages.of("store.draft-stale", draft, expected));
  }

  private StaleDraftException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}
