package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.text.NumberFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What publishing changes is read before the date is confirmed, with the numbers of the server. */
class PublishSummaryTest extends BrowserTest {

  private DraftClient drafts;
  private Crossroads place;
  private MapPage map;
  private long draft;

  @BeforeEach
  void aDraftInWhichTwoGridsAreOne() {
    drafts = new DraftClient(demo.root());
    place = Crossroads.in(demo.city.plan(), 0);
    draft = drafts.create("summary");
    drafts.edit(
        draft,
        """
        {"type":"merge","units":["%s","%s"],"into":"%s"}\
        """
            .formatted(place.grids().get(0), place.grids().get(1), place.grids().get(0)));
    map = chromium.desk(demo);
  }

  @AfterEach
  void nothingToComplainAbout() {
    map.close();
    assertThat(map.complaints()).isEmpty();
  }

  @Test
  void theDialogSaysWhatTheServerSays() {
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.part("publish").click();
    JsonNode summary = drafts.get("api/v1/drafts/" + draft + "/summary");
    JsonNode grids = summary.get("levels").get(summary.get("levels").size() - 1);
    assertThat(page.part("summary-units").locator("tr[data-level=grid] td"))
        .hasText(
            new String[] {
              number(grids, "added"),
              number(grids, "removed"),
              number(grids, "redrawn"),
              number(grids, "relabelled"),
              number(grids, "units")
            });
    assertThat(grids.get("removed").asInt()).isEqualTo(1);
    JsonNode hands = summary.get("hands");
    assertThat(page.part("summary-addresses")).hasText(number(hands, "addresses"));
    assertThat(page.part("summary-incidents")).hasText(number(hands, "openIncidents"));
    assertThat(page.part("summary-total-households"))
        .containsText(number(summary.get("facts").get(0), "after"));
    assertThat(page.part("summary-csv"))
        .hasAttribute("href", "/api/v1/drafts/" + draft + "/summary?format=csv");
    assertThat(page.part("publish-date")).isVisible();
  }

  @Test
  void onPaperStandsTheSummaryAlone() {
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.part("publish").click();
    assertThat(page.part("publish-summary")).isVisible();
    map.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.part("publish-summary")).isVisible();
    assertThat(page.part("summary-units")).isVisible();
    assertThat(page.part("publish-date")).isHidden();
    assertThat(page.part("publish-yes")).isHidden();
    assertThat(page.part("map")).isHidden();
    map.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private static String number(JsonNode node, String member) {
    return NumberFormat.getNumberInstance(Locale.UK).format(node.get(member).asLong());
  }
}
