package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.rule.RuleKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The rules of a theme are told, switched and tuned. */
class RulesTest {

  @TempDir Path folder;
  private SmallCity city;

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void aRuleTellsItsParametersWithTheirRange() {
    assertThat(rule("narrow-neck").toString())
        .isEqualTo(
            "{\"name\":\"narrow-neck\",\"enabled\":false,\"parameters\":{\"metres\":"
                + "{\"value\":10.0,\"min\":0.01,\"max\":10000.0,\"default\":10.0}}}");
  }

  @Test
  void whatIsNotNamedStays() {
    assertThat(put("{'rules':[{'name':'narrow-neck','parameters':{'metres':7}}]}").status())
        .isEqualTo(200);
    assertThat(rule("narrow-neck").get("enabled").asBoolean()).isFalse();
    assertThat(put("{'rules':[{'name':'narrow-neck','enabled':true}]}").status()).isEqualTo(200);
    assertThat(rule("narrow-neck").get("parameters").get("metres").get("value").asDouble())
        .isEqualTo(7);
    assertThat(put("{'rules':[{'name':'facility-reach:hydrant'}]}").status()).isEqualTo(200);
    assertThat(rule("facility-reach:hydrant").get("enabled").asBoolean()).isTrue();
  }

  @Test
  void aRuleThatIsSwitchedOnIsHeeded() {
    DraftCalls draft = DraftCalls.begin(city.client);
    assertThat(draft.get("/findings?kind=narrow-neck").json().get("findings")).isEmpty();
    put("{'rules':[{'name':'narrow-neck','enabled':true,'parameters':{'metres':100}}]}");
    assertThat(draft.get("/findings?kind=narrow-neck").json().get("warnings").asInt())
        .isEqualTo(
            city.client
                .get("/api/v1/plans/2/findings?kind=narrow-neck")
                .json()
                .get("warnings")
                .asInt());
  }

  @Test
  void everyKindOfRuleIsTold() {
    List<String> told = new ArrayList<>();
    city.client.get("/api/v1/rules").json().get("rules").forEach(it -> told.add(name(it)));
    assertThat(told)
        .containsAll(
            Stream.of(RuleKind.values())
                .filter(kind -> !kind.hasSubject())
                .map(RuleKind::id)
                .toList());
  }

  private static String name(JsonNode rule) {
    return rule.get("name").asString();
  }

  @Test
  void findingsCanBeAskedForByEveryKindAndSeverity() {
    for (Finding.Kind kind : Finding.Kind.values()) {
      for (Severity severity : Severity.values()) {
        Answer answer =
            city.client.get(
                "/api/v1/plans/2/findings?kind=%s&severity=%s".formatted(kind.id(), severity.id()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Answer range = put("{'rules':[{'name':'narrow-neck','parameters':{'metres':-1}}]}");
    assertThat(range.status()).as(range.body()).isEqualTo(422);
    assertThat(range.json().get("reason").asString()).isEqualTo("rule-unfit");
    assertThat(put("{'rules':[{'name':'roundness'}]}").status()).isEqualTo(422);
    Answer word = put("{'rules':[{'name':'sliver','parameters':{'roundness':'x'}}]}");
    assertThat(word.json().get("parameter").asString()).isEqualTo("rules[0].parameters.roundness");
    assertThat(put("{'rules':[]}").status()).isEqualTo(400);
  }

  private Answer put(String body) {
    return city.client.json("PUT", "/api/v1/rules", body);
  }

  private JsonNode rule(String name) {
    for (JsonNode rule : city.client.get("/api/v1/rules").json().get("rules")) {
      if (rule.get("name").asString().equals(name)) {
        return rule;
      }
    }
    throw new IllegalStateException("no rule " + name);
  }
}
