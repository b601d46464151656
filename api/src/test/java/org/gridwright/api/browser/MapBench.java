package org.gridwright.api.browser;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How smooth the map of a city is that is served already, by turns with an empty Leaflet map in the
 * same browser: frames a second, the longest frame, and tasks of the page's thread over 50 ms,
 * while it is dragged, pointed at and zoomed into; and when its first picture was there. Arguments:
 * the server's address, rounds. Run by {@code scripts/bench map}.
 */
public final class MapBench {

  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final double PATIENCE = 180_000;
  private static final int STEPS = 40;
  private static final int ZOOMS = 3;
  private static final int SETTLE = 900;
  private static final Path LEAFLET = Path.of("web", "node_modules", "leaflet", "dist");

  private static final String WATCH =
      """
      () => {
        const log = (window.benchLog = { frames: [], tasks: [], last: 0 });
        const tick = at => {
          if (log.last) log.frames.push(at - log.last);
          log.last = at;
          log.raf = requestAnimationFrame(tick);
        };
        log.raf = requestAnimationFrame(tick);
        const took = list => log.tasks.push(...list.getEntries().map(it => it.duration));
        log.observer = new PerformanceObserver(took);
        log.observer.observe({ type: 'longtask' });
      }\
      """;

  private static final String TELL =
      """
      () => {
        const { frames, tasks, raf, observer } = benchLog;
        cancelAnimationFrame(raf);
        tasks.push(...observer.takeRecords().map(it => it.duration));
        observer.disconnect();
        const sum = frames.reduce((a, b) => a + b, 0);
        return { fps: 1000 * frames.length / sum, worst: Math.max(...frames), tasks };
      }\
      """;

  private MapBench() {}

  public static void main(String[] arguments) throws IOException {
    URI root = URI.create(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    try (Chromium chromium = Chromium.launch()) {
      for (int round = 0; round < rounds; round++) {
        try (MapPage map = chromium.window(root, WIDTH, HEIGHT)) {
          moving(map.page);
          map.page.setContent(emptyMap());
          run("empty", map.page);
        }
        try (MapPage map = chromium.window(root, WIDTH, HEIGHT)) {
          moving(map.page);
          map.open("");
          Object drawn = map.page.evaluate("() => Math.round(performance.now())");
          System.out.println("city: drawn after " + drawn + " ms at most");
          map.awaitQuiet();
          run("city", map.page);
          System.out.println("city: heap " + map.page.evaluate(heap()) + " MB");
        }
      }
    }
  }

  /** As most people have it: what zooms moves. */
  private static void moving(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
  }

  private static String heap() {
    return "() => Math.round(performance.memory.usedJSHeapSize / 1e6)";
  }

  private static String emptyMap() throws IOException {
    return "<!doctype html><style>"
        + Files.readString(LEAFLET.resolve("leaflet.css"))
        + "html,body,#map{height:100%;margin:0}</style><div id=map></div><script>"
        + Files.readString(LEAFLET.resolve("leaflet.js"))
        + "</script><script>L.map('map').setView([30.6,114.3],11)</script>";
  }

  private static void run(String what, Page page) {
    page.waitForTimeout(SETTLE);
    for (int closer = 0; closer <= 2 * ZOOMS; closer += ZOOMS) {
      print(what, closer, "dragged", page, () -> drag(page));
      print(what, closer, "pointed at", page, () -> point(page));
      print(what, closer, "zoomed", page, () -> zoom(page));
    }
  }

  private static void print(String what, int closer, String how, Page page, Runnable act) {
    page.evaluate(WATCH);
    act.run();
    Map<?, ?> told = (Map<?, ?>) page.evaluate(TELL);
    System.out.printf(
        Locale.ROOT,
        "%s, %d steps closer, %s: %.1f frames a second, longest %.0f ms, tasks over 50 ms: %s%n",
        what,
        closer,
        how,
        number(told.get("fps")),
        number(told.get("worst")),
        ((List<?>) told.get("tasks")).stream().map(it -> Math.round(number(it))).toList());
  }

  private static double number(Object told) {
    return ((Number) told).doubleValue();
  }

  private static void drag(Page page) {
    for (int turn = 0; turn < 2 * ZOOMS; turn++) {
      int way = turn % 2 == 0 ? -1 : 1;
      double x = turn % 2 == 0 ? 1000 : 600;
      double y = turn % 2 == 0 ? 600 : 400;
      page.mouse().move(x, y);
      page.mouse().down();
      page.mouse().move(x + 400.0 * way, y + 200.0 * way, new Mouse.MoveOptions().setSteps(STEPS));
      page.mouse().up();
      page.waitForTimeout(SETTLE / 4.0);
    }
  }

  private static void point(Page page) {
    for (int i = 0; i < 4 * STEPS; i++) {
      page.mouse().move(700 + 400 * Math.sin(i / 9.0), 480 + 250 * Math.cos(i / 7.0));
    }
  }

  private static void zoom(Page page) {
    page.mouse().move(900, 480);
    for (int i = 0; i < ZOOMS; i++) {
      page.mouse().wheel(0, -100);
      page.waitForTimeout(SETTLE);
    }
  }
}
