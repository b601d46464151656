package org.gridwright.data.search;

import org.jspecify.annotations.Nullable;

/**
 * Where what was found is not what was typed.
 *
 * @param typed as it was typed; null for nothing
 * @param found as it is there; null for nothing
 */
public record HitDifference(Part part, How how, @Nullable String typed, @Nullable String found) {

  /** A part of an address. */
  public enum Part {
    NUMBER,
    SUFFIX,
    STREET,
    LOCALITY,
    POSTCODE,
    CORNER,
    REST
  }

  /** What became of what was typed. */
  public enum How {
    CORRECTED,
    LEFT_OUT,
    NOT_FOUND
  }
}
