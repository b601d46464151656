package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gridwright.api.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * When incidents were, in the workspace of hotspots: what is shown, and what choosing of it does.
 */
class IncidentTimesTest extends BrowserTest {

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
  void anHourOfTheWeekFiltersAndAnotherPressTakesItBack() {
    map.open("#/hotspots");
    Locator tuesdayAtNine = map.part("week").getByRole(AriaRole.BUTTON).nth(24 + 9);
    JsonNode all = times("");
    long count = all.get("week").get("counts").get(1).get(9).asLong();
    assertThat(tuesdayAtNine)
        .hasAttribute("aria-label", Pattern.compile("Tuesday 09:00–10:00: " + count + ", .*"));
    assertThat(map.part("total")).containsText(number(all.get("total").asLong()) + " incidents");

    tuesdayAtNine.click();
    assertThat(map.page).hasURL(Pattern.compile(".*hours=9&weekdays=2.*"));
    assertThat(map.part("total")).containsText(number(count) + " incident");
    assertThat(map.part("filter-hours")).hasValue("9");
    assertThat(map.part("filter-weekdays")).hasValue("2");
    long shown = 0;
    for (JsonNode bin : times("hours=9&weekdays=2").get("series")) {
      shown += bin.get("count").asLong();
    }
    assertThat(shown).isEqualTo(count);

    map.part("week").getByRole(AriaRole.BUTTON).nth(24 + 9).click();
    assertThat(map.part("total")).containsText(number(all.get("total").asLong()) + " incidents");
  }

  @Test
  void aBarIsAPeriodAndTheKeysGoFromOneToTheNext() {
    map.open("#/hotspots?lang=zh");
    JsonNode series = times("").get("series");
    Locator bars = map.part("series").getByRole(AriaRole.BUTTON);
    assertThat(bars).hasCount(series.size());
    bars.first().focus();
    map.page.keyboard().press("ArrowRight");
    map.page.keyboard().press("Enter");
    assertThat(map.page)
        .hasURL(Pattern.compile(".*from=" + series.get(1).get("from").asString() + ".*"));
    assertThat(map.part("total")).containsText(series.get(1).get("count").asLong() + " 起事件");
    assertThat(bars.nth(1)).hasAttribute("aria-pressed", "true");
    assertThat(bars.first()).hasAttribute("aria-pressed", "false");
    assertThat(bars.nth(1)).isFocused();
  }

  @Test
  void theAreaInHandHasItsOwnTimesAndItsFigures() {
    String code = demo.city.plan().grids().get(3).code();
    map.open("#/hotspots?claim=gistar&unit=grid/" + code);
    JsonNode own = times("level=grid&unit=" + code);
    long most = 0;
    for (JsonNode bin : own.get("series")) {
      most += bin.get("count").asLong();
    }
    assertThat(map.part("series").getByRole(AriaRole.BUTTON)).hasCount(own.get("series").size());
    assertThat(map.part("claim-detail")).containsText("adjusted p is");
    assertThat(map.part("claim-detail").getByRole(AriaRole.DEFINITION).first())
        .hasText(number(most));
  }

  private JsonNode times(String query) {
    String address = demo.root() + "api/v1/counts/times?" + query;
    return Json.MAPPER.readTree(map.page.request().get(address).text());
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
