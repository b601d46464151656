package org.gridwright.api.http.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operation of the document.
 *
 * @param method in capital letters
 * @param path with its variable parts in braces
 * @param description what it says beside its summary
 * @param parameters of the operation and of its path
 */
public record Operation(
    String id,
    String method,
    String path,
    Pattern pattern,
    String description,
    List<Part> parameters,
    Optional<Part> body,
    List<Response> responses) {

  /**
   * What may be answered.
   *
   * @param status such as {@code 200}
   */
  record Response(String status, Part part) {

    /** The content types there are; none for an answer without a body. */
    List<String> types() {
      return part.find("content").map(Part::names).orElse(List.of());
    }

    Part schema(String type) {
      return part.get("content").get(type).get("schema");
    }

    List<Part> schemas() {
      return types().stream().map(this::schema).toList();
    }
  }

  static Operation of(String method, String path, Part item, Part operation) {
    Part responses = operation.get("responses");
    return new Operation(
        operation.text("operationId"),
        method.toUpperCase(Locale.ROOT),
        path,
        Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+")),
        operation.text("description"),
        Stream.concat(item.list("parameters").stream(), operation.list("parameters").stream())
            .toList(),
        operation.find("requestBody"),
        responses.names().stream()
            .map(status -> new Response(status, responses.get(status)))
            .toList());
  }

  boolean matches(String asked, String at) {
    return method.equals(asked) && pattern.matcher(at).matches();
  }

  /** How many parts of the path are variable. */
  long precision() {
    return path.chars().filter(each -> each == '{').count();
  }

  Optional<Response> response(int status) {
    return responses.stream()
        .filter(each -> each.status().equals(String.valueOf(status)))
        .findFirst();
  }

  /** The parameters of a place, such as {@code query}. */
  List<Part> parameters(String place) {
    return parameters.stream().filter(each -> each.text("in").equals(place)).toList();
  }

  /** The names of the query parameters, in the order of the document. */
  public List<String> queryParameters() {
    return parameters("query").stream().map(each -> each.text("name")).toList();
  }

  /** Every answer that the document names, as {@code operation status type}. */
  public Stream<String> answers() {
    return responses.stream()
        .flatMap(
            response ->
                (response.types().isEmpty() ? Stream.of("") : response.types().stream())
                    .map(type -> answer(response.status(), type)));
  }

  String answer(String status, String type) {
    return (id + " " + status + " " + type).strip();
  }
}
