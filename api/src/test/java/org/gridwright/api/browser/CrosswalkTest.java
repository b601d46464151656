package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.util.List;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The grids of a city over a second theme, whose beats are its streets. */
class CrosswalkTest extends BrowserTest {

  private static final Theme BEATS = Theme.of("beats", "警务区 (Beats)", CodeScheme.FREE, "beat");
  private static final int STREETS = 2;

  /** A beat with several grids, and how many. */
  private static Unit beat;

  private static long gridsOfBeat;

  @BeforeAll
  static void addBeats() {
    Plan plan = UpperLevels.draw(demo.city.plan());
    List<Unit> beats =
        plan.units(STREETS).stream()
            .map(it -> new Unit(0, it.code(), null, it.name(), it.attributes(), it.drawnArea()))
            .toList();
    demo.stop();
    demo.store.themes().ensure(BEATS);
    long draft =
        demo.store.plans().createDraft(Plan.of(BEATS, beats), Actor.named("test"), "beats").id();
    demo.store.plans().publish(draft, LocalDate.parse("2024-01-01"), "as drawn");
    demo.restart();
    beat = beats.get(1);
    int[] streets = plan.ancestorsOfGrids(STREETS);
    for (int street : streets) {
      gridsOfBeat += street == 1 ? 1 : 0;
    }
  }

  @Test
  void twoThemesLieOverEachOther() {
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/zoning?theme=" + demo.city.theme().id());
      map.part("compare-open").click();
      map.part("compare-theme").selectOption("beats");
      Locator rows = map.part("crosswalk").locator(".row");
      assertThat(rows.first()).containsText("100%");
      map.part("crosswalk-filter").fill(beat.code());
      assertThat(map.part("compare").getByText(gridsOfBeat + " rows")).isVisible();
      assertThat(rows.first()).containsText(beat.code());
      map.part("crosswalk-choice").selectOption("code");
      map.awaitQuiet();

      String before = map.hash();
      rows.nth(1).click();
      assertThat(rows.nth(1)).hasAttribute("aria-current", "true");
      map.awaitQuiet();
      assertThat(map.hash()).as("goes to what both share").isNotEqualTo(before);
      assertThat(marked(map)).as("both outlines stand out").isPositive();
      rows.nth(1).press("ArrowUp");
      assertThat(rows.first()).isFocused();

      dragSwipe(map, 0.8);
      assertThat(map.part("swipe")).hasAttribute("aria-valuenow", "80");
      assertThat(map.part("swipe")).containsText("Beats");
      assertThat(csv(map))
          .startsWith("code,name,with_code,with_name,area_m2")
          .contains(beat.name())
          .contains("households");
      assertThat(map.complaints()).isEmpty();
    }
  }

  @Test
  void aPhoneShowsItWithoutScrollingSideways() {
    try (MapPage map = chromium.phone(demo)) {
      map.open("#/zoning?lang=zh&theme=" + demo.city.theme().id());
      map.part("compare-open").tap();
      map.part("compare-theme").selectOption("beats");
      assertThat(map.part("crosswalk").locator(".row").first()).isVisible();
      map.part("crosswalk").locator(".row").first().tap();
      assertThat(map.part("crosswalk").locator(".row").first())
          .hasAttribute("aria-current", "true");

      assertThat(map.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
      assertThat(
              map.page.evaluate(
                  "[...document.querySelectorAll('.compare-work *')].filter(it =>"
                      + " it.getBoundingClientRect().right > 376).length"))
          .isEqualTo(0);
      assertThat(map.complaints()).isEmpty();
    }
  }

  /** How many pixels of the pane of choices are painted. */
  private static int marked(MapPage map) {
    return ((Number)
            map.page
                .locator(".leaflet-selection-pane canvas")
                .evaluateAll(
                    """
                    canvases => {
                      let found = 0;
                      for (const canvas of canvases) {
                        const { width, height } = canvas;
                        if (width * height === 0) continue;
                        const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
                        found += data.filter((value, at) => at % 4 === 3 && value > 0).length;
                      }
                      return found;
                    }\
                    """))
        .intValue();
  }

  private static void dragSwipe(MapPage map, double part) {
    BoundingBox box = map.part("map").boundingBox();
    BoundingBox grip = map.part("swipe").locator(".swipe-grip").boundingBox();
    map.page.mouse().move(grip.x + grip.width - 4, grip.y + grip.height / 2);
    map.page.mouse().down();
    map.page.mouse().move(box.x + box.width * part, grip.y);
    map.page.mouse().up();
  }

  private static String csv(MapPage map) {
    return (String)
        map.page.evaluate(
            "async url => (await fetch(url)).text()",
            map.part("crosswalk-csv").getAttribute("href"));
  }
}
