package org.gridwright.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Windows of the Chromium of this machine, which starts with the first use, without a window, and
 * ends with the JVM: starting one costs more than most tests. What windows remember is their own.
 * Where there is no Chromium, tests are skipped with the reason printed; on a build server
 * (environment variable {@code CI} is {@code true}) they fail.
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

  private static @Nullable Playwright playwright;
  private static @Nullable Browser running;

  private final Browser browser;

  private Chromium(Browser browser) {
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
    return new Chromium(running(executable));
  }

  /** The one that runs; another where it has crashed. */
  private static Browser running(Path executable) {
    if (playwright == null) {
      Playwright started =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
      playwright = started;
    }
    if (running == null || !running.isConnected()) {
      running =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(QUIETLY));
    }
    return running;
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

  /** Closes the windows that are still open. */
  @Override
  public void close() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
  }
}
