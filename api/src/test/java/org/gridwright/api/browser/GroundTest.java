package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gridwright.core.Pause;
import org.gridwright.core.lattice.LatticePoint;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The areas on the map: whose each place is, what an edit makes of it, and how it is taken away.
 */
class GroundTest extends BrowserTest {

  private static final int ZOOM = 16;
  private static final int PLACES = 30;

  @Test
  void whatThePointerIsOnIsWhatTheLocatorSays() {
    Crossroads crossing = Crossroads.in(demo.city.plan(), 2);
    try (MapPage map = chromium.desk(demo)) {
      map.open(at(crossing.corner()));
      map.awaitQuiet();
      Random random = new Random(14);
      Set<String> met = new HashSet<>();
      for (int i = 0; i < PLACES; i++) {
        double x = 680 + 500 * random.nextDouble(); // beside the legend
        double y = 180 + 500 * random.nextDouble();
        LatticePoint place = pointed(map, crossing.corner(), x, y);
        String grid = demo.gridNear(place);
        if (!grid.isEmpty()) {
          map.page.mouse().move(x, y);
          assertThat(map.page.locator(".tip")).containsText(grid);
          met.add(grid);
        }
      }
      assertThat(met).hasSizeGreaterThan(3);
    }
  }

  @Test
  void whatSomeoneElseDividesIsTwoAtOnce() {
    Crossing crossing = Crossing.in(demo.city.plan(), 6);
    DraftClient drafts = new DraftClient(demo.root());
    long draft = drafts.create("divided");
    try (MapPage map = chromium.desk(demo)) {
      DraftPage.open(map, draft, crossing.middle(), ZOOM);
      map.awaitQuiet();
      double[] pixel = pixelOfMiddle(map);
      // Some pixels to either side of the line.
      map.page.mouse().move(pixel[0], pixel[1] + 6);
      assertThat(map.page.locator(".tip")).containsText(crossing.grid());
      map.page.mouse().move(pixel[0], pixel[1] - 6);
      assertThat(map.page.locator(".tip")).containsText(crossing.grid());

      drafts.edit(draft, crossing.split());
      assertThat(map.part("undo")).isEnabled();
      map.awaitQuiet();
      // The draft is told of before its ground is painted.
      long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      Set<String> tips = tips(map, pixel);
      while (tips.size() < 2 && System.nanoTime() < until) {
        Pause.aMoment();
        tips = tips(map, pixel);
      }
      assertThat(tips).hasSize(2);
    }
  }

  /** What is told on either side of the line. */
  private static Set<String> tips(MapPage map, double[] pixel) {
    Set<String> tips = new HashSet<>();
    for (int aside = -6; aside <= 6; aside += 12) {
      map.page.mouse().move(5, 5);
      map.page.mouse().move(pixel[0], pixel[1] + aside);
      assertThat(map.page.locator(".tip")).isVisible();
      tips.add(map.page.locator(".tip").textContent());
    }
    return tips;
  }

  @Test
  void whereNoWorkerCanPaintThePageDoesSoItself() {
    Crossroads crossing = Crossroads.in(demo.city.plan(), 2);
    try (MapPage map = chromium.desk(demo)) {
      map.page.addInitScript("delete window.OffscreenCanvas");
      map.open(at(crossing.corner()));
      map.awaitQuiet();
      double[] middle = pixelOfMiddle(map);
      LatticePoint place = pointed(map, crossing.corner(), middle[0] + 40, middle[1] + 30);
      map.page.mouse().move(middle[0] + 40, middle[1] + 30);
      assertThat(map.page.locator(".tip")).containsText(demo.gridAt(place));
      assertThat(map.complaints()).isEmpty();
    }
  }

