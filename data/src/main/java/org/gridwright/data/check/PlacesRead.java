package org.gridwright.data.check;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;
import org.gridwright.core.service.Points;
import org.jspecify.annotations.Nullable;

/**
 * Places as they were read last, for as long as the store has no others and memory allows: a city
 * is checked again and again while it is drawn. Thread-safe; while they are read others wait.
 */
final class PlacesRead {

  private SoftReference<@Nullable Read> last = new SoftReference<>(null);

  private record Read(String version, Points points) {}

  /**
   * The places of a version.
   *
   * @param version as the store told it before they are read
   */
  synchronized Points of(String version, Supplier<Points> reading) {
    Read read = last.get();
    if (read == null || !read.version().equals(version)) {
      read = new Read(version, reading.get());
      last = new SoftReference<>(read);
    }
    return read.points();
  }
}
