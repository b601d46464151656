package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The application in windows of all sizes, by night, and in colours that the reader has chosen. */
class WindowsTest extends BrowserTest {

  /** Boxes of what lies over the map that also lie over painted ground. */
  private static final String COVERING =
      """
      () => {
        %s
        const { width, height } = ground.canvas;
        const { data } = ground.getImageData(0, 0, width, height);
        let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
        for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
          if (data[4 * (y * width + x) + 3] === 0) continue;
          left = Math.min(left, box.left + x);
          right = Math.max(right, box.left + x);
          top = Math.min(top, box.top + y);
          bottom = Math.max(bottom, box.top + y);
        }
        const found = [];
        if (left <= box.left || right >= box.right - 1 || top <= box.top || bottom >= box.bottom - 1)
          found.push('the edge of the map');
        for (const name of ['.search', '.scope', '.legend', '.map-controls', '.panel']) {
          const over = document.querySelector(name).getBoundingClientRect();
          if (over.left < right && over.right > left && over.top < bottom && over.bottom > top)
            found.push(name);
        }
        if (right - left < 60) found.push(`only ${Math.round(right - left)} pixels wide`);
        return found;
      }\
      """
          .formatted(MapPage.GROUND);

  @ParameterizedTest
  @CsvSource({
    "1400,900,zoning", "1400,900,hotspots", "1024,768,zoning", "1024,768,hotspots",
    "700,450,zoning", "512,384,zoning", "375,812,zoning", "375,812,hotspots"
  })
  void theWholeCityIsSeen(int width, int height, String workspace) {
    try (MapPage map = chromium.window(demo, width, height)) {
      map.open("#/" + workspace);
      map.awaitQuiet();
      assertThat((List<?>) map.page.evaluate(COVERING)).as("what lies over the city").isEmpty();
    }
  }

  @Test
  void onAPhoneAllToolsAreReachable() {
    DraftClient drafts = new DraftClient(demo.root());
    long draft = drafts.create("phone");
    try (MapPage map = chromium.phone(demo)) {
      DraftPage.open(map, draft, Crossing.in(demo.city.plan(), 0).middle());
      Object hidden =
          map.page.evaluate(
              """
              () => [...document.querySelectorAll('.palette button')].filter((button) => {
                const { left, top, width, height } = button.getBoundingClientRect();
                const there = document.elementFromPoint(left + width / 2, top + height / 2);
                return !button.contains(there);
              }).map((button) => button.title)\
              """);
      assertThat((List<?>) hidden).isEmpty();
    }
  }

  @Test
  void onAPhoneSuggestionsLieAboveTheButtonsOfTheMap() {
    try (MapPage map = chromium.phone(demo)) {
      map.open("#/dispatch");
      map.search("1");
      assertThat(map.page.locator("[role=option]").first()).isVisible();
      Object above =
          map.page.evaluate(
              """
              () => {
                const list = document.querySelector('[role=listbox]').getBoundingClientRect();
                const buttons = document.querySelector('.layers-place button').getBoundingClientRect();
                if (buttons.top > list.bottom) return true;
                const [x, y] = [buttons.left + 10, Math.max(buttons.top, list.top) + 10];
                return document.elementFromPoint(x, y).closest('.suggestions') !== null;
              }\
              """);
      assertThat(above).isEqualTo(true);
    }
  }

  @Test
  void byNightGroundAndMapAreDark() {
    try (MapPage map = chromium.desk(demo)) {
      map.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      map.open("#/zoning");
      map.awaitQuiet();
      for (String part : List.of(".panel", ".map", ".legend")) {
        assertThat(lightness(map, part)).as(part).isLessThan(60);
      }
      map.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      map.awaitQuiet();
      assertThat(lightness(map, ".panel")).isGreaterThan(200);
      assertThat(map.complaints()).isEmpty();
    }
  }

  @Test
  void coloursThatTheReaderHasChosenLeaveLegendAndChoicesToBeSeen() {
    try (MapPage map = chromium.desk(demo)) {
      map.page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      map.open("#/hotspots");
      map.awaitQuiet();
      Object swatches =
          map.page.evaluate(
              """
              () => new Set([...document.querySelectorAll('[data-testid=legend-classes] .swatch')]
                .map((swatch) => getComputedStyle(swatch).backgroundColor)).size\
              """);
      Object rows = map.part("legend-classes").locator("li").count();
      assertThat(swatches).as("classes have colours of their own").isEqualTo(rows);
      Object chosen =
          map.page.evaluate(
              """
              () => {
                const colour = (of) => getComputedStyle(document.querySelector(of)).backgroundColor;
                return colour('.segmented input:checked + span') !==
                  colour('.segmented input:not(:checked) + span') &&
                  colour('.nav-tab[aria-current]') !== colour('.nav-tab:not([aria-current])');
              }\
              """);
      assertThat(chosen).isEqualTo(true);
    }
  }

  private static int lightness(MapPage map, String part) {
    Object value =
        map.page.evaluate(
            """
            (part) => {
              const colour = getComputedStyle(document.querySelector(part)).backgroundColor;
              return Math.max(...colour.match(/\\d+/g).slice(0, 3).map(Number));
            }\
            """,
            part);
    return ((Number) value).intValue();
  }
}
