package org.gridwright.data.store.sql;

import java.util.List;
import java.util.Map;
import org.gridwright.core.plan.Lineage;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON text of the small values kept beside geometry. Thread-safe. */
final class JsonText {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<Map<String, String>> TEXT_BY_KEY = new TypeReference<>() {};
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private static final TypeReference<List<Lineage>> LINEAGE = new TypeReference<>() {};

  private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

  private JsonText() {}

  static String of(Map<String, String> textByKey) {
    return textByKey.isEmpty() ? "{}" : MAPPER.writeValueAsString(textByKey);
  }

  static String of(List<String> texts) {
    return MAPPER.writeValueAsString(texts);
  }

  static String ofLineage(List<Lineage> lineage) {
    return MAPPER.writeValueAsString(lineage);
  }

  static String ofMembers(Map<String, ?> members) {
    return MAPPER.writeValueAsString(members);
  }

  static Map<String, Object> members(String json) {
    return MAPPER.readValue(json, MEMBERS);
  }

  static List<Lineage> lineage(String json) {
    return MAPPER.readValue(json, LINEAGE);
  }

  static Map<String, String> textByKey(String json) {
    return json.equals("{}") ? Map.of() : MAPPER.readValue(json, TEXT_BY_KEY);
  }

  static List<String> texts(String json) {
    return MAPPER.readValue(json, TEXTS);
  }
}
