package org.gridwright.data.hotspot;

/** Which point stands for an area where distances are measured. */
public enum PointKind {
  /** A point that lies inside, about the middle of its widest row. */
  INSIDE,
  /** The centre of mass, which may lie outside. */
  CENTROID
}
