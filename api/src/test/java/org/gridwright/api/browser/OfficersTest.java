package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Who answers for a grid is said in the map: where nobody does, by its finding, and on its card.
 */
class OfficersTest extends BrowserTest {

  private DraftClient drafts;
  private Unit grid;
  private MapPage map;
  private long draft;

  /** A grid that nobody answers for. */
  @BeforeEach
  void begin() {
    drafts = new DraftClient(demo.root());
    draft = drafts.create("officers");
    grid = demo.city.plan().grids().get(0);
    for (JsonNode each : told()) {
      drafts.delete("api/v1/assignments/" + each.get("assignment").asLong());
    }
    map = chromium.desk(demo);
  }

  @AfterEach
  void closeWindow() {
    map.close();
  }

  private JsonNode told() {
    return drafts.get("api/v1/officers?upcoming=true&grid=" + grid.code()).get("officers");
  }

  private List<String> officers() {
    return StreamSupport.stream(told().spliterator(), false)
        .map(each -> each.get("name").asString() + " " + each.get("role").asString())
        .toList();
  }

  private String finding() {
    JsonNode found =
        drafts
            .get("api/v1/drafts/" + draft + "/findings?kind=grid-without-officer&limit=1000")
            .get("findings");
    for (JsonNode each : found) {
      if (each.get("units").get(0).asString().equals(grid.code())) {
        return each.get("id").asString();
      }
    }
    return "";
  }

  @Test
  void theFindingOffersItsFixAndGoesWithIt() {
    map.open("#/zoning?lang=en&draft=%d&finding=%s".formatted(draft, finding()));
    map.awaitQuiet();
    map.part("finding-assign").click();
    map.part("officer-yes").click();
    assertThat(map.part("officer-dialog"))
        .containsText("Choose one of the officers below, or add a new one.");

    map.page.locator("[data-testid=officer-dialog] input[value=new]").check();
    map.part("officer-name").fill("Zhang San");
    map.part("officer-yes").click();
    assertThat(map.part("officer-id")).hasAttribute("aria-invalid", "true");
    map.part("officer-id").fill("new-1");
    map.part("officer-contact").fill("zhang@city.example");
    map.part("officer-role").selectOption("part-time");
    map.part("officer-to").fill("2001-01-01");
    map.part("officer-yes").click();
    assertThat(map.part("officer-to")).hasAttribute("aria-invalid", "true");
    assertThat(map.part("officer-found").locator("input:checked")).hasValue("new-1");

    map.part("officer-to").fill("2099-01-01");
    map.part("officer-yes").click();
    assertThat(map.part("officer-dialog")).isHidden();
    assertThat(map.part("finding-card")).isHidden();
    assertThat(officers()).containsExactly("Zhang San part-time");
    assertThat(finding()).isEmpty();
  }

  @Test
  void theCardOfAGridAddsChangesAndEnds() {
    String level = demo.city.plan().theme().gridLevel().name();
    map.open("#/zoning?lang=en&unit=%s/%s".formatted(level, grid.code()));
    map.awaitQuiet();
    assertThat(map.part("officers")).containsText("Nobody is assigned to this grid.");
    map.part("officer-assign").click();
    String known =
        drafts.get("api/v1/roster/officers?limit=1").get("officers").get(0).get("id").asString();
    map.part("officer-search").fill(known);
    map.page.locator("[data-testid=officer-found] input[value='" + known + "']").check();
    map.part("officer-yes").click();
    assertThat(map.part("officer")).hasCount(1);
    assertThat(map.part("officer")).containsText("Full-time");

    map.part("officer-change").click();
    map.part("officer-role").selectOption("building-lead");
    map.part("officer-from").fill("2020-02-03");
    map.part("officer-yes").click();
    assertThat(map.part("officer")).containsText("Building lead");
    assertThat(map.part("officer")).containsText("From 3 Feb 2020");

    map.part("officer-end").click();
    map.part("officer-on").fill("");
    map.part("officer-yes").click();
    assertThat(map.part("officer-on")).hasAttribute("aria-invalid", "true");
    map.part("officer-on").fill("2021-01-01");
    map.part("officer-yes").click();
    assertThat(map.part("officer")).hasCount(0);
    assertThat(officers()).isEmpty();
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsSaidAndNothingTypedIsLost() {
    String known =
        drafts.get("api/v1/roster/officers?limit=1").get("officers").get(0).get("id").asString();
    String body = "{\"officer\":\"%s\",\"theme\":\"%s\",\"grid\":\"%s\",\"role\":\"%s\"}";
    String theme = demo.city.plan().theme().id();
    long made =
        drafts
            .post("api/v1/assignments", body.formatted(known, theme, grid.code(), "full-time"))
            .get("id")
            .asLong();
    String level = demo.city.plan().theme().gridLevel().name();
    map.open("#/zoning?lang=en&unit=%s/%s".formatted(level, grid.code()));
    map.awaitQuiet();
    map.part("officer-change").click();
    map.part("officer-role").selectOption("building-lead");
    map.part("officer-from").fill("2020-02-03");
    drafts.put(
        "api/v1/assignments/" + made, body.formatted(known, theme, grid.code(), "part-time"));

    map.part("officer-yes").click();
    assertThat(map.part("officer-outcome")).containsText("Somebody changed this meanwhile");
    assertThat(map.part("officer-outcome")).containsText("Part-time");
    assertThat(map.part("officer-from")).hasValue("2020-02-03");
    assertThat(officers()).allMatch(it -> it.endsWith("part-time"));

    map.part("officer-yes").click();
    assertThat(map.part("officer-dialog")).isHidden();
    assertThat(officers()).hasSize(1).allMatch(it -> it.endsWith("building-lead"));
  }

  @ParameterizedTest
  @CsvSource({"en, Assign an officer", "zh, 指派网格员"})
  void aPhoneAsksInBothLanguagesWithoutSidewaysScrolling(String language, String title) {
    map.close();
    map = chromium.window(demo, 375, 720);
    map.open("#/zoning?lang=%s&draft=%d&finding=%s".formatted(language, draft, finding()));
    map.awaitQuiet();
    map.part("finding-assign").click();
    assertThat(map.part("officer-dialog").locator("h2")).hasText(title);
    assertThat(map.part("officer-found").locator("input").first()).isVisible();
    assertThat(map.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
    assertThat(map.complaints()).isEmpty();
  }
}
