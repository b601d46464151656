package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * More findings than a list or a map shows at once: every grid of the city has too few households.
 */
class ManyFindingsTest extends BrowserTest {

  private static final String RULE =
      """
      {"rules":[{"name":"household-range","enabled":true,\
      "parameters":{"least":99999,"most":100000}}]}\
      """;

  @Test
  void theyComeInPagesAndTheMapGathersThem() {
    int grids = demo.city.plan().grids().size();
    DraftClient client = new DraftClient(demo.root());
    client.put("api/v1/rules", RULE);
    int all = client.get("api/v1/plans/1/findings?limit=0").get("total").asInt();
    assertThat(all).isGreaterThan(grids - 10);
    try (MapPage map = chromium.desk(demo)) {
      List<String> asked = new ArrayList<>();
      map.page.onRequest(request -> note(asked, request));
      map.open("#/zoning");
      assertThat(map.part("findings").getByRole(AriaRole.BUTTON)).hasCount(100);
      assertThat(asked).noneMatch(query -> query.contains("limit=10000"));
      map.part("findings-more").click();
      assertThat(map.part("findings").getByRole(AriaRole.BUTTON)).hasCount(all);
      assertThat(map.part("findings-more")).hasCount(0);
      assertThat(asked).anyMatch(query -> query.contains("after="));
      Locator first = map.part("findings").getByRole(AriaRole.BUTTON).last();
      assertThat(first).containsText("Grid ");
      assertThat(first).containsText("Community");
    }
  }

  @Test
  void theLayerIsSwitchedOffAndOn() {
    new DraftClient(demo.root()).put("api/v1/rules", RULE);
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/zoning");
      map.awaitQuiet();
      assertThat(painted(map)).isPositive();
      assertThat(map.part("legend")).containsText("Warning");
      map.part("layers-button").click();
      map.page.locator("[data-layer=findings]").uncheck();
      assertThat(painted(map)).isZero();
      assertThat(map.part("legend")).not().containsText("Warning");
      assertThat(map.part("findings")).isVisible();
      map.page.locator("[data-layer=findings]").check();
      map.awaitQuiet();
      assertThat(painted(map)).isPositive();
      assertThat(map.complaints()).isEmpty();
    }
  }

  private static void note(List<String> asked, Request request) {
    URI address = URI.create(request.url());
    if (address.getPath().endsWith("/findings")) {
      asked.add(String.valueOf(address.getQuery()));
    }
  }

  /** Pixels that findings have, as shapes or as marks. */
  private static int painted(MapPage map) {
    Object pixels =
        map.page.evaluate(
            """
            async () => {
              for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
              let painted = 0;
              const panes = '.leaflet-shapes-pane canvas, .leaflet-places-pane canvas';
              for (const canvas of document.querySelectorAll(panes)) {
                const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
                copy.drawImage(canvas, 0, 0);
                const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
                for (let i = 3; i < data.length; i += 4) painted += data[i] > 0 ? 1 : 0;
              }
              return painted;
            }\
            """);
    return ((Number) pixels).intValue();
  }
}
