package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the check finds in a draft is looked at, mended or accepted in the map. */
class DraftFindingsTest extends BrowserTest {

  private DraftClient drafts;
  private Crossroads place;
  private MapPage map;
  private long draft;

  /** One grid's corner is pulled back from where it meets two others: a gap. */
  @BeforeEach
  void aDraftWithAGap() {
    drafts = new DraftClient(demo.root());
    place = Crossroads.in(demo.city.plan(), 0);
    String grid = place.grids().get(0);
    draft = drafts.damaged("damaged", grid, place.corner(), place.inside(demo.city.plan(), grid));
    map = chromium.desk(demo);
  }

  @AfterEach
  void nothingToComplainAbout() {
    map.close();
    assertThat(map.complaints()).isEmpty();
  }

  @Test
  void aGapIsPreviewedThenMended() {
    DraftPage page = DraftPage.open(map, draft, place.corner());
    assertThat(page.part("findings-summary")).containsText("blocking");
    page.findings().filter(gaps()).first().click();
    assertThat(page.part("finding-card")).containsText("Gap");
    page.part("preview").click();
    assertThat(page.part("movements").getByRole(AriaRole.ROW).nth(1)).isVisible();
    assertThat(drafts.kinds(draft)).as("a preview stores nothing").isEmpty();

    page.part("apply").click();
    assertThat(page.part("finding-card")).isHidden();
    page.awaitSaved();
    drafts.awaitKinds(draft, "repair");
    assertThat(drafts.findings(draft)).noneMatch(finding -> kind(finding).equals("gap"));
    assertThat(page.findings().filter(gaps())).hasCount(0);
  }

  @Test
  void aGapIsAcceptedWithAReasonAndTakenBack() {
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.findings().filter(gaps()).first().click();
    page.part("accept").click();
    page.part("dialog-yes").click();
    assertThat(page.part("dialog-text")).isVisible();
    page.part("dialog-text").fill("A wall stands there.");
    page.part("dialog-yes").click();
    assertThat(page.part("accepted-reason")).hasText("A wall stands there.");
    assertThat(page.part("accepted-findings")).hasText("Accepted (1)");
    JsonNode accepted = gap().get("accepted");
    assertThat(accepted.get("reason").asString()).isEqualTo("A wall stands there.");
    assertThat(accepted.get("author").asString()).isEqualTo("anonymous");

    page.part("take-back").click();
    assertThat(page.part("accept")).isVisible();
    assertThat(gap().get("accepted").isNull()).isTrue();
  }

  @Test
  void everythingIsMendedAtOnce() {
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.part("mend-all").locator("summary").click();
    page.part("preview-all").click();
    assertThat(page.part("movements").getByRole(AriaRole.ROW).nth(1)).isVisible();
    assertThat(drafts.kinds(draft)).as("a preview stores nothing").isEmpty();
    page.part("apply-all").click();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "repair");
    assertThat(drafts.findings(draft)).noneMatch(finding -> kind(finding).equals("gap"));
    assertThat(page.findings().filter(gaps())).hasCount(0);
  }

  @Test
  void rulesAreSwitchedAndTunedWithinTheirRange() {
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.part("rules").locator("summary").click();
    page.part("rule-inlet-metres").fill("2000");
    page.part("rules-save").click();
    assertThat(map.page.locator("input:invalid")).hasCount(1);
    page.part("rule-inlet-metres").fill("7");
    page.part("rule-household-range").uncheck();
    page.part("rules-save").click();
    assertThat(page.part("rules-outcome")).hasText("The rules are saved.");
    assertThat(rule("inlet").get("parameters").get("metres").get("value").asDouble()).isEqualTo(7);
    assertThat(rule("household-range").get("enabled").asBoolean()).isFalse();
    assertThat(page.findings().filter(new Locator.FilterOptions().setHasText("households")))
        .hasCount(0);
  }

  private JsonNode rule(String name) {
    for (JsonNode rule : drafts.get("api/v1/rules").get("rules")) {
      if (rule.get("name").asString().equals(name)) {
        return rule;
      }
    }
    throw new AssertionError("no rule " + name);
  }

  private JsonNode gap() {
    for (JsonNode finding : drafts.findings(draft)) {
      if (kind(finding).equals("gap")) {
        return finding;
      }
    }
    throw new AssertionError("no gap in the draft");
  }

  private static String kind(JsonNode finding) {
    return finding.get("kind").asString();
  }

  private static Locator.FilterOptions gaps() {
    return new Locator.FilterOptions().setHasText("Gap");
  }
}
