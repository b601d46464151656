package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Grids are divided, joined and laid out in the map: looked at first, then done, then taken back.
 */
class RedrawTest extends BrowserTest {

  @Test
  void aGridIsDividedAfterALook() {
    Plan plan = demo.city.plan();
    DraftClient drafts = new DraftClient(demo.root());
    long draft = drafts.create("redraw");
    try (MapPage map = chromium.desk(demo)) {
      Crossing crossing = Crossing.in(plan, 0);
      DraftPage page = DraftPage.open(map, draft, crossing.middle());
      page.click(List.of(crossing.middle()));
      assertThat(page.part("unit-actions")).containsText(crossing.grid());
      page.part("redraw").locator("summary").click();
      page.part("redraw-into").fill("3");
      page.part("redraw-by").selectOption("area");
      page.part("redraw-preview").click();
      assertThat(page.part("redraw-measures")).containsText("Largest deviation");
      assertThat(drafts.kinds(draft)).as("a preview stores nothing").isEmpty();

      page.part("redraw-apply").click();
      assertThat(page.part("draft-changes")).containsText("2 new");
      page.awaitSaved();
      drafts.awaitKinds(draft, "divide");
      assertThat(drafts.grids(draft)).hasSize(plan.grids().size() + 2);

      page.part("undo").click();
      assertThat(page.part("draft-changes")).not().containsText("new");
      page.awaitSaved();
      assertThat(drafts.grids(draft)).hasSize(plan.grids().size());
      assertThat(map.complaints()).isEmpty();
    }
  }

  @Test
  void theTableHasTheHouseholdsThatTheGridsHaveOnceItIsApplied() {
    DraftClient drafts = new DraftClient(demo.root());
    long draft = drafts.create("households");
    try (MapPage map = chromium.desk(demo)) {
      Crossing crossing = Crossing.in(demo.city.plan(), 0);
      DraftPage page = DraftPage.open(map, draft, crossing.middle());
      page.click(List.of(crossing.middle()));
      page.part("redraw").locator("summary").click();
      page.part("redraw-into").fill("3");
      page.part("redraw-by").selectOption("households");
      page.part("redraw-preview").click();
      assertThat(page.part("redraw-grids").locator("tbody tr")).hasCount(3);
      Map<String, String> shown = new TreeMap<>();
      for (Locator row : page.part("redraw-grids").locator("tbody tr").all()) {
        shown.put(row.locator("th").getAttribute("title"), row.locator("td").first().innerText());
      }
      assertThat(shown.values()).as("estimates").allMatch(each -> each.startsWith("≈ "));
      page.part("redraw-apply").click();
      page.awaitSaved();
      Map<String, String> told = new TreeMap<>();
      for (JsonNode row :
          drafts
              .get("api/v1/drafts/" + draft + "/balance?measure=households&limit=500")
              .get("rows")) {
        if (shown.containsKey(row.get("code").asString())) {
          told.put(row.get("code").asString(), "≈ " + row.get("value").asInt());
        }
      }
      assertThat(shown).isEqualTo(told);
      assertThat(map.complaints()).isEmpty();
    }
  }

  @Test
  void severalGridsAreJoinedAlongWhatWasChosen() {
    Plan plan = demo.city.plan();
    DraftClient drafts = new DraftClient(demo.root());
    long draft = drafts.create("join");
    try (MapPage map = chromium.desk(demo)) {
      Crossing crossing = Crossing.in(plan, 0);
      DraftPage page = DraftPage.open(map, draft, crossing.middle());
      page.tool("redraw");
      page.part("redraw-preview").click();
      assertThat(page.part("redraw-missing")).containsText("Choose at least one area");
      page.click(List.of(crossing.middle(), crossing.line().get(1)));
      assertThat(page.part("redraw-chosen")).containsText("2");
      page.part("redraw-method").selectOption("consolidate");
      page.part("redraw-into").fill("1");
      page.part("redraw-preview").click();
      assertThat(page.part("redraw-grids").locator("tbody tr")).hasCount(1);
      assertThat(page.part("legend")).containsText("Proposal");

      page.part("redraw-discard").click();
      assertThat(page.part("redraw-proposal")).hasCount(0);
      assertThat(page.part("legend")).not().containsText("Proposal");
      assertThat(drafts.kinds(draft)).isEmpty();

      page.part("redraw-preview").click();
      page.part("redraw-apply").click();
      assertThat(page.part("draft-changes")).containsText("1 removed");
      page.awaitSaved();
      drafts.awaitKinds(draft, "consolidate");
      assertThat(page.part("redraw-chosen")).containsText("0");
      assertThat(map.complaints()).isEmpty();
    }
  }

  @Test
  void aDividedGridFollowsAStreetThatWasLoaded() {
    DraftClient drafts = new DraftClient(demo.root());
    long draft = drafts.create("streets");
    try (MapPage map = chromium.desk(demo)) {
      Crossing crossing = Crossing.in(demo.city.plan(), 1);
      DraftPage page = DraftPage.open(map, draft, crossing.middle());
      page.tool("redraw");
      page.click(List.of(crossing.middle()));
      LatticePoint west = crossing.line().get(0);
      LatticePoint east = crossing.line().get(1);
      String street =
          String.format(
              Locale.ROOT,
              "{\"type\":\"LineString\",\"coordinates\":[[%.7f,%.7f],[%.7f,%.7f]]}",
              west.lon(),
              west.lat(),
              east.lon(),
              east.lat());
      page.part("redraw-file")
          .setInputFiles(
              new FilePayload(
                  "street.geojson",
                  "application/geo+json",
                  street.getBytes(StandardCharsets.UTF_8)));
      assertThat(page.part("redraw-streets")).containsText("1");
      page.part("redraw-into").fill("2");
      page.part("redraw-by").selectOption("area");
      page.part("redraw-tolerance").fill("60");
      page.part("redraw-preview").click();
      assertThat(page.part("redraw-measures")).containsText("Borders along streets");
      assertThat(map.complaints()).isEmpty();
    }
  }
}
