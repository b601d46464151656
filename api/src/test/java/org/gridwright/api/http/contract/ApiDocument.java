package org.gridwright.api.http.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gridwright.api.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document of the API, with its answers taken strictly. Thread-safe. */
public final class ApiDocument {

  private static final String IRI = "https://gridwright.invalid/openapi.json";
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  /** As the server serves it. */
  public static final ApiDocument SERVED = new ApiDocument(read());

  private final Part root;
  private final List<Operation> operations = new ArrayList<>();
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private ApiDocument(JsonNode document) {
    this.root = Part.root(document);
    Part paths = root.get("paths");
    for (String path : paths.names()) {
      Part item = paths.get(path);
      METHODS.forEach(
          method ->
              item.find(method)
                  .ifPresent(found -> operations.add(Operation.of(method, path, item, found))));
    }
    operations.sort(Comparator.comparing(Operation::precision));
    Set<String> seen = new HashSet<>();
    operations.stream()
        .flatMap(operation -> operation.responses().stream())
        .flatMap(response -> response.schemas().stream())
        .forEach(schema -> close(schema, seen));
    this.registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(IRI, document.toString())));
  }

  /** All operations; those with fewer variable parts first. */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** The operation that a request means. */
  Optional<Operation> operation(String method, String path) {
    return operations.stream().filter(each -> each.matches(method, path)).findFirst();
  }

  /** The names of the schemas. */
  public List<String> schemaNames() {
    return root.get("components").get("schemas").names();
  }

  /** The values that a schema of words lists, its alternatives included. */
  public Set<String> words(String schema) {
    Set<String> words = new HashSet<>();
    collect(root.get("components").get("schemas").get(schema), words);
    return words;
  }

  /** The types that edits have. */
  public Set<String> editTypes() {
    Set<String> types = new HashSet<>();
    root.get("components").get("schemas").get("Edit").list("oneOf").stream()
        .map(edit -> edit.get("properties").get("type").text("const"))
        .forEach(types::add);
    return types;
  }

  /** What is wrong with each example of a body or answer, by where it stands. */
  public Map<String, List<String>> examples() {
    Map<String, List<String>> examples = new TreeMap<>();
    for (Operation operation : operations) {
      operation.body().stream()
          .flatMap(body -> body.find("content").stream())
          .forEach(content -> examples(operation.id() + " body", content, examples));
      for (Operation.Response response : operation.responses()) {
        response
            .part()
            .find("content")
            .ifPresent(it -> examples(operation.id() + " " + response.status(), it, examples));
      }
    }
    return examples;
  }

  private void examples(String where, Part content, Map<String, List<String>> all) {
    for (String type : content.names()) {
      Part media = content.get(type);
      String at = where + " " + type;
      media
          .find("example")
          .ifPresent(it -> all.put(at, violations(media.get("schema"), it.node())));
      media
          .find("examples")
          .ifPresent(
              several ->
                  several
                      .names()
                      .forEach(
                          name ->
                              all.put(
                                  at + " " + name,
                                  violations(
                                      media.get("schema"),
                                      several.get(name).get("value").node()))));
    }
  }

  private static void collect(Part schema, Set<String> words) {
    schema.node().path("enum").forEach(word -> words.add(word.asString()));
    schema.list("anyOf").forEach(each -> collect(each, words));
  }

  /** What is wrong with a value of a schema of a name; empty where nothing is. */
  public List<String> violations(String schema, JsonNode value) {
    return violations(root.get("components").get("schemas").get(schema), value);
  }

  List<String> violations(Part schema, JsonNode value) {
    return schemas
        .computeIfAbsent(
            schema.pointer(), pointer -> registry.getSchema(SchemaLocation.of(IRI + "#" + pointer)))
        .validate(value)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /** Lets objects of answers have no members but those that are named. */
  private static void close(Part schema, Set<String> seen) {
    if (!seen.add(schema.pointer())) {
      return;
    }
    schema
        .find("properties")
        .ifPresent(
            properties -> {
              if (!schema.node().has("additionalProperties")) {
                ((ObjectNode) schema.node()).put("additionalProperties", false);
              }
              properties.names().forEach(name -> close(properties.get(name), seen));
            });
    for (String one : List.of("items", "additionalProperties")) {
      schema.find(one).filter(each -> each.node().isObject()).ifPresent(it -> close(it, seen));
    }
    for (String several : List.of("anyOf", "oneOf", "allOf")) {
      schema.list(several).forEach(each -> close(each, seen));
    }
  }

  private static JsonNode read() {
    try (InputStream in = ApiDocument.class.getResourceAsStream("/openapi/openapi.json")) {
      return Json.MAPPER.readTree(Objects.requireNonNull(in, "the build made no document"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
