package org.gridwright.data.search;

import java.util.HashSet;
import java.util.Set;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;

/**
 * Places that addresses of very many streets are said to be at: where those were put that could not
 * be placed. Nothing is nearest to them. A table with open addressing (Knuth, 6.4), 14 bytes a
 * slot, since there is a place for nearly every address.
 */
final class SharedPlaces {

  private static final int MOST_STREETS = 30;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] places = new long[1024];

  /** The street seen last at a place. */
  private int[] streets = new int[1024];

  /** One more than how often it was another one; 0 where the slot is free. */
  private short[] seen = new short[1024];

  private int size;

  /**
   * @param street a number of its own
   */
  void take(LatticePoint place, int street) {
    if (2 * size > seen.length) {
      grow();
    }
    long packed = Packed.of(place.x(), place.y());
    int slot = slot(packed);
    if (seen[slot] == 0) {
      places[slot] = packed;
      streets[slot] = street;
      seen[slot] = 1;
      size++;
    } else if (streets[slot] != street) {
      streets[slot] = street;
      seen[slot] = (short) Math.min(Short.MAX_VALUE, seen[slot] + 1);
    }
  }

  private int slot(long packed) {
    int slot = (int) ((packed * MIX) >>> 32) & (seen.length - 1);
    while (seen[slot] != 0 && places[slot] != packed) {
      slot = (slot + 1) & (seen.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldPlaces = places;
    int[] oldStreets = streets;
    short[] oldSeen = seen;
    places = new long[2 * oldSeen.length];
    streets = new int[2 * oldSeen.length];
    seen = new short[2 * oldSeen.length];
    for (int i = 0; i < oldSeen.length; i++) {
      if (oldSeen[i] != 0) {
        int slot = slot(oldPlaces[i]);
        places[slot] = oldPlaces[i];
        streets[slot] = oldStreets[i];
        seen[slot] = oldSeen[i];
      }
    }
  }

  Set<LatticePoint> places() {
    Set<LatticePoint> shared = new HashSet<>();
    for (int i = 0; i < seen.length; i++) {
      if (seen[i] > MOST_STREETS) {
        shared.add(new LatticePoint(Packed.x(places[i]), Packed.y(places[i])));
      }
    }
    return shared;
  }
}
