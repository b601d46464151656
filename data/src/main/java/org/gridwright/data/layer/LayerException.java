package org.gridwright.data.layer;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** A query that does not fit the layer that it is asked of. */
public final class LayerException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public LayerException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}
