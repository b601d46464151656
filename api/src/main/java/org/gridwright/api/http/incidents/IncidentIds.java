package org.gridwright.api.http.incidents;

import java.time.Instant;
import java.util.UUID;

/**
 * Ids in the order of time (UUID of version 7, RFC 9562, section 5.7): what is reported now lies
 * beside what was reported before, and the store's index of ids grows at one end.
 */
final class IncidentIds {

  private static final int VERSION = 7;
  private static final long RANDOM_BITS = 0xfffL;

  private IncidentIds() {}

  /** An id that there has not been before. */
  static String next(Instant now) {
    UUID random = UUID.randomUUID();
    long tail = random.getMostSignificantBits() & RANDOM_BITS;
    long time = (now.toEpochMilli() << 16) | (VERSION << 12) | tail;
    return new UUID(time, random.getLeastSignificantBits()).toString();
  }
}
