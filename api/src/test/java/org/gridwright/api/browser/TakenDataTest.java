package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Rows that are taken away from the map as files. */
class TakenDataTest extends BrowserTest {

  private static final Pattern CSV = Pattern.compile("Download service-grids-grid-.*\\.csv");

  @Test
  void theSizeIsToldBeforeAndTheFileIsThere() throws IOException {
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/zoning");
      map.awaitQuiet();
      map.part("take-away-open").click();
      assertThat(map.part("take-size")).hasText(Pattern.compile("122 rows, [0-9.]+ [kM]B"));
      map.part("take-format").selectOption("csv");
      map.part("take-write").click();
      Locator file = map.part("taken-files").getByText(CSV);
      Download saved = map.page.waitForDownload(file::click);
      assertThat(saved.suggestedFilename()).endsWith(".csv");
      assertThat(Files.readAllLines(saved.path())).hasSize(123);
      assertThat(map.complaints()).isEmpty();
    }
  }

  @Test
  void ofWhatTheMapShowsAreTheRowsInView() throws IOException {
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/zoning");
      map.awaitQuiet();
      map.part("take-away-open").click();
      map.part("take-layer").selectOption("addresses");
      assertThat(map.part("take-size")).containsText("rows");
      String all = map.part("take-size").textContent();
      map.page.keyboard().press("Escape");
      map.page.getByLabel("Zoom in").click();
      map.page.getByLabel("Zoom in").click();
      map.awaitQuiet();
      map.part("take-away-open").click();
      map.part("take-layer").selectOption("addresses");
      map.part("take-part").selectOption("view");
      assertThat(map.part("take-size")).not().hasText(all);
      assertThat(map.part("take-size")).containsText("rows");
      map.part("take-write").click();
      Locator file = map.part("taken-files").getByText("Download addresses.geojson").first();
      Download saved = map.page.waitForDownload(file::click);
      JsonNode features =
          new ObjectMapper().readTree(Files.readString(saved.path())).get("features");
      int rows = Integer.parseInt(map.part("take-size").textContent().replaceAll(" rows.*|,", ""));
      assertThat(features.size()).isEqualTo(rows).isPositive();
    }
  }

  @Test
  void theFieldsThatAreWantedAreThoseOfTheFile() throws IOException {
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/zoning");
      map.awaitQuiet();
      map.part("take-away-open").click();
      map.part("take-layer").selectOption("addresses");
      map.part("take-format").selectOption("csv");
      map.part("take-columns").fill("text,nothing");
      map.part("take-columns").blur();
      assertThat(map.part("take-size")).containsText("nothing");
      assertThat(map.part("take-write")).isDisabled();
      map.part("take-columns").fill("text");
      map.part("take-columns").blur();
      assertThat(map.part("take-size")).containsText("rows");
      map.part("take-write").click();
      Locator file = map.part("taken-files").getByText("Download addresses.csv");
      Download saved = map.page.waitForDownload(() -> file.first().click());
      String head = Files.readAllLines(saved.path()).get(0);
      assertThat(head).contains("text").doesNotContain("id,");
    }
  }

  @Test
  void aFileThatWasAskedForIsThereAfterThePageWasClosed() {
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/zoning");
      map.awaitQuiet();
      map.part("take-away-open").click();
      map.part("take-layer").selectOption("officers");
      assertThat(map.part("take-size")).containsText("rows");
      map.part("take-write").click();
      assertThat(map.part("taken-files")).containsText("officers.geojson");
    }
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/zoning");
      map.awaitQuiet();
      map.part("take-away-open").click();
      Locator files = map.part("taken-files").getByText("Download service-grids-officers.geojson");
      int before = files.count();
      assertThat(files.first()).isVisible();
      map.page.getByLabel("Remove service-grids-officers.geojson").first().click();
      assertThat(files).hasCount(before - 1);
    }
  }
}
