package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What grids have is entered in the map, and what they would have is said as the server says it.
 */
class CountsTest extends PlannerTest {

  /** The households of the draft's grids as a file has them: the number, and how it is known. */
  private Map<String, String> households() {
    Map<String, String> households = new TreeMap<>();
    JsonNode units = drafts.get("api/v1/drafts/" + draft + "/units?format=geojson");
    String level = plan.theme().gridLevel().name();
    for (JsonNode feature : units.get("features")) {
      JsonNode attributes = feature.get("properties").get("attributes");
      boolean isGrid = feature.get("properties").get("level").asString().equals(level);
      if (isGrid && attributes.has(Unit.HOUSEHOLDS)) {
        String number =
            NumberFormat.getNumberInstance(Locale.UK)
                .format(Long.parseLong(attributes.get(Unit.HOUSEHOLDS).asString()));
        String basis = attributes.path(Unit.HOUSEHOLDS + "_basis").asString("counted");
        households.put(
            feature.get("properties").get("code").asString(),
            basis.equals("counted") ? number : "≈ " + number);
      }
    }
    return households;
  }

  @Test
  void theNumbersOfASplitAreThoseThatItsGridsHaveThen() {
    Crossing crossing = Crossing.in(plan, 3);
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    page.tool("split");
    page.click(crossing.line());
    Locator rows = page.part("live-numbers").locator("tbody tr");
    Locator named = rows.locator("th[title='" + crossing.grid() + "']");
    assertThat(named).hasCount(1);
    assertThat(rows).hasCount(2);
    assertThat(page.part("live-numbers")).not().containsText("New area");
    Map<String, String> said = new TreeMap<>();
    for (Locator row : rows.all()) {
      said.put(row.locator("th").getAttribute("title"), row.locator("td").first().textContent());
    }
    page.part("sketch-finish").click();
    page.awaitSaved();
    drafts.awaitKinds(draft, "split");
    assertThat(households()).containsAllEntriesOf(said);
  }

  @Test
  void whatIsCountedIsEnteredAndEndsAnEstimate() {
    Crossing crossing = Crossing.in(plan, 3);
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    page.click(List.of(crossing.middle()));
    page.part("unit-counts").click();
    page.part("dialog-yes").click();
    assertThat(page.part("counts-dialog")).containsText("Please fill this in.");
    page.part("count-households").fill("1412");
    page.part("dialog-yes").click();
    assertThat(page.part("counts-dialog")).isHidden();
    page.awaitSaved();
    drafts.awaitKinds(draft, "attributes");
    assertThat(households()).containsEntry(crossing.grid(), "1,412");
  }

  @Test
  void theTotalThatIsStoredOfACommunityIsEnteredAndTheSumIsToldStill() {
    Unit community = plan.units(plan.theme().gridLevel().depth() - 1).get(3);
    String level = plan.theme().levels().get(community.depth()).name();
    map.open(
        "#/zoning?lang=en&level="
            + level
            + "&draft="
            + draft
            + "&unit="
            + level
            + "/"
            + community.code());
    map.part("unit-counts").click();
    assertThat(map.part("counts-dialog")).containsText("the sum of what is below it");
    map.part("count-households").fill("17");
    map.part("dialog-yes").click();
    assertThat(map.part("counts-dialog")).isHidden();
    drafts.awaitKinds(draft, "attributes");
    JsonNode found = drafts.get("api/v1/drafts/" + draft + "/findings?kind=total-mismatch");
    assertThat(found.get("findings").get(0).get("units").get(0).asString())
        .isEqualTo(community.code());
  }

  @Test
  void whoeverRetiresAGridIsToldWhatItsHeirHasThen() {
    Crossing crossing = Crossing.in(plan, 3);
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    page.click(List.of(crossing.middle()));
    page.part("unit-retire").click();
    Locator goes = page.part("retire-goes");
    assertThat(goes).containsText("Households");
    String said = goes.textContent();
    page.part("dialog-yes").click();
    page.awaitSaved();
    drafts.awaitKinds(draft, "retire");
    Map<String, String> before = new TreeMap<>();
    plan.grids().forEach(grid -> before.put(grid.code(), grid.attributes().get(Unit.HOUSEHOLDS)));
    List<String> changed =
        households().entrySet().stream()
            .filter(each -> !each.getValue().replace(",", "").equals(before.get(each.getKey())))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(changed).hasSize(1);
    assertThat(said).contains(changed.get(0) + " Households");
  }
}
