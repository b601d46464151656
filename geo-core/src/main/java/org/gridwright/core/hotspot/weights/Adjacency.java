package org.gridwright.core.hotspot.weights;

/** When two areas are neighbours because they touch. */
public enum Adjacency {
  /** They share a line of some length. */
  ROOK,
  /** They share a line, or a single point. */
  QUEEN
}
