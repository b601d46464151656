package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whole redraws over HTTP, on the city {@code AB/CC}; the same on every store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedrawsContract {

  private static final String HALVES =
      "{'method':'divide','units':['C'],'into':2,'balance':'area','apply':%s}";

  private SmallCity city;
  private DraftCalls draft;

  /** An empty store, which is closed with the city. */
  abstract Store newStore();

  @BeforeAll
  void serve() {
    city = SmallCity.serve(newStore());
    List<Address> addresses = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      LatticePoint at = SmallCity.cell(i % 3 == 0 ? 0 : 1, 1);
      addresses.add(
          new Address("r" + i, "Row " + i, new LatticePoint(at.x() + 100 * i, at.y() - 70 * i)));
    }
    city.store.addresses().put(addresses.iterator());
  }

  @AfterAll
  void close() {
    city.close();
  }

  @BeforeEach
  void begin() {
    draft = DraftCalls.begin(city.client);
  }

  @Test
  void aProposalTellsItsMeasuresAndStoresNothing() {
    Answer answer = city.client.json("POST", draft.path + "/redraws", HALVES.formatted("false"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode redraw = answer.json();
    assertThat(redraw.get("version").asInt()).isEqualTo(1);
    assertThat(redraw.has("edit")).isFalse();
    List<String> codes = DraftCalls.texts(redraw.get("grids").get("features"), "id");
    assertThat(codes).hasSize(2);
    assertThat(redraw.get("lineage").toString()).contains("\"from\":[\"C\"]");
    JsonNode report = redraw.get("report");
    assertThat(report.get("basis").asString()).isEqualTo("area");
    assertThat(report.get("balanced").asBoolean()).isTrue();
    assertThat(report.get("polsbyPopper").asDouble())
        .as("two squares, 4π / 16")
        .isCloseTo(Math.PI / 4, within(0.05));
    JsonNode first = redraw.get("grids").get("features").get(0).get("properties");
    assertThat(first.get("parent").asString()).isEqualTo("S");
    assertThat(first.get("areaSquareMetres").asDouble()).isPositive();
    assertThat(DraftCalls.texts(first.get("from"))).containsExactly("C");
    assertThat(draft.version()).isEqualTo(1);
  }

  @Test
  void whatIsAppliedIsWhatWasShownAndIsUndone() {
    String before = draft.get("/units?format=geojson").body();
    JsonNode shown =
        city.client.json("POST", draft.path + "/redraws", HALVES.formatted("false")).json();
    Answer applied =
        draft.post("/redraws", 1, HALVES.formatted("true"), "Gridwright-Author", "Li%20Wei");
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
    assertThat(applied.header("ETag")).isEqualTo("\"2\"");
    JsonNode redraw = applied.json();
    assertThat(redraw.get("grids")).isEqualTo(shown.get("grids"));
    assertThat(redraw.get("edit").get("kind").asString()).isEqualTo("divide");
    assertThat(redraw.get("edit").get("findings").get("blocking").asInt()).isZero();
    assertThat(draft.grids())
        .containsAll(DraftCalls.texts(shown.get("grids").get("features"), "id"))
        .hasSize(4);
    JsonNode revision = draft.get("/history").json().get("revisions").get(0);
    assertThat(revision.get("kind").asString()).isEqualTo("divide");
    assertThat(revision.get("author").asString()).isEqualTo("Li Wei");
    draft.post("/undo", 2, "");
    assertThat(draft.get("/units?format=geojson").body()).isEqualTo(before);
  }

  @Test
  void aDistrictIsCutAndJoinedByItsAddresses() {
    Answer cut =
        draft.post(
            "/redraws",
            1,
            "{'method':'divide','parent':'N','into':4,'tolerance':0.3,'apply':true}");
    assertThat(cut.status()).as(cut.body()).isEqualTo(200);
    assertThat(cut.json().get("report").get("basis").asString()).isEqualTo("weight");
    assertThat(cut.json().get("report").get("mean").asDouble()).isEqualTo(32 / 4.0);
    assertThat(draft.grids()).hasSize(5);
    Answer joined =
        draft.post(
            "/redraws",
            2,
            "{'method':'consolidate','parent':'N','into':2,'balance':'addresses','apply':true}");
    assertThat(joined.status()).as(joined.body()).isEqualTo(200);
    assertThat(joined.json().get("edit").get("kind").asString()).isEqualTo("consolidate");
    assertThat(draft.grids()).hasSize(3);
    assertThat(joined.json().get("edit").get("findings").get("blocking").asInt()).isZero();
  }

  @Test
  void freeLandIsLaidOutWithoutASeam() {
    Answer laid =
        draft.post(
            "/redraws",
            1,
            "{'method':'hexagons','cellMetres':60,'parent':'S','apply':true,'area':"
                + "{'type':'Polygon','coordinates':"
                + "[[[10.0015,50.0002],[10.004,50.0001],[10.004,50.0017],[10.0015,50.0016],"
                + "[10.0015,50.0002]]]}}");
    assertThat(laid.status()).as(laid.body()).isEqualTo(200);
    JsonNode redraw = laid.json();
    assertThat(redraw.get("grids").get("features").size()).isGreaterThan(4);
    assertThat(DraftCalls.texts(redraw.get("touched"))).isNotEmpty();
    assertThat(redraw.get("edit").get("findings").get("blocking").asInt()).isZero();
  }

  @Test
  void othersMayEditMeanwhileAndTheVersionIsNeeded() {
    draft.rename(1, "A", "Alpha");
    Answer stale = draft.post("/redraws", 1, HALVES.formatted("true"));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().get("version").asInt()).isEqualTo(2);
    assertThat(city.client.json("POST", draft.path + "/redraws", HALVES.formatted("true")).status())
        .isEqualTo(428);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          422 | redraw-unit | {'method':'divide','units':['Z'],'into':2}
          422 | redraw-unit | {'method':'consolidate','parent':'Z','into':2}
          422 | redraw-count | {'method':'divide','units':['C'],'into':0}
          422 | redraw-count | {'method':'consolidate','units':['A','B'],'into':3}
          422 | redraw-measure | {'method':'divide','units':['C'],'into':2,'tolerance':0}
          422 | redraw-too-much | {'method':'divide','units':['C'],'into':1000000}
          422 | redraw-too-much | {'method':'squares','cellMetres':0.01,'parent':'S','area':{'type':'Polygon','coordinates':[[[11,50],[11.1,50],[11.1,50.1],[11,50]]]}}
          422 | area-changes-nothing | {'method':'squares','cellMetres':90,'parent':'S','area':{'type':'Polygon','coordinates':[[[10.0002,50.0002],[10.0008,50.0002],[10.0008,50.0008],[10.0002,50.0002]]]}}
          400 |  | {'method':'cut','units':['C'],'into':2}
          400 |  | {'method':'divide','units':['C'],'parent':'S','into':2}
          400 |  | {'method':'divide','units':['C']}
          400 |  | {'method':'divide','units':['C'],'into':2,'lines':{'type':'Point','coordinates':[1,2]}}
          """)
  void whatCannotBeDoneIsToldWithAReason(int status, String reason, String body) {
    Answer refused = city.client.json("POST", draft.path + "/redraws", body);
    assertThat(refused.status()).as(refused.body()).isEqualTo(status);
    assertThat(refused.json().path("reason").asString("")).isEqualTo(reason == null ? "" : reason);
    assertThat(draft.version()).isEqualTo(1);
  }
}
