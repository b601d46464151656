package org.gridwright.api.http.door;

import java.util.HashMap;
import java.util.Map;

/**
 * How many bodies of each client are under way. A client may have another while it has fewer than
 * its limit, and fewer than there are places left: so the last places are for those who have none,
 * and many clients together cannot keep out one more. Thread-safe.
 */
final class BodyShares {

  /** What becomes of a body. */
  enum Admission {
    TAKEN,
    /** The client has as many as it may. */
    CLIENT_FULL,
    /** All clients together leave no place for this one. */
    ALL_FULL
  }

  private final int most;
  private final int mostTogether;
  private final Map<String, Integer> held = new HashMap<>();
  private int together;

  BodyShares(int most, int mostTogether) {
    this.most = most;
    this.mostTogether = mostTogether;
  }

  /** Counts a body of a client where it may have another. */
  synchronized Admission take(String client) {
    int own = held(client);
    if (own >= most) {
      return Admission.CLIENT_FULL;
    }
    if (own >= mostTogether - together) {
      return Admission.ALL_FULL;
    }
    held.put(client, own + 1);
    together++;
    return Admission.TAKEN;
  }

  /** A body that was taken is done. */
  synchronized void giveBack(String client) {
    held.computeIfPresent(client, (name, own) -> own == 1 ? null : own - 1);
    together--;
  }

  synchronized int held(String client) {
    return held.getOrDefault(client, 0);
  }
}
