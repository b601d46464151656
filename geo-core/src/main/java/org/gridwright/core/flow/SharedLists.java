package org.gridwright.core.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lists by key, of which one after a change shares all that did not change. Immutable.
 *
 * @param then as they were once; never changed
 * @param different those that are others now; empty where there is none any more
 */
record SharedLists<K, E>(Map<K, List<E>> then, Map<K, List<E>> different) {

  /** With so many lists that differ, all of them are written anew. */
  private static final int MOST_DIFFERENT = 256;

  static <K, E> SharedLists<K, E> none() {
    return new SharedLists<>(Map.of(), Map.of());
  }

  /** The list of a key; empty where it has none. */
  List<E> of(K key) {
    List<E> now = different.get(key);
    return now != null ? now : then.getOrDefault(key, List.of());
  }

  /** All keys that have something, in no particular order. */
  void forEachKey(Consumer<K> visitor) {
    for (K key : then.keySet()) {
      if (!different.containsKey(key)) {
        visitor.accept(key);
      }
    }
    different.forEach(
        (key, list) -> {
          if (!list.isEmpty()) {
            visitor.accept(key);
          }
        });
  }

  /**
   * With other lists for some keys; takes time in proportion to these, and now and then to all.
   *
   * @param others must not change any more
   */
  SharedLists<K, E> with(Map<K, List<E>> others) {
    if (others.isEmpty()) {
      return this;
    }
    Map<K, List<E>> more = new HashMap<>(different);
    more.putAll(others);
    return more.size() > MOST_DIFFERENT ? settled(more) : new SharedLists<>(then, more);
  }

  private SharedLists<K, E> settled(Map<K, List<E>> more) {
    Map<K, List<E>> all = new HashMap<>(then);
    all.putAll(more);
    all.values().removeIf(List::isEmpty);
    return new SharedLists<>(all, Map.of());
  }
}
