package org.gridwright.api.http.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A part of the document. References are followed wherever one is met.
 *
 * @param pointer where it is (RFC 6901)
 */
record Part(JsonNode document, String pointer, JsonNode node) {

  static Part root(JsonNode document) {
    return new Part(document, "", document);
  }

  /** The member of a name. */
  Optional<Part> find(String name) {
    JsonNode member = node.get(name);
    return member == null
        ? Optional.empty()
        : Optional.of(child(name.replace("~", "~0").replace("/", "~1"), member));
  }

  /** The member of a name, which must be there. */
  Part get(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no " + name + " at " + pointer));
  }

  /** The members of an object by their names. */
  List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  /** The entries of the list of a name; none where there is no such list. */
  List<Part> list(String name) {
    return find(name)
        .map(
            list ->
                IntStream.range(0, list.node.size())
                    .mapToObj(i -> list.child(String.valueOf(i), list.node.get(i)))
                    .toList())
        .orElse(List.of());
  }

  String text(String name) {
    return node.path(name).asString("");
  }

  boolean flag(String name) {
    return node.path(name).asBoolean(false);
  }

  private Part child(String token, JsonNode child) {
    JsonNode reference = child.get("$ref");
    if (reference == null) {
      return new Part(document, pointer + "/" + token, child);
    }
    String target = reference.asString().substring(1);
    return new Part(document, target, document.at(target));
  }
}
