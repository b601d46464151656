package org.gridwright.data.hotspot;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Places by their codes, in an order of their own.
 *
 * @param shape of each, in degrees, or in metres where the plane is flat; null for none
 * @param planar whether coordinates are metres in a plane
 */
public record NamedPlaces(
    List<String> codes, IntFunction<@Nullable Geometry> shape, boolean planar) {

  public NamedPlaces {
    codes = List.copyOf(codes);
  }

  /** Number of places. */
  public int size() {
    return codes.size();
  }
}
