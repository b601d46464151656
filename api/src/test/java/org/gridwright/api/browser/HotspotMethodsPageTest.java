package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gridwright.api.http.Json;
import org.gridwright.core.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How hotspots are tested, chosen on the page; scans, what emerges, and two periods. */
class HotspotMethodsPageTest extends BrowserTest {

  private MapPage map;

  @BeforeEach
  void newWindow() {
    map = chromium.desk(demo);
  }

  @AfterEach
  void nothingToComplainAbout() {
    map.close();
    assertThat(map.complaints()).isEmpty();
  }

  @Test
  void whereTheChanceComesFromIsChosenOnThePageAndStaysInTheLink() {
    map.open("#/hotspots?claim=gistar");
    map.part("test-form").locator("summary").click();
    map.part("test-chance").selectOption("permutation");
    map.part("test-draws").fill("99");
    map.part("test-draws").press("Tab");
    map.part("test-neighbours").selectOption("nearest");
    assertThat(map.page)
        .hasURL(Pattern.compile(".*test=neighbours:nearest,chance:permutation,draws:99.*"));
    JsonNode told =
        asked(
            "{\"method\":\"gistar\",\"chance\":\"permutation\",\"draws\":99,"
                + "\"neighbours\":\"nearest\",\"nearest\":8}");
    assertThat(map.part("claims")).containsText("99 shuffles");
    assertThat(map.part("claims")).containsText("the 8 areas whose middles are nearest");
    assertThat(map.part("total"))
        .hasText(
            String.format(
                Locale.ROOT,
                "Standing out: %d of %d areas.",
                claimed(told),
                told.get("tested").asInt()));
    map.page.reload();
    assertThat(map.part("test-draws")).hasValue("99");
    map.part("test-form").locator("summary").click();
    map.part("test-usual").click();
    assertThat(map.part("claims")).containsText("normal distribution");
  }

  private static long claimed(JsonNode told) {
    long claimed = 0;
    for (JsonNode place : told.get("places")) {
      claimed += place.get("class").asString().matches(".*-\\d+") ? 1 : 0;
    }
    return claimed;
  }

  @Test
  void aWarningOfTheNormalTailOffersWhatThePageHas() {
    map.open("#/hotspots?claim=gistar&category=" + skewed());
    assertThat(map.part("remedy-skewed")).hasText("Corrected for skewness");
    map.part("remedy-exact").click();
    assertThat(map.page).hasURL(Pattern.compile(".*test=chance:exact.*"));
    assertThat(map.part("claims")).containsText("p is exact");
    assertThat(map.part("remedy-exact")).hasCount(0);
  }

  /** A category whose counts are so thin that the normal p is warned of. */
  private String skewed() {
    for (JsonNode each : got("api/v1/categories").get("categories")) {
      JsonNode told = asked("{\"category\":\"" + each.asString() + "\"}");
      if (told.get("warnings").toString().contains("normal-tail")) {
        return each.asString();
      }
    }
    throw new AssertionError("no category is thin");
  }

  @Test
  void clustersAreListedWithTheFiguresOfTheApiAndTakenAway() {
    map.open("#/hotspots?claim=scan&measure=perThousandAddresses&category=noise&test=replicas:99");
    JsonNode run =
        run(
            "{\"method\":\"scan\",\"level\":\"grid\",\"over\":\"addresses\",\"category\":\"noise\","
                + "\"replicas\":99}");
    JsonNode clusters = run.get("answer").get("clusters");
    Locator entries = map.part("claimed").locator("button");
    assertThat(entries).hasCount(Math.min(25, clusters.size()));
    JsonNode first = clusters.get(0);
    assertThat(entries.first())
        .containsText(
            String.format(
                Locale.ROOT,
                "%,d incidents, expected %,.1f",
                first.get("count").asInt(),
                first.get("expected").asDouble()));
    String link = map.part("hot-csv").getAttribute("href");
    assertThat(link).contains(run.get("id").asString());
    assertThat(map.page.request().get(demo.root() + link.substring(1)).text())
        .contains("cluster_relative_risk");
    entries.first().click();
    assertThat(map.part("claim-detail")).containsText("Log likelihood ratio");
  }

  @Test
  void whatEmergedIsToldInWordsOfBothLanguages() {
    map.open("#/hotspots?claim=emerging&level=community&lang=zh");
    JsonNode run = run("{\"method\":\"emerging\",\"level\":\"community\",\"step\":\"months\"}");
    int none = run.get("answer").get("classes").path("none").asInt(0);
    int all = run.get("answer").get("rows").size();
    assertThat(map.part("total"))
        .hasText(String.format(Locale.ROOT, "%d 个区域中有 %d 个以某种方式偏热或偏冷。", all, all - none));
    assertThat(map.part("claims")).containsText("Hamed–Rao");
  }

