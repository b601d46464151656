package org.gridwright.core.hotspot.time;

/** What the values of a bin are compared with. */
public enum CubeScope {
  /** With all bins of the cube: a place may be hot because its time is. */
  WHOLE_CUBE,
  /**
   * With the other places at the same time: the steps that a bin looks back over are added up place
   * by place first.
   */
  EACH_STEP
}
