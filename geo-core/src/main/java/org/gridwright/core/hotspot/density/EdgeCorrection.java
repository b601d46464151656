package org.gridwright.core.hotspot.density;

/** What is done about the ground beyond the window, from which nothing is known. */
public enum EdgeCorrection {
  /** Nothing: near the edge the density is too low. */
  NONE,
  /** The density is divided by how much of a kernel at the place is within the window. */
  UNIFORM,
  /**
   * Each incident is divided by how much of its own kernel is within the window (Diggle 1985, as M.
   * C. Jones, Simple boundary correction, 1993): the whole adds up to the number of incidents.
   */
  DIGGLE
}
