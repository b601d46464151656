package org.gridwright.api.http.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.api.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * Says where an exchange is not as the document has it. The answer must be one that is documented,
 * with its content type, headers and members; where it is a success, so must the request be.
 */
public final class Contract {

  private static final ApiDocument DOCUMENT = ApiDocument.SERVED;

  /** What the server refuses before it knows an operation, as the document says at its top. */
  private static final Set<Integer> OF_ANY_ADDRESS = Set.of(400, 404, 405, 414, 431);

  private static final Set<Integer> TOO_LONG = Set.of(414, 431);

  private final Exchange exchange;
  private final List<String> violations = new ArrayList<>();

  private Contract(Exchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Holds an exchange against the document.
   *
   * @return what was answered, as {@link Operation#answers} names it; empty for an address that
   *     there is not
   * @throws AssertionError where they differ
   */
  public static String check(Exchange exchange) {
    Contract contract = new Contract(exchange);
    String answer =
        DOCUMENT
            .operation(exchange.method(), exchange.path())
            .filter(operation -> !TOO_LONG.contains(exchange.status()))
            .map(contract::check)
            .orElseGet(contract::checkNoOperation);
    if (!contract.violations.isEmpty()) {
      throw new AssertionError(
          exchange
              + " is not as docs/openapi.yaml has it:\n  "
              + String.join("\n  ", contract.violations)
              + "\n"
              + exchange.body());
    }
    if (!answer.isEmpty()) {
      Exercised.add(answer);
    }
    return answer;
  }

  private String check(Operation operation) {
    if (exchange.succeeded()) {
      checkQuery(operation);
      checkSent(operation);
    }
    Optional<Operation.Response> response = operation.response(exchange.status());
    if (response.isEmpty()) {
      violations.add("the status " + exchange.status() + " is not documented");
      return "";
    }
    checkAnswer(response.get());
    return operation.answer(
        response.get().status(), response.get().types().isEmpty() ? "" : exchange.type());
  }

  /**
   * An address or method that there is not is answered with a problem, which is told at the top.
   */
  private String checkNoOperation() {
    if (!OF_ANY_ADDRESS.contains(exchange.status())) {
      violations.add("no such operation is documented");
    } else {
      violations.addAll(DOCUMENT.violations("Problem", Json.MAPPER.readTree(exchange.body())));
    }
    return "";
  }

  private void checkQuery(Operation operation) {
    Set<String> unknown = new TreeSet<>(exchange.query().keySet());
    for (Part parameter : operation.parameters("query")) {
      String name = parameter.text("name");
      unknown.remove(name);
      String value = exchange.query().get(name);
      if (value != null) {
        told("parameter " + name, parameter.get("schema"), typed(parameter, value));
      } else if (parameter.flag("required")) {
        violations.add("parameter " + name + " is required, and was left out");
      }
    }
    unknown.forEach(name -> violations.add("parameter " + name + " is not documented"));
  }

  private static JsonNode typed(Part parameter, String value) {
    boolean text =
        switch (parameter.get("schema").text("type")) {
          case "integer", "number", "boolean" -> false;
          default -> true;
        };
    return text ? Json.MAPPER.valueToTree(value) : Json.MAPPER.readTree(value);
  }

  private void checkSent(Operation operation) {
    if (operation.body().isEmpty()) {
      return;
    }
    Part content = operation.body().get().get("content");
    String type = exchange.sentType();
    if (!content.names().contains(type)) {
      violations.add("a body of type " + type + " is not documented");
    } else if (type.endsWith("json") && !type.contains("ndjson")) {
      told("body", content.get(type).get("schema"), Json.MAPPER.readTree(exchange.sent()));
    }
  }

  private void checkAnswer(Operation.Response response) {
    checkHeaders(response.part());
    if (response.types().isEmpty()) {
      if (!exchange.body().isEmpty()) {
        violations.add("a body is not documented");
      }
      return;
    }
    String type = exchange.type();
    if (!response.types().contains(type)) {
      violations.add("the content type " + type + " is not documented");
    } else if (type.contains("ndjson")) {
      exchange.body().lines().forEach(this::checkRow);
    } else if (type.endsWith("json")) {
      told("answer", response.schema(type), Json.MAPPER.readTree(exchange.body()));
    }
  }

  private void checkRow(String line) {
    DOCUMENT
        .violations("LocatedRow", Json.MAPPER.readTree(line))
        .forEach(each -> violations.add("row " + each));
  }

  private void checkHeaders(Part response) {
    response
        .find("headers")
        .ifPresent(
            headers -> headers.names().forEach(name -> checkHeader(name, headers.get(name))));
  }

  private void checkHeader(String name, Part header) {
    exchange
        .answered()
        .firstValue(name)
        .ifPresentOrElse(
            value -> told("header " + name, header.get("schema"), Json.MAPPER.valueToTree(value)),
            () -> {
              if (header.flag("required")) {
                violations.add("header " + name + " is missing");
              }
            });
  }

  private void told(String what, Part schema, JsonNode value) {
    DOCUMENT.violations(schema, value).forEach(each -> violations.add(what + " " + each));
  }
}
