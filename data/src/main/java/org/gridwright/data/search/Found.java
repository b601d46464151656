package org.gridwright.data.search;

import java.util.List;

/** What was found, best first, and how the question was understood. */
public record Found(List<AddressHit> hits, Understood understood) {

  public Found {
    hits = List.copyOf(hits);
  }
}
