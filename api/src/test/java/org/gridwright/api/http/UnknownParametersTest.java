package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gridwright.api.http.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parameter that an endpoint does not know is refused, whatever else the request says. */
class UnknownParametersTest {

  @TempDir static Path folder;
  private static SmallCity city;
  private static Client client;

  @BeforeAll
  static void serve() {
    city = SmallCity.serve(folder);
    client = city.client;
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @ParameterizedTest
  @CsvSource({
    "locate?lng=10&lat=50, lng, lon",
    "locate?lon=10&latitude=50, latitude, lat",
    "locate?lon=10&lat=50&Theme=beats, Theme, theme",
    "units?parnet=N, parnet, parent",
    "layers/units?bBox=1, bBox, bbox",
    "layers/addresses?box=1, box, bbox",
    "layers/incidents?stauts=open, stauts, status",
    "incidents/points?categroy=noise, categroy, category",
    "compare/moves?to=plan:2&from=plan:1&ofset=3, ofset, offset",
    "units/beats/grid/A?att=2025-01-01, att, at"
  })
  void theNearestKnownOneIsNamed(String path, String unknown, String nearest) {
    Answer answer = client.get("/api/v1/" + path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().get("code").asString()).isEqualTo("bad-parameter");
    assertThat(answer.json().get("parameter").asString()).isEqualTo(unknown);
    assertThat(answer.json().get("detail").asString())
        .contains("did you mean \"" + nearest + "\"?");
  }

  @ParameterizedTest
  @CsvSource({
    "addresses?level=grid",
    "addresses?from=2025-01-01",
    "facilities?category=noise",
    "facilities?at=2025-01-01",
    "voids?level=grid",
    "units?status=open",
    "incidents?theme=beats"
  })
  void whatOnlyAnotherLayerGoesByIsRefused(String asked) {
    Answer answer = client.get("/api/v1/layers/" + asked);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().get("parameter").asString())
        .isEqualTo(asked.substring(asked.indexOf('?') + 1, asked.indexOf('=')));
  }

  @Test
  void aLayerThatThereIsNotIsToldBeforeItsParameters() {
    assertThat(client.get("/api/v1/layers/roads?level=grid").status()).isEqualTo(404);
  }

  @Test
  void theSentenceListsTheKnownOnesInTheReadersLanguage() {
    assertThat(client.get("/api/v1/search?query=rue").json().get("detail").asString())
        .isEqualTo(
            "there is no parameter \"query\" here; did you mean \"near\"? The parameters are q,"
                + " limit, near, bbox, within, kinds, at");
    assertThat(
            client
                .get("/api/v1/search?query=rue", "Accept-Language", "zh-CN")
                .json()
                .get("detail")
                .asString())
        .isEqualTo("此处没有参数“query”；您是否想写“near”？可用的参数有：q, limit, near, bbox, within, kinds, at");
  }

  @Test
  void aWordWithNothingInCommonIsToldTheKnownOnes() {
    assertThat(client.get("/api/v1/search?zzzzzz=1").json().get("detail").asString())
        .isEqualTo(
            "there is no parameter \"zzzzzz\" here; the parameters are q, limit, near, bbox, within, kinds, at");
    assertThat(client.get("/api/v1/themes?x=1").json().get("detail").asString())
        .isEqualTo("there is no parameter \"x\" here; this address takes none");
  }

  @Test
  void aBlankOneIsRefusedAsWell() {
    assertThat(client.get("/api/v1/units?page").status()).isEqualTo(400);
  }

  @Test
  void changesAreRefusedBeforeAnythingIsRead() {
    DraftCalls draft = DraftCalls.begin(client);
    Answer answer =
        draft.post("/edits?previw=true", "*", "{'type':'rename','unit':'A','name':'Renamed'}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(draft.name("A")).isNotEqualTo("Renamed");
    assertThat(draft.get("/history").json().get("revisions")).isEmpty();
  }

  @Test
  void streamsAreRefusedBeforeTheyBegin() {
    assertThat(client.get("/api/v1/events?since=7").status()).isEqualTo(400);
    Answer rows = client.post("/api/v1/locate?column=grid", "text/csv", "lon,lat\r\n10,50\r\n");
    assertThat(rows.json().get("detail").asString()).contains("did you mean \"columns\"?");
  }
}
