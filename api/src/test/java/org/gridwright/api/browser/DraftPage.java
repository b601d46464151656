package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import org.gridwright.core.lattice.LatticePoint;

/** A draft on the map, close around a place, with real pointers. */
final class DraftPage {

  /** Close enough that corners are apart, far enough that a grid is seen whole. */
  private static final double ZOOM = 17;

  final MapPage map;
  private final LatticePoint middle;

  private DraftPage(MapPage map, LatticePoint middle) {
    this.map = map;
    this.middle = middle;
  }

  static DraftPage open(MapPage map, long draft, LatticePoint around) {
    // The address keeps five decimals.
    LatticePoint middle =
        LatticePoint.ofDegrees(
            Math.round(around.lon() * 1e5) / 1e5, Math.round(around.lat() * 1e5) / 1e5);
    map.open(
        String.format(
            Locale.ROOT,
            "#/zoning?m=%s/%.5f/%.5f&draft=%d",
            ZOOM,
            middle.lat(),
            middle.lon(),
            draft));
    DraftPage page = new DraftPage(map, middle);
    page.awaitSaved();
    assertThat(map.page.locator(".skeleton")).hasCount(0);
    return page;
  }

  Locator part(String testId) {
    return map.part(testId);
  }

  Locator findings() {
    return map.part("findings").getByRole(AriaRole.BUTTON);
  }

  void tool(String id) {
    map.part("tool-" + id).click();
    assertThat(map.part("tool-" + id)).hasAttribute("aria-pressed", "true");
  }

  /** A click at each place. */
  void click(List<LatticePoint> places) {
    for (LatticePoint place : places) {
      double[] pixel = pixel(place);
      map.page.mouse().move(pixel[0], pixel[1]);
      map.page.mouse().click(pixel[0], pixel[1]);
    }
  }

  /** Takes hold at a place and goes to another, without letting go. */
  void take(LatticePoint from, LatticePoint to) {
    double[] start = pixel(from);
    map.page.mouse().move(start[0], start[1]);
    map.page.mouse().down();
    go(to);
  }

  void go(LatticePoint to) {
    double[] end = pixel(to);
    map.page.mouse().move(end[0], end[1], new Mouse.MoveOptions().setSteps(8));
  }

  void drop() {
    map.page.mouse().up();
  }

  void awaitSaved() {
    assertThat(map.part("saving")).hasAttribute("data-saving", "saved");
  }

  /** Pixels of the window, after Web Mercator with 256 pixels at zoom 0. */
  private double[] pixel(LatticePoint place) {
    var box = map.part("map").boundingBox();
    double world = 256 * Math.pow(2, ZOOM);
    double x = (place.lon() - middle.lon()) / 360 * world;
    double y = (mercator(middle.lat()) - mercator(place.lat())) * world;
    return new double[] {box.x + box.width / 2 + x, box.y + box.height / 2 + y};
  }

  private static double mercator(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    return Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }
}
