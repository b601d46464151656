package org.gridwright.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The many spellings of a coordinate reference system's name, as the {@code crs} member of old
 * GeoJSON files, {@code --crs} options and OGC services write them. Thread-safe.
 */
public final class CrsNames {

  /** Longitude and latitude of WGS 84, in that order. */
  public static final String CRS84 = "OGC:CRS84";

  private static final Pattern NAME =
      Pattern.compile(
          "(?:urn:(?:x-)?ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)?"
              + "(EPSG|OGC)[:/](?:[0-9.]*[:/])?([A-Z]*[0-9]+)",
          Pattern.CASE_INSENSITIVE);

  private CrsNames() {}

  /**
   * The short code, {@code EPSG:<number>} or {@code OGC:CRS84}, of a name such as {@code
   * urn:ogc:def:crs:OGC:1.3:CRS84}, {@code urn:ogc:def:crs:EPSG::4547}, {@code
   * http://www.opengis.net/def/crs/EPSG/0/4490}, {@code EPSG:3857} or {@code 4547}; empty where the
   * name is none of these. Does not look whether the code exists.
   */
  public static Optional<String> recognise(String name) {
    String text = name.strip();
    if (text.matches("[0-9]{4,6}")) {
      return Optional.of("EPSG:" + text);
    }
    if (text.equalsIgnoreCase("CRS84") || text.equalsIgnoreCase("WGS84")) {
      return Optional.of(CRS84);
    }
    Matcher matcher = NAME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String authority = matcher.group(1).toUpperCase(Locale.ROOT);
    String code = matcher.group(2).toUpperCase(Locale.ROOT);
    return switch (authority) {
      case "OGC" -> code.equals("CRS84") ? Optional.of(CRS84) : Optional.empty();
      default -> code.matches("[0-9]+") ? Optional.of("EPSG:" + code) : Optional.empty();
    };
  }
}
