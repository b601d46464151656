package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Questions to methods that have no answer: each is told so in a sentence. */
class HotspotMethodRefusalsTest extends HotspotRuns {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'method':'scan','colour':'red'}|400|colour",
        "{'method':'scan','replicas':-1}|400|replicas",
        "{'method':'scan','direction':'up'}|400|direction",
        "{'method':'scan','over':'area','alive':true}|400|step",
        "{'method':'scan','level':'planet'}|404|",
        "{'method':'scan','replicas':1000000000}|422|",
        "{'method':'scan','largestShare':2}|422|",
        "{'method':'scan','step':'fortnights'}|422|",
        "{'method':'emerging'}|400|step",
        "{'method':'emerging','step':'weeks','significance':2}|400|significance",
        "{'method':'emerging','step':'weeks','scope':'all'}|400|scope",
        "{'method':'emerging','step':'weeks','neighbours':'band'}|400|metres",
        "{'method':'change'}|400|from",
        "{'method':'change','from':'2024-02-01','to':'2024-03-01'}|400|beforeFrom",
        "{'method':'change','from':'2024-02-01','to':'2024-03-01','beforeFrom':'2024-01-15',"
            + "'beforeTo':'2024-02-15'}|400|beforeTo",
        "{'method':'change','from':'2020-02-01','to':'2024-03-01','yearBefore':true}"
            + "|400|yearBefore",
        "{'method':'repeat','least':0}|400|least",
        "{'method':'repeat','level':'grid'}|400|level",
        "{'method':'near-repeat','bandsMetres':[]}|400|bandsMetres",
        "{'method':'near-repeat','bandsMetres':['far']}|400|bandsMetres",
        "{'method':'near-repeat','replicas':100000}|400|replicas",
        "{'method':'density','cell':0}|400|cell",
        "{'method':'density','bandwidth':'wide'}|422|",
        "{'method':'score','testFrom':'2024-02-01'}|400|testTo",
        "{'method':'score','testFrom':'2024-02-01','testTo':'2024-03-01','to':'2024-02-15'}"
            + "|400|testFrom",
        "{'method':'rhythm','to':'2024-01-01','from':'2024-01-01'}|400|to"
      })
  void whatMakesNoSenseIsRefusedAtOnceInOneSentence(String question, int status, String parameter) {
    Answer answer = client.json("POST", PATH, question);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().get("detail").asString()).isNotBlank();
    if (parameter != null) {
      assertThat(answer.body()).contains("\"" + parameter + "\"");
    }
  }

  /** What only the data tell fails with the sentence of the command line, and never as a fault. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'method':'scan'}",
        "{'method':'scan','over':'happiness'}",
        "{'method':'scan','over':'area','from':'2199-01-01'}",
        "{'method':'emerging','step':'days:3660'}",
        "{'method':'emerging','step':'days','from':'0001-01-01'}",
        "{'method':'change','from':'2199-02-01','to':'2199-03-01','yearBefore':true}",
        "{'method':'repeat','category':'never-was'}",
        "{'method':'repeat','outOf':1}",
        "{'method':'near-repeat','bandsDays':[7,1]}",
        "{'method':'near-repeat','from':'2199-01-01'}",
        "{'method':'rhythm','category':'never-was'}",
        "{'method':'density','bandwidth':'1e9'}",
        "{'method':'density','cell':0.001}",
        "{'method':'score','testFrom':'1999-02-01','testTo':'1999-03-01'}"
      })
  void whatTheDataDoNotAllowFailsWithASentence(String question) {
    JsonNode run = over(question);
    assertThat(run.get("state").asString()).as(run.toString()).isEqualTo("failed");
    assertThat(run.get("detail").asString()).isNotBlank().doesNotContain("Exception");
    assertThat(run.get("detail").asString()).doesNotContain("log");
    assertThat(run.get("answer").isNull()).isTrue();
  }
}
