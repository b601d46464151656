package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server goes away while the map is open. */
@Tag("browser")
class OutageTest {

  @TempDir static Path folder;

  @Test
  void aBannerSaysThatTheServerIsAwayUntilItIsBack() {
    try (Chromium chromium = Chromium.launch();
        ServedDemo demo = ServedDemo.in(folder);
        MapPage map = chromium.desk(demo)) {
      map.open("#/dispatch");
      map.awaitQuiet();
      assertThat(map.part("banner")).isHidden();
      double before = map.painting().share();

      demo.stop();
      map.part("workspace-hotspots").click();
      assertThat(map.part("banner")).containsText("The server can not be reached.");
      assertThat(map.painting().share()).as("what was drawn stays").isEqualTo(before);

      demo.restart();
      map.part("banner").getByRole(AriaRole.BUTTON).click();
      assertThat(map.part("banner")).isHidden();
      assertThat(map.part("total")).containsText("incidents");
      assertThat(map.complaints())
          .allMatch(complaint -> complaint.startsWith("error: Failed to load resource: "));
    }
  }
}
