package org.gridwright.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The many spellings of a coordinate reference system's name: in the {@code crs} member of old
 * GeoJSON files, in GeoPackages, in {@code --crs} options, in addresses of registries, and
 * definitions in well-known text. Thread-safe.
 */
public final class CrsNames {

  /** Longitude and latitude of WGS 84, in that order. */
  public static final String CRS84 = "OGC:CRS84";

  /** A code of a registry; of a compound system, that of its first part. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?:urn:(?:x-)?ogc:def:crs[:,](?:crs:)?|https?://www\\.opengis\\.net/def/crs/"
              + "|https?://www\\.opengis\\.net/def/crs-compound\\?1=https?://www\\.opengis\\.net/def/crs/"
              + "|https?://www\\.opengis\\.net/gml/srs/)?"
              + "(EPSG|ESRI|OGC|CRS)(?:\\.xml#|[:/](?:[0-9.]*[:/])?)([A-Z]*[0-9]+h?)(?:[+,&].*)?",
          Pattern.CASE_INSENSITIVE);

  /** Pages of registries that a link leads to, such as spatialreference.org/ref/epsg/4326/. */
  private static final Pattern PAGE =
      Pattern.compile(
          "https?://\\S*?\\b(epsg|esri)(?:\\.(?:io|org))?[/:](?:crs[_/])?([0-9]{4,6})(?![0-9])\\S*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WKT =
      Pattern.compile(
          "(?:PROJCS|GEOGCS|COMPD_CS|GEOCCS|LOCAL_CS|PROJCRS|GEOGCRS|GEODCRS|BOUNDCRS|COMPOUNDCRS"
              + "|PROJECTEDCRS|GEOGRAPHICCRS|GEODETICCRS|ENGCRS)\\s*\\[\\s*\"([^\"]*)\".*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The code that a definition ends with, which names the whole of it. */
  private static final Pattern WKT_CODE =
      Pattern.compile(
          ".*\\b(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?([0-9]+)\"?\\s*]\\s*]\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Web Mercator under the numbers that it had before it was given one by EPSG. */
  private static final Set<String> WEB_MERCATOR =
      Set.of("102100", "102113", "900913", "3785", "41001");

  private CrsNames() {}

  /**
   * The short code of a name, {@code EPSG:<number>}, {@code ESRI:<number>} or {@code OGC:CRS84},
   * such as {@code urn:ogc:def:crs:OGC:1.3:CRS84}, {@code urn:ogc:def:crs:EPSG::4547}, {@code
   * http://www.opengis.net/def/crs/EPSG/0/4490}, {@code EPSG:3857}, {@code 4547} or {@code
   * EPSG:27700+5701}; a definition in well-known text gives the code that it ends with, or itself.
   * Empty where the name is none of these. Does not look whether the code exists.
   */
  public static Optional<String> recognise(String name) {
    String text = name.strip();
    if (text.matches("[0-9]{4,6}")) {
      return Optional.of(numbered("EPSG", text));
    }
    if (isDefinition(text)) {
      Matcher code = WKT_CODE.matcher(text);
      return Optional.of(code.matches() ? numbered("EPSG", code.group(1)) : text);
    }
    Matcher code = CODE.matcher(text);
    if (code.matches()) {
      return coded(code.group(1).toUpperCase(Locale.ROOT), code.group(2).toUpperCase(Locale.ROOT));
    }
    Matcher page = PAGE.matcher(text);
    return page.matches()
        ? Optional.of(numbered(page.group(1).toUpperCase(Locale.ROOT), page.group(2)))
        : byName(text.toUpperCase(Locale.ROOT));
  }

  /** Whether a name is a definition in well-known text (of version 1 or 2). */
  public static boolean isDefinition(String name) {
    return WKT.matcher(name.strip()).matches();
  }

  /** What to call a system in a sentence: the name that a definition gives it, or its code. */
  public static String label(String name) {
    Matcher definition = WKT.matcher(name.strip());
    return definition.matches() ? definition.group(1) : name;
  }

  private static Optional<String> coded(String authority, String code) {
    if (!code.matches("[0-9]+")) {
      return byName(code);
    }
    return authority.equals("OGC") || authority.equals("CRS")
        ? byName("CRS" + code)
        : Optional.of(numbered(authority, code));
  }

  private static Optional<String> byName(String name) {
    return name.matches("CRS84H?|WGS84") ? Optional.of(CRS84) : Optional.empty();
  }

  /** Numbers of Esri's are often given as if they were of EPSG, which has none like them. */
  private static String numbered(String authority, String number) {
    if (WEB_MERCATOR.contains(number)) {
      return "EPSG:3857";
    }
    boolean esri = authority.equals("EPSG") && number.matches("10[234][0-9]{3}|5[34]0[0-9]{2}");
    return (esri ? "ESRI" : authority) + ":" + number;
  }
}
