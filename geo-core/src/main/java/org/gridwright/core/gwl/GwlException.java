package org.gridwright.core.gwl;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** A file of plans that cannot be used: what is wrong, where in it, and what to do. */
public final class GwlException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  private GwlException(Message told) {
    super(told.toString());
    this.told = told;
  }

  static GwlException of(String key, Object... arguments) {
    return new GwlException(Message.core(key, arguments));
  }

  @Override
  public Message told() {
    return told;
  }
}
