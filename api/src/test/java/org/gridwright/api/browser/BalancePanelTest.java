package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.text.NumberFormat;
import java.util.Locale;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The balance of the whole city beside the map, with the numbers of the server. */
class BalancePanelTest extends BrowserTest {

  private DraftClient drafts;
  private Crossroads place;
  private MapPage map;
  private long draft;

  @BeforeEach
  void openADraft() {
    drafts = new DraftClient(demo.root());
    place = Crossroads.in(demo.city.plan(), 0);
    draft = drafts.create("balance");
    map = chromium.desk(demo);
  }

  @AfterEach
  void nothingToComplainAbout() {
    map.close();
    assertThat(map.complaints()).isEmpty();
  }

  @Test
  void figuresFollowEachEdit() {
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.part("balance").selectOption("households");
    assertFigures(page);
    String grid = place.grids().get(0);
    drafts.edit(
        draft,
        """
        {"type":"attributes","unit":"%s","attributes":{"households":"5000"}}\
        """
            .formatted(grid));
    assertFigures(page);
    assertThat(page.part("balance-rows").locator("li").first()).containsText("5,000");
    assertThat(page.part("balance-total")).hasText(number(total()));
    page.part("undo").click();
    page.awaitSaved();
    assertFigures(page);
    page.part("redo").click();
    page.awaitSaved();
    assertFigures(page);
  }

  @Test
  void aRowLeadsToItsGrid() {
    DraftPage page = DraftPage.open(map, draft, place.corner(), 14);
    page.part("balance").selectOption("addresses");
    JsonNode first = balance("addresses").get("rows").get(0);
    Locator row = page.part("balance-rows").getByRole(AriaRole.BUTTON).first();
    Unit unit =
        demo.city
            .plan()
            .unit(demo.city.theme().gridLevel().depth(), first.get("code").asString())
            .orElseThrow();
    assertThat(row).containsText(unit.attributes().getOrDefault("name:en", unit.name()));
    row.click();
    assertThat(page.part("unit-actions")).containsText(unit.code());
    assertThat(page.part("unit-actions")).containsText(number(first.get("value").asDouble()));
    assertThat(map.hash()).contains("balance=addresses").contains(unit.code());
  }

  @Test
  void toleranceAndTargetAreTheThemes() {
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.part("balance").selectOption("households");
    assertThat(page.part("balance-outside")).hasCount(0);
    page.part("balance-goal-open").click();
    page.part("balance-tolerance").fill("7.5");
    page.part("balance-goal").fill("300");
    page.part("balance-goal-save").click();
    assertThat(page.part("balance-target")).hasText("300");
    JsonNode told = balance("households");
    assertThat(told.get("tolerance").asDouble()).isEqualTo(0.075);
    assertThat(page.part("balance-outside"))
        .hasText(number(told.get("outside").asInt()) + " of " + number(told.get("known").asInt()));
    assertThat(page.part("legend-classes")).containsText("−7.5% – +7.5%");
    drafts.put(
        "api/v1/rules",
        """
        {"rules":[{"name":"balance:households","parameters":{"target":0,"tolerance":10}}]}\
        """);
  }

  private void assertFigures(DraftPage page) {
    JsonNode told = balance("households");
    assertThat(page.part("balance-figures")).hasAttribute("aria-busy", "false");
    assertThat(page.part("balance-range"))
        .hasText(
            number(told.get("least").asDouble()) + " – " + number(told.get("most").asDouble()));
    assertThat(page.part("balance-mean")).hasText(number(told.get("mean").asDouble()));
    assertThat(page.part("balance-largest"))
        .hasText(
            percent(told.get("lowest").asDouble())
                + " / "
                + percent(told.get("highest").asDouble()));
    int units = 0;
    for (Locator bar : page.part("balance-histogram").locator("li").all()) {
      units += Integer.parseInt(bar.getAttribute("data-units"));
    }
    assertThat(units).isEqualTo(told.get("known").asInt());
  }

  private int total() {
    int total = 0;
    JsonNode units = drafts.get("api/v1/drafts/" + draft + "/units?format=geojson");
    for (JsonNode feature : units.get("features")) {
      JsonNode properties = feature.get("properties");
      JsonNode households = properties.get("attributes").get("households");
      if (properties.get("level").asString().equals("grid") && households != null) {
        total += households.asInt();
      }
    }
    return total;
  }

  private JsonNode balance(String measure) {
    return drafts.get("api/v1/drafts/" + draft + "/balance?measure=" + measure);
  }

  private static String number(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.UK);
    format.setMaximumFractionDigits(2);
    return format.format(value);
  }

  private static String percent(double part) {
    double rounded = Math.round(part * 1000) / 10.0;
    return (rounded > 0 ? "+" : "−") + number(Math.abs(rounded)) + "%";
  }
}
