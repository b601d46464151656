package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridwright.api.app.Route;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.api.http.contract.ApiDocument;
import org.gridwright.core.divide.DivideException;
import org.gridwright.core.edit.Refusal;
import org.gridwright.core.finding.Finding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The document and the code name the same routes, parameters, words and kinds of edits. */
class ApiDocumentTest {

  private static final ApiDocument DOCUMENT = ApiDocument.SERVED;

  @TempDir static Path folder;
  private static SmallCity city;

  @BeforeAll
  static void serve() {
    city = SmallCity.serve(folder);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void everyRouteIsDocumentedAndEveryDocumentedOneIsThere() {
    Set<String> documented =
        DOCUMENT.operations().stream()
            .map(each -> each.method() + " " + each.path())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(routes().map(each -> each.method() + " " + each.path()))
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void everyRouteTakesTheParametersThatAreDocumented() {
    Map<String, Set<String>> documented = new HashMap<>();
    DOCUMENT
        .operations()
        .forEach(
            each ->
                documented.put(
                    each.method() + " " + each.path(), Set.copyOf(each.queryParameters())));
    routes()
        .forEach(
            route ->
                assertThat(route.known().orElseThrow().names())
                    .as(route.method() + " " + route.path())
                    .containsExactlyInAnyOrderElementsOf(
                        documented.get(route.method() + " " + route.path())));
  }

  @Test
  void everyLayerTakesTheParametersThatItsLineNames() {
    String about =
        DOCUMENT.operations().stream()
            .filter(each -> each.id().equals("getLayer"))
            .findFirst()
            .orElseThrow()
            .description();
    Map<String, String> lines = new HashMap<>();
    Pattern.compile("- `(\\w+)` takes ([^;]+);")
        .matcher(about)
        .results()
        .forEach(line -> lines.put(line.group(1), line.group(2).replace("`", "")));
    for (JsonNode layer : city.client.get("/api/v1/layers").json().get("layers")) {
      String id = layer.get("id").asString();
      Answer unknown = city.client.get("/api/v1/layers/" + id + "?x=1");
      assertThat(unknown.json().get("detail").asString())
          .endsWith("he parameters are " + lines.remove(id));
    }
    assertThat(lines).as("lines of layers that there are not").isEmpty();
  }

  @Test
  void theDocumentNamesEveryReasonAndEveryKindOfFinding() {
    List<String> kinds = Arrays.stream(Finding.Kind.values()).map(Finding.Kind::id).toList();
    assertThat(DOCUMENT.words("FindingKind")).containsExactlyInAnyOrderElementsOf(kinds);
    assertThat(DOCUMENT.words("Reason"))
        .containsAll(Arrays.stream(Refusal.values()).map(Refusal::id).toList())
        .containsAll(
            Arrays.stream(DivideException.Code.values())
                .map(code -> "redraw-" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList())
        .containsAll(kinds);
  }

  @Test
  void theDocumentNamesEveryTypeOfEdit() {
    assertThat(DOCUMENT.editTypes()).isEqualTo(choices("/edits", "{'type':'none'}"));
  }

  @Test
  void theDocumentNamesEveryKindOfRevision() {
    Set<String> kinds = choices("/edits", "{'type':'none'}");
    kinds.addAll(choices("/redraws", "{'method':'none'}"));
    kinds.add("assignments");
    kinds.add("repair");
    assertThat(DOCUMENT.words("EditKind")).isEqualTo(kinds);
  }

  /** What the refusal of a word says that there is instead. */
  private static Set<String> choices(String path, String body) {
    String detail =
        DraftCalls.begin(city.client).post(path, "*", body).json().get("detail").asString();
    String choices = detail.substring(detail.indexOf("one of ") + "one of ".length());
    return new TreeSet<>(List.of(choices.split(", ")));
  }

  @Test
  void everyExampleIsAsItsSchemaHasIt() {
    assertThat(DOCUMENT.examples()).hasSizeGreaterThan(40);
    DOCUMENT.examples().forEach((where, violations) -> assertThat(violations).as(where).isEmpty());
  }

  @Test
  void thePageIsServedAndAsksNobodyElse() {
    Answer page = city.client.get("/api/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.type()).startsWith("text/html");
    assertThat(page.body())
        .contains("id=\"editDraft\"", "id=\"schema-SplitByLine\"")
        .doesNotContain("<script", "http://", "https://");
  }

  private static Stream<Route> routes() {
    return city.server.routes().stream().filter(each -> each.path().startsWith("/api/v1"));
  }
}
