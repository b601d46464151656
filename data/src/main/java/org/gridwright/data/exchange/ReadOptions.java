package org.gridwright.data.exchange;

import java.util.Optional;
import org.gridwright.crs.CrsNames;
import org.jspecify.annotations.Nullable;

/**
 * What a reader is told beside the file.
 *
 * @param crs the reference system, whatever the file names; null to take what it names, or WGS 84
 * @param layer the layer of a GeoPackage; null where it has only one
 * @param text how a text is written; what is not told is found and told
 * @param shaping how coordinates and shapes are brought in
 */
public record ReadOptions(
    @Nullable String crs, @Nullable String layer, TextOptions text, Shaping shaping) {

  /** Longitude and latitude of WGS 84; first ordinates are east in whatever a reader hands on. */
  static final String LON_LAT = "EPSG:4326";

  /** Nothing told: the only layer, the file's own reference system, encoding and dialect. */
  public static final ReadOptions DEFAULT = new ReadOptions(null, null, TextOptions.DEFAULT);

  public ReadOptions {
    crs = crs == null ? null : code(crs).orElse(crs);
  }

  /** With coordinates and shapes as usual. */
  public ReadOptions(@Nullable String crs, @Nullable String layer, TextOptions text) {
    this(crs, layer, text, Shaping.USUAL);
  }

  /** The same for one layer; null for the only one. */
  public ReadOptions ofLayer(@Nullable String one) {
    return new ReadOptions(crs, one, text, shaping);
  }

  /**
   * A name that is the same for all names of a system, {@code EPSG:4326} for CRS84 too; empty where
   * what is given names none.
   */
  static Optional<String> code(String name) {
    return CrsNames.recognise(name).map(it -> it.equals(CrsNames.CRS84) ? LON_LAT : it);
  }
}
