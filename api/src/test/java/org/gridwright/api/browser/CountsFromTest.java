package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Once a grid was split and published, its card says of which count its number is made. */
class CountsFromTest extends PlannerTest {

  @Test
  void theCardOfAGridSaysOfWhichCountsItsNumbersAreMade() {
    Crossing crossing = Crossing.in(plan, 3);
    drafts.edit(draft, crossing.split());
    drafts.publish(draft);
    JsonNode told =
        drafts
            .get("api/v1/units/" + plan.theme().id() + "/grid/" + crossing.grid())
            .get("facts")
            .get(0);
    JsonNode source = told.get("sources").get(0);
    assertThat(source.get("code").asString()).isEqualTo(crossing.grid());

    map.open("#/zoning?lang=en&unit=grid/" + crossing.grid());
    map.awaitQuiet();
    Locator from = map.part("unit-counts-from");
    assertThat(from).containsText("Households");
    assertThat(from).containsText("counted in " + crossing.grid());
    assertThat(from)
        .containsText(String.format(Locale.UK, "%,d counted", source.get("counted").asLong()));
  }

  @Test
  void theHistorySaysWhatARevisionDidToNumbers() {
    Crossing crossing = Crossing.in(plan, 5);
    drafts.edit(draft, crossing.split());
    JsonNode grid = drafts.get("api/v1/drafts/" + draft + "/history/1/facts").get("grids").get(0);
    JsonNode now = grid.get("after").get(0);

    map.open("#/zoning?lang=en&draft=" + draft);
    map.awaitQuiet();
    map.page.locator("input[value=history]").check();
    map.part("history").getByRole(AriaRole.BUTTON).first().click();
    Locator numbers = map.part("history-numbers");
    assertThat(numbers).containsText("Households: ");
    assertThat(numbers).containsText(String.format(Locale.UK, "≈ %,d", now.get("value").asLong()));
    assertThat(numbers).containsText("counted in " + crossing.grid());
  }
}