  @Test
  void aChangeAsksForItsPeriodAndShowsBothInOneLegend() {
    map.open("#/hotspots?claim=change");
    assertThat(map.page.getByText("Choose a period")).isVisible();
    map.open("#/hotspots?claim=change&from=2024-07-01&to=2024-07-31");
    JsonNode summary =
        run("{\"method\":\"change\",\"level\":\"grid\",\"from\":\"2024-07-01\","
                + "\"to\":\"2024-08-01\",\"beforeFrom\":\"2024-05-31\","
                + "\"beforeTo\":\"2024-07-01\"}")
            .get("answer")
            .get("summary");
    assertThat(map.part("claims"))
        .containsText(
            String.format(
                Locale.ROOT,
                "%,d and %,d incidents in all areas",
                summary.get("before").asInt(),
                summary.get("after").asInt()));
    map.part("change-side").locator("label").nth(1).click();
    assertThat(map.part("legend")).containsText("The same classes for both periods");
    map.part("change-side").locator("label").nth(0).click();
    assertThat(map.part("legend")).containsText("Adjusted for all areas");
  }

  @Test
  void whatTakesLongTellsHowFarItIsAndStopsWhenItIsCancelled() {
    map.open("#/hotspots?claim=scan&test=step:days,replicas:99999");
    map.part("method-cancel").click();
    assertThat(map.page.getByText("Cancelled")).isVisible();
    // The room for methods is free again.
    assertThat(run("{\"method\":\"rhythm\"}").get("state").asString()).isEqualTo("done");
  }

  @Test
  void hexagonsAreTestedAndDrawnWithTheFiguresOfTheApi() {
    map.open("#/hotspots?by=hex&hex=500&claim=gistar");
    JsonNode told = asked("{\"method\":\"gistar\",\"level\":\"hex:500\"}");
    assertThat(map.part("total"))
        .hasText(
            String.format(
                Locale.ROOT,
                "Standing out: %d of %d areas.",
                claimed(told),
                told.get("tested").asInt()));
    assertThat(map.part("hot-csv"))
        .hasAttribute("href", Pattern.compile(".*" + told.get("id").asString() + ".*"));
    map.part("claimed").locator("button").first().click();
    assertThat(map.part("claim-detail")).containsText("Adjusted p");
    map.part("claim").selectOption("none");
    assertThat(map.part("total")).containsText("incidents");
  }

  @Test
  void placesWithIncidentsAgainAreListedAndScoresAndRhythmsAreTables() {
    map.open("#/hotspots?claim=repeat&level=community");
    JsonNode repeat =
        run("{\"method\":\"repeat\",\"by\":\"units\",\"level\":\"community\"}").get("answer");
    assertThat(map.part("total"))
        .containsText(repeat.get("summary").get("repeatPlaces").asInt() + " of ");
    map.part("claimed").locator("button").first().click();
    assertThat(map.part("claim-detail")).containsText("Days between two");
    map.open("#/hotspots?claim=rhythm");
    assertThat(map.part("method-table").locator("td .week-sign")).hasCount(168);
    map.open("#/hotspots?claim=score");
    assertThat(map.page.getByText("Choose a period")).isVisible();
    map.open("#/hotspots?claim=score&from=2024-07-01&to=2024-07-31");
    assertThat(map.part("method-table").locator("tbody tr")).hasCount(16);
    map.open("#/hotspots?claim=density&lang=zh");
    assertThat(map.part("claims")).containsText("都不是热点");
    assertThat(map.part("legend")).containsText("每平方公里");
  }

  private JsonNode asked(String question) {
    return Json.MAPPER.readTree(posted(question).text());
  }

  private APIResponse posted(String question) {
    return map.page
        .request()
        .post(
            demo.root() + "api/v1/hotspots",
            RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setData(question));
  }

  private JsonNode got(String path) {
    return Json.MAPPER.readTree(map.page.request().get(demo.root() + path).text());
  }

  /** Asks a method of the API, and waits for its answer. */
  private JsonNode run(String question) {
    JsonNode run = asked(question);
    while (run.get("state").asString().matches("waiting|running")) {
      Pause.aMoment();
      run = got("api/v1/hotspots/" + run.get("id").asString());
    }
    return run;
  }
}
