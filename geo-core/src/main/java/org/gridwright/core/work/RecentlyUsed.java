package org.gridwright.core.work;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of what was asked for last: where one more comes than may be, the one that nobody has asked
 * for or put in for longest goes. Not thread-safe, not even for reading, which changes the order.
 */
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;

  private final int most;

  /**
   * @param most entries that are kept, from 1
   */
  public RecentlyUsed(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
