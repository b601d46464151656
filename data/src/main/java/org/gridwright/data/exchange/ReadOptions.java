package org.gridwright.data.exchange;

import java.util.Optional;
import org.gridwright.crs.CrsNames;
import org.jspecify.annotations.Nullable;

/**
 * What a reader is told beside the file.
 *
 * @param crs the reference system as {@code EPSG:n}; null to take what the file names, or WGS 84
 * @param layer the layer of a GeoPackage; null where it has only one
 * @param text how a text is written; what is not told is found and told
 */
public record ReadOptions(@Nullable String crs, @Nullable String layer, TextOptions text) {

  /** Longitude and latitude of WGS 84; first ordinates are east in whatever a reader hands on. */
  static final String LON_LAT = "EPSG:4326";

  /** Nothing told: the only layer, the file's own reference system, encoding and dialect. */
  public static final ReadOptions DEFAULT = new ReadOptions(null, null, TextOptions.DEFAULT);

  public ReadOptions {
    crs = crs == null ? null : code(crs).orElse(crs);
  }

  /** A code that is the same for all names of a system, {@code EPSG:4326} for CRS84 too. */
  static Optional<String> code(String name) {
    return CrsNames.recognise(name).map(it -> it.equals(CrsNames.CRS84) ? LON_LAT : it);
  }

  /**
   * The reference system to read with.
   *
   * @param declared what the file names
   * @throws InputException when the option and the file contradict each other
   */
  Optional<String> reconcile(Source source, Optional<String> declared) {
    if (crs != null && declared.isPresent() && !declared.get().equals(crs)) {
      throw InputException.at(source, "input.crs-contradiction", declared.get(), crs);
    }
    return declared.or(() -> Optional.ofNullable(crs));
  }
}
