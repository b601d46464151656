package org.gridwright.data.draft;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.data.message.DataMessages;

/** A change claims to be made on a version that the draft never had. */
public final class UnknownVersionException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  UnknownVersionException(long draft, long claimed, long version) {
    this(DataMessages.of("draft.version-unknown", draft, claimed, version));
  }

  private UnknownVersionException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}
