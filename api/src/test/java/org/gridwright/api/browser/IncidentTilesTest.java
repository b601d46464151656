package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.store.IncidentStore;
import org.junit.jupiter.api.Test;

/** Incidents on the map: as tiles, however many there are. */
class IncidentTilesTest extends BrowserTest {

  /** About 70 m: more than a mark takes up at the zoom of the test. */
  private static final long APART = 7000;

  @Test
  void theyComeAsTilesAndOneThatIsChosenIsMeantExactly() {
    LatticePoint lone = lone();
    try (MapPage map = chromium.desk(demo)) {
      List<String> asked = new ArrayList<>();
      map.page.onRequest(request -> asked.add(request.url()));
      map.open(String.format(Locale.ROOT, "#/dispatch?m=18/%.7f/%.7f", lone.lat(), lone.lon()));
      map.awaitQuiet();
      assertThat(asked).anyMatch(url -> url.contains("/tiles/incidents/"));
      assertThat(asked).noneMatch(url -> url.contains("/incidents/points"));
      Locator box = map.page.locator("#map");
      double x = box.boundingBox().x + box.boundingBox().width / 2;
      double y = box.boundingBox().y + box.boundingBox().height / 2;
      map.page.mouse().move(x + 2, y + 1);
      assertThat(map.page.locator(".tip")).isVisible();
      map.page.mouse().click(x + 2, y + 1);
      String place = String.format(Locale.ROOT, "place=%.7f,%.7f", lone.lat(), lone.lon());
      // The browser matches, and it knows no quotes.
      assertThat(map.page).hasURL(Pattern.compile(place.replace(".", "\\.")));
      assertThat(map.complaints()).isEmpty();
    }
  }

  @Test
  void aFilterLeavesOutWhatItLeavesOut() {
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/dispatch");
      map.awaitQuiet();
      assertThat(painted(map)).isPositive();
      map.page.evaluate("location.hash = '#/dispatch?from=1990-01-01&to=1990-01-02'");
      map.awaitQuiet();
      assertThat(painted(map)).isZero();
      map.page.evaluate("location.hash = '#/dispatch'");
      map.awaitQuiet();
      assertThat(painted(map)).isPositive();
    }
  }

  /** The place of an incident beside which there is no other. */
  private LatticePoint lone() {
    List<LatticePoint> places = new ArrayList<>();
    demo.store.incidents().places(IncidentStore.Query.ALL, places::add);
    return places.stream()
        .filter(place -> places.stream().filter(other -> areNear(place, other)).count() == 1)
        .findFirst()
        .orElseThrow();
  }

  private static boolean areNear(LatticePoint a, LatticePoint b) {
    return Math.abs((long) a.x() - b.x()) < APART && Math.abs((long) a.y() - b.y()) < APART;
  }

  private static int painted(MapPage map) {
    Object pixels =
        map.page.evaluate(
            """
            async () => {
              for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
              const canvas = document.querySelector('.leaflet-points-pane canvas');
              const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
              copy.drawImage(canvas, 0, 0);
              const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
              let painted = 0;
              for (let i = 3; i < data.length; i += 4) painted += data[i] > 0 ? 1 : 0;
              return painted;
            }\
            """);
    return ((Number) pixels).intValue();
  }
}
