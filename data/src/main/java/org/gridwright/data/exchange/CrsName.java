package org.gridwright.data.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of reference systems as files write them. */
final class CrsName {

  /** WGS 84 in degrees, longitude first. */
  static final String WGS84 = "EPSG:4326";

  private static final Pattern EPSG =
      Pattern.compile(
          "(?:urn:(?:x-)?ogc:def:crs:)?epsg:(?:[0-9.]*:)?([0-9]{4,6})"
              + "|https?://www\\.opengis\\.net/def/crs/epsg/[0-9.]+/([0-9]{4,6})");
  private static final Pattern CRS84 =
      Pattern.compile(
          "(?:urn:(?:x-)?ogc:def:crs:)?ogc:(?:[0-9.]*:)?crs84"
              + "|https?://www\\.opengis\\.net/def/crs/ogc/[0-9.]+/crs84|crs84");

  private CrsName() {}

  /** The name as {@code EPSG:n}; empty where it is none that can be told apart. */
  static Optional<String> normal(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (CRS84.matcher(lower).matches()) {
      return Optional.of(WGS84);
    }
    Matcher epsg = EPSG.matcher(lower);
    if (!epsg.matches()) {
      return Optional.empty();
    }
    return Optional.of("EPSG:" + (epsg.group(1) == null ? epsg.group(2) : epsg.group(1)));
  }
}
