package org.gridwright.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/**
 * Tiles of the plan in force lie in the browser's cache: counted at the server, not in the page.
 */
class KeptTilesTest extends BrowserTest {

  @Test
  void whoComesAgainAsksForNoTileAndNoTable() throws Exception {
    try (MapPage map = chromium.desk(demo)) {
      map.open("");
      map.awaitQuiet();
      double before = tilesAskedFor();
      map.page.reload();
      map.awaitQuiet();
      assertThat(before).isPositive();
      assertThat(tilesAskedFor()).isEqualTo(before);
      Object tables =
          map.page.evaluate(
              "() => performance.getEntriesByType('resource')"
                  + ".filter(({ name }) => name.includes('/table.json'))"
                  + ".map(({ transferSize }) => transferSize)"
                  + ".join()");
      assertThat(tables.toString()).matches("0(,0)+");
    }
  }

  /** As the server counts them, kept in its own memory or not. */
  private static double tilesAskedFor() throws IOException, InterruptedException {
    String metrics =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(demo.root().resolve("/metrics")).build(),
                BodyHandlers.ofString())
            .body();
    return metrics
        .lines()
        .filter(line -> line.startsWith("gridwright_tiles_total{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }
}
