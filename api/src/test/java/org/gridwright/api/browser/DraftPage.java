package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import org.gridwright.core.lattice.LatticePoint;

/** A draft on the map, close around a place, with real pointers. */
final class DraftPage {

  /** Close enough that corners are apart, far enough that a grid is seen whole. */
  private static final int ZOOM = 17;

  final MapPage map;
  private final LatticePoint middle;

  private final int zoom;

  private DraftPage(MapPage map, LatticePoint middle, int zoom) {
    this.map = map;
    this.zoom = zoom;
    this.middle = middle;
  }

  static DraftPage open(MapPage map, long draft, LatticePoint around) {
    return open(map, draft, around, ZOOM);
  }

  static DraftPage open(MapPage map, long draft, LatticePoint around, int zoom) {
    return open(map, "draft=" + draft, around, zoom);
  }

  /** Where there are several themes, a draft is opened with its own. */
  static DraftPage open(MapPage map, long draft, String theme, LatticePoint around) {
    return open(map, "theme=" + theme + "&draft=" + draft, around, ZOOM);
  }

  private static DraftPage open(MapPage map, String what, LatticePoint around, int zoom) {
    // The address keeps five decimals.
    LatticePoint middle =
        LatticePoint.ofDegrees(
            Math.round(around.lon() * 1e5) / 1e5, Math.round(around.lat() * 1e5) / 1e5);
    map.open(
        String.format(
            Locale.ROOT, "#/zoning?m=%s/%.5f/%.5f&%s", zoom, middle.lat(), middle.lon(), what));
    DraftPage page = new DraftPage(map, middle, zoom);
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

  /** A finger touches each place for a moment. */
  void tap(List<LatticePoint> places) {
    for (LatticePoint place : places) {
      double[] pixel = pixel(place);
      map.page.touchscreen().tap(pixel[0], pixel[1]);
    }
  }

  /** A finger goes from one place to another. */
  void dragByFinger(LatticePoint from, LatticePoint to) {
    double[] start = pixel(from);
    double[] end = pixel(to);
    CDPSession finger = map.page.context().newCDPSession(map.page);
    finger.send("Input.dispatchTouchEvent", touch("touchStart", start, start, 0));
    for (int step = 1; step <= 8; step++) {
      finger.send("Input.dispatchTouchEvent", touch("touchMove", start, end, step / 8.0));
    }
    JsonObject lifted = new JsonObject();
    lifted.addProperty("type", "touchEnd");
    lifted.add("touchPoints", new JsonArray());
    finger.send("Input.dispatchTouchEvent", lifted);
    finger.detach();
  }

  private static JsonObject touch(String type, double[] start, double[] end, double part) {
    JsonObject point = new JsonObject();
    point.addProperty("x", start[0] + (end[0] - start[0]) * part);
    point.addProperty("y", start[1] + (end[1] - start[1]) * part);
    JsonArray points = new JsonArray();
    points.add(point);
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    return event;
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

  /** Whether a part of the page lies over a place of the map. */
  boolean isOver(String testId, LatticePoint place) {
    double[] pixel = pixel(place);
    var box = map.part(testId).boundingBox();
    return box.x <= pixel[0]
        && pixel[0] <= box.x + box.width
        && box.y <= pixel[1]
        && pixel[1] <= box.y + box.height;
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
    double world = 256 * Math.pow(2, zoom);
    double x = (place.lon() - middle.lon()) / 360 * world;
    double y = (mercator(middle.lat()) - mercator(place.lat())) * world;
    return new double[] {box.x + box.width / 2 + x, box.y + box.height / 2 + y};
  }

  private static double mercator(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    return Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }
}
