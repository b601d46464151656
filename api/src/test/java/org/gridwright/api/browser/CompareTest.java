package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.data.Offset;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.Test;

/** A draft and its base side by side: in words, in numbers, and under a swipe. */
class CompareTest extends BrowserTest {

  @Test
  void aDraftIsComparedWithItsBase() {
    Plan plan = demo.city.plan();
    DraftClient drafts = new DraftClient(demo.root());
    Crossing crossing = Crossing.in(plan, 0);
    long draft = drafts.create("compared");
    try (MapPage map = chromium.desk(demo)) {
      DraftPage page = DraftPage.open(map, draft, crossing.middle());
      page.tool("split");
      page.click(crossing.line());
      page.part("sketch-finish").click();
      assertThat(page.part("draft-changes")).containsText("1 new");
      page.awaitSaved();

      page.part("draft-compare").click();
      assertThat(page.part("compare-summary")).containsText("Split");
      assertThat(page.part("legend")).containsText("Split");
      assertThat(page.part("compare-changes")).containsText(crossing.grid());
      assertThat(page.part("moves").locator(".row")).hasCount(1);
      assertThat(page.part("moves")).containsText(crossing.grid());
      assertThat(page.part("compare-balance")).containsText("Addresses");
      assertThat(csv(map, page)).startsWith("text/csv").contains(crossing.grid());

      Locator swipe = page.part("swipe");
      assertThat(swipe).hasAttribute("aria-valuenow", "50");
      swipe.focus();
      swipe.press("ArrowLeft");
      assertThat(swipe).hasAttribute("aria-valuenow", "48");
      swipe.press("Home");
      assertThat(swipe).hasAttribute("aria-valuenow", "0");
      assertThat(visibleWidth(map, "before")).isZero();
      var box = page.part("map").boundingBox();
      var grip = swipe.locator(".swipe-grip").boundingBox();
      map.page.mouse().move(grip.x + grip.width - 4, grip.y + grip.height / 2);
      map.page.mouse().down();
      map.page.mouse().move(box.x + box.width * 0.75, grip.y);
      map.page.mouse().up();
      assertThat(swipe).hasAttribute("aria-valuenow", "75");
      assertThat(visibleWidth(map, "before")).isCloseTo(box.width * 0.75, within(2));

      page.part("compare-leave").click();
      assertThat(page.part("draft-head")).isVisible();
      assertThat(page.part("swipe")).hasCount(0);
      assertThat(map.complaints()).isEmpty();
    }
  }

  private static Offset<Double> within(double pixels) {
    return Offset.offset(pixels);
  }

  /** The media type of the table, and its text. */
  private static String csv(MapPage map, DraftPage page) {
    return (String)
        map.page.evaluate(
            "async url => { const answer = await fetch(url);"
                + " return answer.headers.get('content-type') + ' ' + await answer.text(); }",
            page.part("compare-csv").getAttribute("href"));
  }

  /** How many pixels of the map's width show a version. */
  private static double visibleWidth(MapPage map, String pane) {
    Object width =
        map.page
            .locator(".leaflet-" + pane + "-pane")
            .evaluate(
                """
                pane => {
                  const x = pane.style.clipPath.match(/-?[\\d.]+px/g).map(parseFloat);
                  return x[2] - x[0];
                }\
                """);
    return ((Number) width).doubleValue();
  }
}
