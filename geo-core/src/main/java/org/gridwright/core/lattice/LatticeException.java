package org.gridwright.core.lattice;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/**
 * A coordinate or ring that has no place on the lattice; the message names the value and what is
 * allowed.
 */
public final class LatticeException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public LatticeException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}
