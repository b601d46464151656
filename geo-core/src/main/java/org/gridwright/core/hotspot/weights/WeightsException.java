package org.gridwright.core.hotspot.weights;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** Weights that were asked for and cannot be had; the message says why, and the remedy. */
public final class WeightsException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public WeightsException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}
