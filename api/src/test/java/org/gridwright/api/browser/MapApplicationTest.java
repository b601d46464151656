package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.api.http.Json;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people do at a desk, with the mouse and with the keys. */
class MapApplicationTest extends BrowserTest {

  private static final Pattern POSITION = Pattern.compile("(-?\\d+\\.\\d{6}), (-?\\d+\\.\\d{6})");

  private MapPage map;

  @BeforeEach
  void newWindow() {
    map = chromium.desk(demo);
  }

  @AfterEach
  void nothingToComplainAbout() {
    List<String> complaints = map.complaints();
    map.close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void theMapShowsTheGridsInTheirColours() {
    map.open("");
    assertThat(map.page).hasTitle("Yunjin · Gridwright");
    assertThat(map.part("legend")).containsText("Grid boundary");
    MapPage.Painting painting = map.painting();
    assertThat(painting.share()).isBetween(0.05, 0.95);
    assertThat(painting.colours()).isGreaterThan(10);
  }

  @Test
  void aClickNamesTheGridAndItsWholePath() {
    map.open("#/dispatch?layers=-incidents");
    map.part("map").click();
    assertThat(map.part("answer")).containsText("Position");
    Matcher position = POSITION.matcher(map.part("answer").innerText());
    assertThat(position.find()).isTrue();
    LatticePoint clicked =
        LatticePoint.ofDegrees(
            Double.parseDouble(position.group(1)), Double.parseDouble(position.group(2)));
    String grid = demo.gridAt(clicked);
    assertThat(map.answeredGrid()).hasText(grid);
    assertThat(map.part("answer-path").locator(".path-level").allInnerTexts())
        .containsExactly("City", "District", "Subdistrict", "Community", "Grid");
    for (Locator step : map.part("answer-path").getByRole(AriaRole.BUTTON).all()) {
      assertThat(step.innerText()).isNotBlank();
    }
    map.part("answer-path").getByRole(AriaRole.BUTTON).last().click();
    assertThat(map.part("inspector")).containsText(grid);
  }

  @Test
  void typedCoordinatesAreLocated() {
    Address address = demo.address();
    map.open("");
    map.search(address.place().lon() + ", " + address.place().lat());
    map.page.keyboard().press("Enter");
    assertThat(map.answeredGrid()).hasText(demo.gridAt(address.place()));
  }

  @Test
  void anAddressIsSuggestedAndPutOnTheMap() {
    Address address = demo.address();
    String english = address.text().replaceAll(".*\\((.*)\\)", "$1");
    map.open("");
    map.search(english);
    Locator first = map.page.locator("[role=option]").first();
    assertThat(first).containsText(english);
    first.click();
    assertThat(map.part("answer")).containsText(english);
    assertThat(map.answeredGrid()).hasText(demo.gridAt(address.place()));
  }

  @Test
  void theThreeWorkspacesTakeTurns() {
    map.open("");
    for (String name : List.of("Dispatch", "Hotspots", "Zoning")) {
      map.part("workspace-" + name.toLowerCase(Locale.ROOT)).click();
      assertThat(map.part("panel").getByRole(AriaRole.HEADING).first()).hasText(name);
      assertThat(map.page.locator("[aria-current=page]")).hasText(name);
    }
    assertThat(map.part("findings-summary")).containsText("0 blocking");
  }

  @Test
  void aRecordedIncidentIsListedAndStored() {
    LatticePoint place = demo.address().place();
    map.open("#/dispatch?place=" + place.lat() + "," + place.lon());
    map.part("new-category").selectOption("noise");
    map.part("record").click();
    assertThat(map.part("recorded")).containsText("Recorded as");
    String id = map.part("recorded").innerText().replaceAll("Recorded as ([^,]+),.*", "$1");
    Locator newest = map.part("incidents").getByRole(AriaRole.LISTITEM).first();
    assertThat(newest).containsText("Noise");
    assertThat(newest.getByTitle(demo.gridAt(place))).containsText("Given to Grid ");
    Incident stored = demo.store.incidents().find(id).orElseThrow();
    assertThat(stored.category()).isEqualTo("noise");
    assertThat(stored.place()).isEqualTo(place);
    assertThat(stored.given()).isNotNull();
    assertThat(stored.given().code()).isEqualTo(demo.gridAt(place));
  }

  @Test
  void hotspotsAreCountsAndSaySo() {
    map.open("#/hotspots");
    long total = demo.store.incidents().count(IncidentStore.Query.ALL);
    assertThat(map.part("total"))
        .containsText(NumberFormat.getIntegerInstance(Locale.UK).format(total) + " incidents");
    assertThat(map.part("panel")).containsText("Counts, not significance.");
    assertThat(map.part("legend")).containsText("Counts, not significance.");
    assertThat(map.part("ranking").getByRole(AriaRole.LISTITEM)).hasCount(25);
  }

  /** What the page says is what the API says; another measure is another question. */
  @Test
  void whichAreasStandOutIsTested() {
    map.open("#/hotspots");
    map.part("claim").selectOption("gistar");
    assertThat(map.part("claims")).containsText("What do the colours claim?");
    assertThat(map.page).hasURL(Pattern.compile(".*claim=gistar.*"));
    JsonNode told = hotspots("{\"level\":\"grid\"}");
    assertThat(map.part("total")).hasText(standingOut(told));
    assertThat(map.part("claims"))
        .containsText(told.get("warnings").get(0).get("message").asString().substring(1));
    for (var each : told.get("classes").properties()) {
      assertThat(map.part("legend-classes")).containsText(each.getValue().asInt() + " areas");
    }
    map.part("measure").selectOption("perThousandAddresses");
    JsonNode rates = hotspots("{\"level\":\"grid\",\"over\":\"addresses\",\"value\":\"rate\"}");
    assertThat(map.part("total")).hasText(standingOut(rates));
    assertThat(map.part("claimed").getByRole(AriaRole.LISTITEM))
        .hasCount((int) Math.min(25, claimed(rates)));
    map.part("claim").selectOption("none");
    assertThat(map.part("panel")).containsText("Counts, not significance.");
  }

  private JsonNode hotspots(String question) {
    return Json.MAPPER.readTree(
        map.page
            .request()
            .post(
                demo.root() + "api/v1/hotspots",
                RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setData(question))
            .text());
  }

  private static long claimed(JsonNode told) {
    return told.get("places")
        .valueStream()
        .filter(place -> place.get("class").asString().matches(".*-9\\d"))
        .count();
  }

  private static String standingOut(JsonNode told) {
    return "Standing out: " + claimed(told) + " of " + told.get("tested").asInt() + " areas.";
  }

  @Test
  void aLinkBringsTheSameViewBack() {
    map.open("#/hotspots");
    map.page.getByLabel("Hexagons").check();
    map.page.getByLabel("Zoom in").click();
    map.category().selectOption("noise");
    assertThat(map.part("total")).containsText("incidents");
    assertThat(map.page).hasURL(Pattern.compile(".*category=noise.*by=hex.*"));
    String link = map.hash();
    try (MapPage again = chromium.desk(demo)) {
      again.open(link);
      assertThat(again.part("total")).hasText(map.part("total").innerText());
      assertThat(again.hash()).isEqualTo(link);
      assertThat(again.page.getByLabel("Hexagons")).isChecked();
      assertThat(again.category()).hasValue("noise");
      assertThat(again.complaints()).isEmpty();
    }
  }

  @Test
  void theKeyboardAloneReachesTheSearchAndLocates() {
    LatticePoint place = demo.address().place();
    map.open("");
    Locator search = map.part("search");
    int steps = 0;
    while (!(Boolean) search.evaluate("field => field === document.activeElement")) {
      map.page.keyboard().press("Tab");
      assertThat(++steps).as("steps to the search field").isLessThan(60);
    }
    map.page.keyboard().type(place.lon() + ", " + place.lat());
    map.page.keyboard().press("Enter");
    assertThat(map.answeredGrid()).hasText(demo.gridAt(place));
  }

  @Test
  void theKeyboardAloneMovesTheMapAndLocatesItsMiddle() {
    map.open("#/dispatch?layers=-incidents");
    map.page.keyboard().press("Tab");
    map.page.keyboard().press("Enter");
    assertThat(map.part("map")).isFocused();
    String before = map.hash();
    map.page.keyboard().press("ArrowRight");
    assertThat(map.page).not().hasURL(Pattern.compile(".*" + Pattern.quote(before)));
    map.page.keyboard().press("Enter");
    assertThat(map.part("answer-path").locator(".path-level")).hasCount(5);
  }
}
