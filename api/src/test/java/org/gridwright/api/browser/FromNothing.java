package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What tests of bringing files into an empty store have in common. */
@Tag("browser")
abstract class FromNothing {

  /** Findings of a draft that were asked for while it was published: then there is none. */
  private static final Pattern GONE =
      Pattern.compile("status of 404 .*/api/v1/drafts/\\d+/findings");

  static Chromium chromium;

  @TempDir Path folder;
  ServedNothing nothing;
  MapPage map;

  /** What the console tells of a request that is refused. */
  String refused = "";

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void quit() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void serve() throws Exception {
    nothing = ServedNothing.in(folder);
  }

  @AfterEach
  void nothingToComplainAbout() {
    if (map != null) { // a test whose data is not here opens none
      map.close();
    }
    nothing.close();
    if (map != null) {
      assertThat(map.complaints())
          .filteredOn(it -> refused.isEmpty() || !it.startsWith(refused))
          .filteredOn(it -> !GONE.matcher(it).find())
          .isEmpty();
    }
  }

  void open(String language, int width) {
    map =
        width < 720 ? chromium.phone(nothing.root()) : chromium.window(nothing.root(), width, 800);
    map.open("#/zoning?lang=" + language);
    assertThat(map.part("intake-drop")).isVisible();
    assertThat(map.part("first-steps")).isVisible();
  }

  void send(Path file) {
    map.part("intake-file").setInputFiles(file);
    assertThat(map.part("intake-fields")).isVisible();
  }

  void choose(String name, String content) {
    map.part("intake-file")
        .setInputFiles(
            new FilePayload(name, "application/x-any", content.getBytes(StandardCharsets.UTF_8)));
  }

  /** Looked at as it is: rules of WCAG, and on a phone room for fingers and nothing cut off. */
  void shot(String name) {
    assertThat(AccessibilityTest.violations(map)).as(name).isEmpty();
    if (map.page.viewportSize().width < 720) {
      Object small =
          map.page.evaluate(
              """
              () => [...document.querySelectorAll('.intake :is(button, select, summary, .check, input[type=text], input[type=number], input[type=date])')]
                .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
                .map(each => each.outerHTML)
                .concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : [])\
              """);
      assertThat((List<?>) small).as(name).isEmpty();
    }
    String folder = System.getProperty("gridwright.shots");
    if (folder != null) {
      map.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }
  }
}
