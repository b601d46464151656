package org.gridwright.data.exchange;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One record of a file.
 *
 * @param source where it stands
 * @param id its identity in the file; null where the format or the record has none
 * @param properties field values as texts, in the order of the file: as written, but numbers of
 *     typed formats by the one rule of {@link NumberText}; a missing value is null
 * @param members the same as the file has them: texts, numbers, booleans, nulls, and maps and lists
 *     of these where the format nests; for writing them again
 * @param geometry in the reference system of the file, first ordinate east; null where there is
 *     none
 * @param heights whether the file gave heights, which are not part of {@code geometry}
 */
public record Feature(
    Source source,
    @Nullable String id,
    Map<String, @Nullable String> properties,
    Map<String, @Nullable Object> members,
    @Nullable Geometry geometry,
    boolean heights) {

  /**
   * The value of a field; empty where it is null or blank. Blanks around it are dropped.
   *
   * @throws InputException when the record has no such field; the message lists those it has
   */
  public Optional<String> value(String field) {
    if (!properties.containsKey(field)) {
      throw FieldNames.unknown(source, field, properties.keySet());
    }
    return Optional.ofNullable(properties.get(field)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * As {@link #value}, for a field that must not be empty.
   *
   * @throws InputException when it is empty, or there is no such field
   */
  public String required(String field) {
    return value(field).orElseThrow(() -> InputException.at(source, "input.field-empty", field));
  }
}
