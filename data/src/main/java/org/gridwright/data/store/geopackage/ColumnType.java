package org.gridwright.data.store.geopackage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the values of a column have in common. */
enum ColumnType {
  /** No value yet. */
  NONE("TEXT"),
  BOOLEAN("BOOLEAN"),
  INTEGER("INTEGER"),
  REAL("DOUBLE"),
  TEXT("TEXT");

  private static final Set<String> TAKEN = Set.of("fid", "geom");

  private final String declared;

  ColumnType(String declared) {
    this.declared = declared;
  }

  /** The type's name in GeoPackage. */
  String declared() {
    return declared;
  }

  /** What a value is stored as: a text, Long, Double, Boolean or null. */
  static @Nullable Object stored(@Nullable Object value) {
    if (value instanceof Byte
        || value instanceof Short
        || value instanceof Integer
        || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (value instanceof Number number) {
      double real = number.doubleValue();
      return Double.isFinite(real) ? (Double) real : null;
    }
    return value == null || value instanceof Boolean ? value : value.toString();
  }

  /** What these values and one more, as stored, have in common. */
  ColumnType with(@Nullable Object value) {
    if (value == null) {
      return this;
    }
    ColumnType type = of(value);
    if (this == NONE || this == type) {
      return type;
    }
    return isNumeric() && type.isNumeric() ? REAL : TEXT;
  }

  /** The names, with a number where SQL would take one for another or for a column of its own. */
  static List<String> distinctNames(List<String> names) {
    Set<String> taken = new HashSet<>(TAKEN);
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String candidate = name;
      for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
        candidate = name + "_" + i;
      }
      distinct.add(candidate);
    }
    return distinct;
  }

  private static ColumnType of(Object value) {
    if (value instanceof Boolean) {
      return BOOLEAN;
    }
    return value instanceof Long ? INTEGER : value instanceof Double ? REAL : TEXT;
  }

  private boolean isNumeric() {
    return this == INTEGER || this == REAL;
  }
}
