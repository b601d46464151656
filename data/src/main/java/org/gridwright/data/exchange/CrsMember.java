package org.gridwright.data.exchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code crs} member of GeoJSON before RFC 7946, as it was written in its years: a name
 * or a link (2008), a code of an authority (2005), an object of PROJ with an id, or the numbers of
 * Esri.
 */
final class CrsMember {

  /** Members whose value is a name, an address or a definition. */
  private static final List<String> NAMES =
      List.of("properties.name", "properties.urn", "properties.href", "properties.url", "name");

  private static final List<String> CODES =
      List.of("properties.code", "id.code", "code", "latestWkid", "wkid");

  private CrsMember() {}

  /**
   * The name of the system; all that the member says where it names none.
   *
   * @param texts the member's members, nested ones as {@code a.b}
   */
  static String name(Map<String, @Nullable String> texts) {
    List<String> said =
        Stream.concat(codes(texts), NAMES.stream().map(texts::get).flatMap(Stream::ofNullable))
            .toList();
    return said.stream()
        .filter(name -> ReadOptions.code(name).isPresent())
        .findFirst()
        .or(() -> said.stream().findFirst())
        .orElseGet(() -> String.valueOf(texts));
  }

  /** A number with the authority that counts so: what the member or its type says, else EPSG. */
  private static Stream<String> codes(Map<String, @Nullable String> texts) {
    String authority =
        Stream.of("id.authority", "type")
            .map(texts::get)
            .flatMap(Stream::ofNullable)
            .filter(it -> it.matches("(?i)EPSG|ESRI|OGC"))
            .findFirst()
            .orElse("EPSG");
    return CODES.stream()
        .map(texts::get)
        .flatMap(Stream::ofNullable)
        .map(code -> code.matches("[0-9]+|CRS84h?") ? authority + ":" + code : code);
  }
}
