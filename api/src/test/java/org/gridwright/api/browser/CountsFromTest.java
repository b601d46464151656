package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticePoint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Once a grid was split and published, its card says of which count its number is made. */
class CountsFromTest extends PlannerTest {

  @Test
  void theCardOfAGridSaysOfWhichCountsItsNumbersAreMade() {
    Crossing crossing = Crossing.in(plan, 3);
    drafts.edit(
        draft,
        "{\"type\":\"split\",\"unit\":\"%s\",\"line\":{\"type\":\"LineString\",\"coordinates\":[%s]}}"
            .formatted(crossing.grid(), positions(crossing.line())));
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

  private static String positions(List<LatticePoint> line) {
    return line.stream()
        .map(point -> "[" + point.lon() + "," + point.lat() + "]")
        .collect(Collectors.joining(","));
  }
}
