package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a planner has drawn or typed is not lost without a word, and what was refused does not stay.
 */
class KeptWorkTest extends BrowserTest {

  private static final String REFUSED =
      """
      {"type":"about:blank","status":422,"code":"refused","reason":"overlap",
      "detail":"units would overlap; keep clear","place":{"type":"Polygon","coordinates":[[
      [%1$.6f,%2$.6f],[%3$.6f,%2$.6f],[%3$.6f,%4$.6f],[%1$.6f,%2$.6f]]]}}\
      """;

  private Plan plan;
  private DraftClient drafts;
  private Crossing crossing;
  private MapPage map;
  private long draft;

  @BeforeEach
  void aDraftOfThePlanInForce() {
    plan = demo.city.plan();
    crossing = Crossing.in(plan, 0);
    drafts = new DraftClient(demo.root());
    draft = drafts.create("kept");
    map = chromium.desk(demo);
  }

  @AfterEach
  void onlyTheServerWasComplainedAbout() {
    map.close();
    assertThat(map.complaints()).allMatch(said -> said.contains("Failed to load resource"));
  }

  @Test
  void aRefusedDrawingDisappearsWithEscapeAnotherToolAndAnotherLevel() {
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    map.page.route("**/edits", route -> answer(route, 422, refusal()));
    List<Runnable> ways =
        List.of(
            () -> map.page.keyboard().press("Escape"),
            () -> page.tool("merge"),
            () -> map.page.keyboard().press("["));
    for (Runnable way : ways) {
      map.page.mouse().move(5, 5);
      assertThat(drawnInFront()).isZero();
      page.tool("split");
      page.click(crossing.line());
      page.part("sketch-finish").click();
      assertThat(map.page.locator(".toast")).containsText("keep clear");
      map.page.mouse().move(5, 5);
      assertThat(drawnInFront()).as("the place of the refusal").isPositive();
      way.run();
      assertThat(drawnInFront()).isZero();
    }
  }

  @Test
  void leavingADraftWithUnsentEditsSaysSo() {
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    map.page.route("**/edits", Route::abort);
    page.click(List.of(crossing.middle()));
    page.part("unit-rename").click();
    page.part("dialog-text").fill("Market");
    page.part("dialog-yes").click();
    assertThat(page.part("saving")).hasAttribute("data-saving", "unsaved");
    page.part("draft-leave").click();
    assertThat(page.part("confirm-dialog")).containsText("1 change has not reached the server");
    map.page.keyboard().press("Escape");
    assertThat(page.part("draft-head")).isVisible();
    map.part("workspace-dispatch").click();
    assertThat(map.page.locator(".toast")).containsText("not saved yet");
    map.part("workspace-zoning").click();
    page.part("draft-leave").click();
    page.part("confirm").click();
    assertThat(map.part("draft-list")).containsText("1 change is not saved");
    map.page.unroute("**/edits");
    map.part("draft-list")
        .getByRole(AriaRole.BUTTON)
        .filter(new Locator.FilterOptions().setHasText("not saved"))
        .click();
    page.awaitSaved();
    assertThat(page.part("undo")).isEnabled();
    drafts.awaitKinds(draft, "rename");
  }

  @Test
  void aDialogKeepsWhatWasTyped() {
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    page.part("draft-more").click();
    page.part("draft-describe").click();
    page.part("dialog-text").fill("For the council of May.");
    map.page.keyboard().press("Escape");
    assertThat(page.part("dialog-text")).hasCount(0);
    page.part("draft-describe").click();
    assertThat(page.part("dialog-text")).hasValue("For the council of May.");
    AtomicBoolean away = new AtomicBoolean(true);
    map.page.route(
        "**/drafts/" + draft,
        route -> {
          if (away.get() && route.request().method().equals("PATCH")) {
            answer(route, 503, "{\"status\":503,\"code\":\"store\",\"detail\":\"away\"}");
          } else {
            route.resume();
          }
        });
    page.part("dialog-yes").click();
    assertThat(map.page.locator("dialog[open] .form-wrong")).not().isEmpty();
    assertThat(page.part("dialog-text")).hasValue("For the council of May.");
    away.set(false);
    page.part("dialog-yes").click();
    assertThat(page.part("dialog-text")).hasCount(0);
    assertThat(page.part("draft-head")).containsText("For the council of May.");
    page.part("draft-describe").click();
    page.part("dialog-text").fill("");
    map.page.keyboard().press("Escape");
  }

  @Test
  void backAndForwardGoFromStateToState() {
    map.open("#/zoning");
    map.part("draft-list").getByRole(AriaRole.BUTTON).first().click();
    assertThat(map.part("draft-head")).isVisible();
    map.part("workspace-hotspots").click();
    assertThat(map.part("total")).isVisible();
    map.page.goBack();
    assertThat(map.part("draft-head")).isVisible();
    map.page.goBack();
    assertThat(map.part("draft-list")).isVisible();
    assertThat(map.part("draft-head")).hasCount(0);
    map.page.goForward();
    assertThat(map.part("draft-head")).isVisible();
    assertThat(map.hash()).contains("draft=");
  }

  /** How many pixels are painted where selections, findings and refusals stand out. */
  private int drawnInFront() {
    Object pixels =
        map.page.evaluate(
            """
            async () => {
              for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
              let painted = 0;
              for (const canvas of document.querySelectorAll('.leaflet-selection-pane canvas')) {
                const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
                copy.drawImage(canvas, 0, 0);
                const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
                for (let i = 3; i < data.length; i += 4) painted += data[i] > 0 ? 1 : 0;
              }
              return painted;
            }\
            """);
    return ((Number) pixels).intValue();
  }

  private String refusal() {
    double lon = crossing.middle().lon();
    double lat = crossing.middle().lat();
    return REFUSED.formatted(lon, lat, lon + 0.0005, lat + 0.0005);
  }

  private static void answer(Route route, int status, String body) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/problem+json")
            .setBody(body));
  }
}
