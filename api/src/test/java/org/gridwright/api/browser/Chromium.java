package org.gridwright.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, without a window. Where there is none, tests are skipped with the
 * reason printed; on a build server (environment variable {@code CI} is {@code true}) they fail.
 */
final class Chromium implements AutoCloseable {

  /** Patience for a busy machine; a passing check does not wait. */
  private static final double TIMEOUT_MILLIS = 30_000;

  private static final List<String> QUIETLY =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium launch() {
    Path executable = Path.of(System.getProperty("gridwright.chromium", "/usr/bin/chromium"));
    if (!Files.isExecutable(executable)) {
      String reason =
          "Browser tests need Chromium, and "
              + executable
              + " is not there. Install it, or name another with -Dgridwright.chromium=PATH.";
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(reason);
      }
      System.out.println(reason);
      Assumptions.abort(reason);
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
      return new Chromium(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(QUIETLY)));
    } catch (PlaywrightException failed) {
      playwright.close();
      throw failed;
    }
  }

  /** A window of a desk. */
  MapPage desk(ServedDemo city) {
    return window(city, 1280, 800);
  }

  /** A window with nothing remembered from others. Sizes in CSS pixels. */
  MapPage window(ServedDemo city, int width, int height) {
    return window(city.root(), width, height);
  }

  /** A window on whatever is served there. */
  MapPage window(URI root, int width, int height) {
    return new MapPage(browser.newContext(MapPage.options(width, height)), root, TIMEOUT_MILLIS);
  }

  /** A phone that shows whatever is served there. */
  MapPage phone(URI root) {
    return new MapPage(
        browser.newContext(MapPage.options(375, 760).setHasTouch(true).setIsMobile(true)),
        root,
        TIMEOUT_MILLIS);
  }

  /** A phone: 375 pixels wide, touched by fingers. */
  MapPage phone(ServedDemo city) {
    return phone(city.root());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
