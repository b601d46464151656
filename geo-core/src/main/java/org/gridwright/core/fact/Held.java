package org.gridwright.core.fact;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a unit holds of what was counted once.
 *
 * @param ground where it was counted
 * @param share how much of that ground's weight lies in the unit
 * @param replaced of that share, by attribute, how much lies where the attribute was counted anew
 *     since; such ground still has its part of the old count, which nobody is told any more
 */
public record Held(CountedGround ground, Share share, Map<String, Share> replaced) {

  public Held {
    replaced = Collections.unmodifiableMap(new TreeMap<>(replaced));
  }
}