  @Test
  void thePictureHasTheMapWithLegendScaleAndDate() throws IOException {
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/zoning");
      map.awaitQuiet();
      map.part("take-away-open").click();
      assertThat(map.part("picture-title")).hasValue("Yunjin · Service grids · Grid");
      map.part("picture-title").fill("A / B");
      Download saved = map.page.waitForDownload(() -> map.part("picture-save").click());
      assertThat(saved.suggestedFilename()).isEqualTo("A-B.png");
      BufferedImage picture;
      try (var bytes = Files.newInputStream(saved.path())) {
        picture = ImageIO.read(bytes);
      }
      Number width = (Number) map.page.evaluate("document.querySelector('#map').clientWidth");
      assertThat(picture.getWidth()).isEqualTo(2 * (width.intValue() + 250 + 72));
      Set<Integer> colours = new HashSet<>();
      for (int x = 0; x < picture.getWidth(); x += 3) {
        for (int y = 0; y < picture.getHeight(); y += 3) {
          colours.add(picture.getRGB(x, y));
        }
      }
      assertThat(colours).as("tints, borders, names and paper").hasSizeGreaterThan(20);
    }
  }

  /** Read by the parser of the JDK; the shapes are counted against the plan. */
  @Test
  void asADrawingEachAreaIsAShapeAndEachWordIsText() throws Exception {
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/zoning");
      map.awaitQuiet();
      map.part("take-away-open").click();
      map.part("picture-title").fill("A & B");
      map.part("picture-size").selectOption("svg");
      Download saved = map.page.waitForDownload(() -> map.part("picture-save").click());
      assertThat(saved.suggestedFilename()).isEqualTo("A-&-B.svg");
      Document drawing =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(saved.path().toFile());
      long areas =
          elements(drawing, "path")
              .filter(it -> it.getAttribute("fill-opacity").equals("0.72"))
              .count();
      assertThat(areas).isEqualTo(demo.city.plan().grids().size());
      assertThat(elements(drawing, "text").map(Element::getTextContent))
          .contains("A & B", "Legend", "N");
    }
  }

  private static Stream<Element> elements(Document drawing, String name) {
    NodeList all = drawing.getElementsByTagName(name);
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
  }

  @Test
  void onPaperStandsTheSheetAlone() {
    try (MapPage map = chromium.desk(demo)) {
      map.open("#/zoning");
      map.awaitQuiet();
      map.page.evaluate(
          "() => { window.print = () => { document.body.dataset.printed = "
              + "[...document.body.children].filter(it => it.tagName !== 'SCRIPT')"
              + ".map(it => it.className + ' ' + document.body.className).join() } }");
      map.part("take-away-open").click();
      map.part("picture-print").click();
      assertThat(map.page.locator("body"))
          .hasAttribute("data-printed", Pattern.compile("printed printing"));
      assertThat(map.page.locator(".printed")).hasCount(0);
      assertThat(map.complaints()).isEmpty();
    }
  }

  private static String at(LatticePoint middle) {
    return String.format(Locale.ROOT, "#/zoning?m=%d/%.5f/%.5f", ZOOM, middle.lat(), middle.lon());
  }

  /** The middle of the map in pixels of the window. */
  private static double[] pixelOfMiddle(MapPage map) {
    Object middle =
        map.page.evaluate(
            "() => { const { left, top, width, height } ="
                + " document.querySelector('#map').getBoundingClientRect();"
                + " return [left + width / 2, top + height / 2] }");
    return ((List<?>) middle).stream().mapToDouble(it -> ((Number) it).doubleValue()).toArray();
  }

  /** The place at a pixel of the window, when the map's middle is a known one. */
  private static LatticePoint pointed(MapPage map, LatticePoint middle, double x, double y) {
    double[] at = pixelOfMiddle(map);
    double world = 256 * Math.pow(2, ZOOM);
    double lon = Math.round(middle.lon() * 1e5) / 1e5 + (x - at[0]) / world * 360;
    double lat0 = Math.toRadians(Math.round(middle.lat() * 1e5) / 1e5);
    double north = Math.log(Math.tan(Math.PI / 4 + lat0 / 2)) - (y - at[1]) / world * 2 * Math.PI;
    return LatticePoint.ofDegrees(
        lon, Math.toDegrees(2 * Math.atan(Math.exp(north)) - Math.PI / 2));
  }
}
