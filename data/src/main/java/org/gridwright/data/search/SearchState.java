package org.gridwright.data.search;

/**
 * How an index of addresses is.
 *
 * @param share of what is being done, from 0 to 1; 1 where nothing is
 * @param addresses how many it has; 0 while there is none
 * @param kept whether it lies where the next start finds it
 */
public record SearchState(Stage stage, double share, long addresses, boolean kept) {

  /** What is being done. */
  public enum Stage {
    /** Nothing yet. */
    STARTING,
    /** There is none that can be used, and one is being made. */
    BUILDING,
    /** Another server makes it. */
    WAITING,
    /** The one in use is of earlier addresses, and is being brought up to date. */
    UPDATING,
    /** It is of the addresses as they are. */
    READY
  }

  /** Whether questions are answered. */
  public boolean answers() {
    return stage == Stage.READY || stage == Stage.UPDATING;
  }
}
