package org.gridwright.core.lattice;

/** A coordinate that has no place on the lattice; the message names the value and the allowed range. */
public final class LatticeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public LatticeException(String message) {
    super(message);
  }
}
