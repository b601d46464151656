package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.gridwright.core.lattice.LatticePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of WCAG and good practice that axe-core can check find nothing. */
class AccessibilityTest extends BrowserTest {

  /** From this width on, in pixels, the panel has a place beside the map. */
  private static final int NARROW = 720;

  private static final String AXE = script();

  @ParameterizedTest
  @CsvSource({
    "zoning,en,1280", "dispatch,en,1280", "hotspots,en,1280",
    "zoning,zh,1280", "dispatch,zh,1280", "hotspots,zh,1280",
    "zoning,en,375", "dispatch,zh,375", "hotspots,en,375"
  })
  void aWorkspaceHasNoViolation(String workspace, String language, int width) {
    LatticePoint place = demo.address().place();
    try (MapPage map = chromium.window(demo, width, 800)) {
      map.open(
          "#/"
              + workspace
              + "?lang="
              + language
              + "&place="
              + place.lat()
              + ","
              + place.lon()
              + "&unit=grid/"
              + demo.gridAt(place));
      map.awaitQuiet();
      assertThat(violations(map)).isEmpty();
    }
  }

  /** A laptop of 1400 by 900 at 200 %: panel, tools, legend and buttons leave the map its room. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void atTwiceTheSizeNothingLiesOverSomethingElse(String language) {
    long draft = new DraftClient(demo.root()).create("At twice the size");
    try (MapPage map = chromium.window(demo, 700, 450)) {
      map.open("#/zoning?lang=" + language + "&draft=" + draft);
      map.awaitQuiet();
      Object overlaps =
          map.page.evaluate(
              """
              () => {
                const parts = ['.panel', '.scope', '.palette', '.legend', '.button-stack', '.nav'];
                const boxes = parts.map(part => document.querySelector(part).getBoundingClientRect());
                const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
                    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
                return parts.flatMap((part, i) => parts.slice(i + 1)
                    .filter((_, j) => over(boxes[i], boxes[i + 1 + j]))
                    .map(other => part + ' ' + other));
              }\
              """);
      assertThat((List<?>) overlaps).isEmpty();
      var box = map.part("map").boundingBox();
      assertThat(box.width * box.height).isGreaterThan(0.4 * 700 * 450);
      assertThat(violations(map)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"en,1280", "zh,1280", "en,375", "zh,375"})
  void aDraftAtWorkHasNoViolation(String language, int width) {
    Crossroads place = Crossroads.in(demo.city.plan(), 0);
    String grid = place.grids().get(0);
    DraftClient drafts = new DraftClient(demo.root());
    long draft =
        drafts.damaged("looked-at", grid, place.corner(), place.inside(demo.city.plan(), grid));
    try (MapPage map = chromium.window(demo, width, 800)) {
      map.open(
          "#/zoning?lang="
              + language
              + "&draft="
              + draft
              + "&balance=addresses&unit=grid/"
              + grid
              + "&finding="
              + drafts.findings(draft).get(0).get("id").asString());
      map.awaitQuiet();
      assertThat(map.part("finding-card")).isVisible();
      map.part("draft-more").click();
      map.part("tool-vertex").click();
      assertThat(violations(map)).isEmpty();
      if (width < NARROW) { // a tool has given the screen to the map
        map.page.locator(".sheet-up").click();
      }
      map.part("publish").click();
      assertThat(map.part("publish-dialog")).isVisible();
      assertThat(violations(map)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"en,1280", "zh,375"})
  void aComparisonHasNoViolation(String language, int width) {
    Crossroads place = Crossroads.in(demo.city.plan(), 0);
    String grid = place.grids().get(0);
    DraftClient drafts = new DraftClient(demo.root());
    long draft =
        drafts.damaged("compared", grid, place.corner(), place.inside(demo.city.plan(), grid));
    try (MapPage map = chromium.window(demo, width, 800)) {
      map.open("#/zoning?lang=" + language + "&compare=plan:1~draft:" + draft);
      assertThat(map.part("compare-changes").locator(".row").first()).isVisible();
      map.awaitQuiet();
      assertThat(violations(map)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en,1280,claim=scan&measure=perSquareKilometre&test=replicas:19",
    "zh,375,claim=change&from=2024-07-01&to=2024-07-31",
    "en,375,claim=emerging&level=community"
  })
  void whatAMethodFoundHasNoViolation(String language, int width, String asked) {
    try (MapPage map = chromium.window(demo, width, 800)) {
      map.open("#/hotspots?lang=" + language + "&" + asked);
      assertThat(map.part("hot-csv")).isAttached();
      map.part("test-form").locator("summary").evaluate("it => it.click()");
      map.awaitQuiet();
      assertThat(violations(map)).isEmpty();
    }
  }

  @Test
  void openedListsAndDialogsHaveNoViolation() {
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/hotspots?by=hex&layers=addresses,facilities");
      map.search("1");
      assertThat(map.page.locator("[role=option]").first()).isVisible();
      assertThat(violations(map)).isEmpty();
      map.page.locator("button[aria-label='Keyboard shortcuts']").click();
      assertThat(map.page.locator("dialog")).isVisible();
      assertThat(violations(map)).isEmpty();
    }
  }

  /** One line for each broken rule, with the elements that break it. */
  static List<String> violations(MapPage map) {
    if (Boolean.TRUE.equals(map.page.evaluate("!('axe' in window)"))) {
      map.page.evaluate(AXE);
    }
    Object found =
        map.page.evaluate(
            """
            async () => (await axe.run({ resultTypes: ['violations'] })).violations.map(
              ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node => node.html).join(' ')}`)\
            """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
