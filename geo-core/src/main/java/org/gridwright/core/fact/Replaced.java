package org.gridwright.core.fact;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a new count took from an older one.
 *
 * @param places those of the older ground that lay in the unit which was counted anew, {@link
 *     org.gridwright.core.lattice.Packed}, ascending
 * @param withdrawn by attribute, what the unit had been told of the older count
 */
public record Replaced(List<Long> places, Map<String, BigDecimal> withdrawn) {

  public Replaced {
    places = places.stream().distinct().sorted().toList();
    withdrawn = Collections.unmodifiableMap(new TreeMap<>(withdrawn));
  }
}
