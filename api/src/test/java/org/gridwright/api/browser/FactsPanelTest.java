package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What attributes are is looked at, confirmed and changed in the map. */
class FactsPanelTest extends BrowserTest {

  private static final String NOTHING =
      """
      {"facts":[{"attribute":"households","declared":false},\
      {"attribute":"income","declared":false}]}\
      """;

  private DraftClient drafts;
  private Crossroads place;
  private MapPage map;
  private long draft;

  /** One grid has an income, of which nobody said what it is. */
  @BeforeEach
  void aDraftWithAnIncome() {
    drafts = new DraftClient(demo.root());
    drafts.put("api/v1/facts", NOTHING);
    place = Crossroads.in(demo.city.plan(), 0);
    draft = drafts.create("income");
    drafts.edit(
        draft,
        """
        {"type":"attributes","unit":"%s","attributes":{"income":"41.5"}}\
        """
            .formatted(place.grids().get(0)));
    map = chromium.desk(demo);
  }

  @AfterEach
  void nothingToComplainAbout() {
    map.close();
    assertThat(map.complaints()).isEmpty();
  }

  @Test
  void aNumberIsConfirmedAsAMeanOverAnAttribute() {
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.part("facts").locator("summary").click();
    assertThat(page.part("fact-income")).containsText("counts as a label until it is confirmed");
    assertThat(page.part("fact-income-kind")).hasValue("label");
    assertThat(page.part("fact-income-weight")).hasCount(0);
    assertThat(page.part("fact-households")).containsText("Proposed by its name");
    assertThat(page.part("fact-households-confirmed")).not().isChecked();

    page.part("fact-income-kind").selectOption("intensive");
    assertThat(page.part("fact-income-confirmed")).isChecked();
    page.part("fact-income-weight").selectOption("households");
    page.part("facts-save").click();
    assertThat(page.part("facts-outcome")).hasText("The kinds are saved.");
    assertThat(page.part("fact-households-confirmed")).isChecked();
    assertThat(fact("income").get("kind").asString()).isEqualTo("intensive");
    assertThat(fact("income").get("weight").asString()).isEqualTo("households");
    assertThat(fact("households").get("declared").asBoolean()).isTrue();
    assertThat(fact("population").get("declared").asBoolean()).isFalse();

    page.part("pattern-name").fill("Beat {n}");
    page.part("facts-save").click();
    assertThat(page.part("facts-outcome")).hasText("The kinds are saved.");
    assertThat(page.part("pattern-name")).hasValue("Beat {n}");
    assertThat(fact("name").get("pattern").asString()).isEqualTo("Beat {n}");

    page.part("fact-income-confirmed").uncheck();
    page.part("facts-save").click();
    assertThat(page.part("fact-income-kind")).hasValue("label");
    assertThat(fact("income").get("declared").asBoolean()).isFalse();
    page.part("facts-save").click();
    assertThat(page.part("facts-outcome")).hasText("Nothing has changed.");
  }

  @ParameterizedTest
  @CsvSource({"en, Kinds of attributes, Total: adds up", "zh, 属性类型, 可累加量"})
  void aPhoneShowsItInBothLanguagesWithoutSidewaysScrolling(
      String language, String title, String kind) {
    map.close();
    map = chromium.window(demo, 375, 720);
    map.open("#/zoning?draft=" + draft + "&lang=" + language);
    map.awaitQuiet();
    map.part("facts").locator("summary").click();
    assertThat(map.part("facts").locator("summary")).hasText(title);
    map.part("fact-income-kind").selectOption("extensive");
    assertThat(map.part("fact-income-kind").locator("option:checked")).hasText(kind);
    assertThat(map.part("fact-income-weight")).isVisible();
    assertThat(map.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
    assertThat(
            map.part("fact-income-weight")
                .evaluate("select => select.getBoundingClientRect().right <= innerWidth"))
        .isEqualTo(true);
  }

  private JsonNode fact(String attribute) {
    for (JsonNode fact : drafts.get("api/v1/facts?draft=" + draft).get("facts")) {
      if (fact.get("attribute").asString().equals(attribute)) {
        return fact;
      }
    }
    throw new AssertionError("no attribute " + attribute);
  }
}
