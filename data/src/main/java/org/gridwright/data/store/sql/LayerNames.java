package org.gridwright.data.store.sql;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Names of the views that show a level: {@code <theme>_<level>}, in the city's own words. Level
 * names are free text, so that a name is cleaned, kept short enough for both databases, kept off
 * their reserved prefixes, and made unique.
 */
public final class LayerNames {

  /** PostgreSQL cuts names after 63 bytes of UTF-8; two digits may follow. */
  private static final int MAX_BYTES = 60;

  private static final Set<String> RESERVED = Set.of("gpkg", "sqlite", "rtree", "pg", "flyway");

  private LayerNames() {}

  static String choose(String theme, String level, Predicate<String> taken) {
    String prefix = RESERVED.contains(theme) ? "theme_" + theme : theme;
    String name = shortened(prefix + "_" + level.replaceAll("\\p{Cntrl}", " ").strip());
    String candidate = name;
    for (int i = 2; taken.test(candidate); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }

  /** The name as an SQL identifier. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String shortened(String name) {
    String cut = name;
    while (cut.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
