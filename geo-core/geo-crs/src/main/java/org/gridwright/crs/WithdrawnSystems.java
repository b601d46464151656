package org.gridwright.crs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Systems that the EPSG registry has withdrawn. Most have a fault, such as the meridian of the zone
 * beside (EPSG:7804); GDAL and what is built on it write and read the successor that the registry
 * names, under the old number. Immutable and thread-safe.
 */
final class WithdrawnSystems {

  private static final String LIST = "withdrawn.txt";
  private static final String EPSG = "EPSG:";
  private static final Map<String, String> SUCCESSORS = read();

  private WithdrawnSystems() {}

  /**
   * The system in the place of a withdrawn one; empty where a code is in force, or has no successor
   * or several. A successor may be withdrawn itself; GDAL does not go on to the next one either.
   *
   * @param code such as {@code EPSG:7804}
   */
  static Optional<String> successor(String code) {
    return Optional.ofNullable(SUCCESSORS.get(code));
  }

  /** All that have one, each with it. */
  static Map<String, String> all() {
    return SUCCESSORS;
  }

  private static Map<String, String> read() {
    Map<String, String> successors = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(WithdrawnSystems.class.getResourceAsStream(LIST), LIST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .forEach(pair -> successors.put(EPSG + pair[0], EPSG + pair[1]));
      return Map.copyOf(successors);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
