package org.gridwright.api.http.uploads;

import java.text.Normalizer;
import java.util.Locale;

/** What a theme may be called that comes from a file. */
final class ThemeWords {

  private static final int MOST = 48;

  private ThemeWords() {}

  /** The file's name as people read it, without its ending. */
  static String title(String file) {
    String stem =
        file.replaceAll("(?i)(\\.(geojson|json|ndjson|geojsonl|gpkg|csv|txt|gz))+$", "")
            .replaceAll("[_\\s]+", " ")
            .strip();
    return stem.isEmpty() ? file : stem;
  }

  /**
   * The same as an id: lower-case letters, digits and hyphens; {@code zones} where none is left.
   */
  static String id(String file) {
    String plain =
        Normalizer.normalize(title(file), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+", "");
    String cut = plain.substring(0, Math.min(MOST, plain.length())).replaceAll("-+$", "");
    return cut.isEmpty() ? "zones" : cut;
  }
}
