package org.gridwright.data.exchange;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads the objects of a GeoJSON file from a parser that stands on them. */
final class GeoJsonFeatures {

  private static final JsonFactory COPIES = new JsonFactory();
  private static final JsonMapper LISTS = new JsonMapper();

  private final InputFile file;
  private final JsonParser parser;
  private final GeoJsonGeometry geometries;

  GeoJsonFeatures(InputFile file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
    this.geometries = new GeoJsonGeometry(parser);
  }

  /** The members of a feature that were seen so far, in whatever order they come. */
  static final class SeenMembers {
    private @Nullable String type;
    private @Nullable String id;
    private Properties properties = Properties.NONE;
    private @Nullable Geometry geometry;
    private boolean heights;
    private boolean attributes;
  }

  /** Reads the feature on whose opening brace the parser stands. */
  Feature feature(long number) {
    SeenMembers members = new SeenMembers();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      member(name, members, number);
    }
    return finish(members, number)
        .orElseThrow(() -> InputException.at(place(number), "input.not-a-feature"));
  }

  /** Reads one member's value, on whose first token the parser stands. */
  void member(String name, SeenMembers members, long number) {
    switch (name) {
      case "type" -> members.type = parser.getString();
      case "id" -> members.id = scalar();
      case "properties" -> members.properties = properties();
      case "geometry" -> {
        GeoJsonGeometry.Read read = geometries.read(place(number));
        members.geometry = read.geometry();
        members.heights = read.heights();
      }
      default -> {
        members.attributes |= name.equals("attributes");
        parser.skipChildren();
      }
    }
  }

  /** The feature; empty where the object is not of type Feature. */
  Optional<Feature> finish(SeenMembers members, long number) {
    if ("Feature".equals(members.type)) {
      return Optional.of(
          new Feature(
              place(number),
              members.id,
              members.properties.texts(),
              members.properties.members(),
              members.geometry,
              members.heights));
    }
    if (members.type == null && members.attributes) {
      throw InputException.at(place(number), "input.is-esri-json");
    }
    return Optional.empty();
  }

  /** What a {@code crs} member says; null where the member is null. */
  @Nullable String crsName() {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return CrsMember.name(properties().texts());
    }
    String said = scalar();
    return said == null || said.isBlank() ? null : said;
  }

  private Source place(long number) {
    return Source.feature(file.name(), number);
  }

  /** The properties of a feature as flat texts, and as the file nests them. */
  private record Properties(
      Map<String, @Nullable String> texts, Map<String, @Nullable Object> members) {

    static final Properties NONE = new Properties(Map.of(), Map.of());
  }

  private Properties properties() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Properties.NONE;
    }
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    Map<String, @Nullable Object> members = properties("", texts);
    return new Properties(Collections.unmodifiableMap(texts), members);
  }

  /** Members of nested objects are fields of their own, with a dot: {@code parent.adcode}. */
  private Map<String, @Nullable Object> properties(
      String prefix, Map<String, @Nullable String> texts) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        members.put(name, properties(prefix + name + ".", texts));
      } else {
        JsonToken token = parser.currentToken();
        String written = token == JsonToken.VALUE_NUMBER_FLOAT ? parser.getString() : null;
        String text = scalar();
        texts.put(prefix + name, text);
        members.put(name, text == null ? null : value(token, written == null ? text : written));
      }
    }
    return Collections.unmodifiableMap(members);
  }

  /** The value that a text stood for in the file. JSON has no NaN; it is read as null. */
  private static @Nullable Object value(JsonToken token, String text) {
    return switch (token) {
      case VALUE_TRUE, VALUE_FALSE -> token == JsonToken.VALUE_TRUE;
      case VALUE_NUMBER_INT -> new BigDecimal(text);
      case VALUE_NUMBER_FLOAT -> text.matches(".*[0-9].*") ? new BigDecimal(text) : null;
      case START_ARRAY -> LISTS.readValue(text, List.class);
      default -> text;
    };
  }

  /** A value as text: numbers as {@link NumberText} has them, arrays as JSON. */
  private @Nullable String scalar() {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY
        && parser.currentToken() != JsonToken.START_OBJECT) {
      String said = parser.getString();
      return parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT ? NumberText.of(said) : said;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = COPIES.createGenerator(ObjectWriteContext.empty(), text)) {
      copy.copyCurrentStructure(parser);
    }
    return text.toString();
  }
}
