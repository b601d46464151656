package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** A file of assignments is looked at in the map, brought in, and taken back by one undo. */
class AssignmentsTest extends BrowserTest {

  private DraftClient drafts;
  private Unit grid;
  private Unit other;
  private MapPage map;
  private long draft;

  /** A grid, and a community beside it; that which it is in stays in one part without it. */
  @BeforeEach
  void begin() {
    drafts = new DraftClient(demo.root());
    draft = drafts.create("assigned");
    Plan plan = demo.city.plan();
    int above = plan.theme().gridLevel().depth() - 1;
    for (Unit each : plan.grids()) {
      Unit own = plan.unit(above, each.parentCode()).orElseThrow();
      if (isOnePart(own, each, OverlayNG.DIFFERENCE)) {
        for (Unit community : plan.units(above)) {
          if (!community.equals(own) && isOnePart(community, each, OverlayNG.UNION)) {
            grid = each;
            other = community;
          }
        }
      }
    }
    map = chromium.desk(demo);
  }

  @AfterEach
  void nothingToComplainAbout() {
    map.close();
  }

  private static boolean isOnePart(Unit unit, Unit grid, int operation) {
    if (!unit.drawnArea().envelope().intersects(grid.drawnArea().envelope())) {
      return false;
    }
    Geometry after =
        OverlayNGRobust.overlay(
            LatticeJts.toSteps(unit.drawnArea()), LatticeJts.toSteps(grid.drawnArea()), operation);
    return !after.isEmpty() && after.getNumGeometries() == 1;
  }

  private static FilePayload csv(String text) {
    return new FilePayload("in.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private void dialog() {
    map.part("draft-more").click();
    map.part("draft-assignments").click();
  }

  @Test
  void whatAFileWouldChangeIsSeenBeforeItDoes() {
    map.open("#/zoning?lang=en&draft=" + draft);
    map.awaitQuiet();
    dialog();
    assertThat(map.part("assign-download"))
        .hasAttribute("href", "/api/v1/drafts/" + draft + "/assignments?level=grid");
    map.part("assign-apply").click();
    assertThat(map.part("assign-outcome")).hasText("Choose a file first.");

    String twice = "grid,community\n%1$s,%2$s\n%1$s,none\n".formatted(grid.code(), other.code());
    map.part("assign-file").setInputFiles(csv(twice));
    assertThat(map.part("assign-outcome")).containsText("Rows that can not hold: 1");
    assertThat(map.part("assign-outcome")).containsText("Line 3:");
    map.part("assign-apply").click();
    assertThat(map.part("assign-dialog")).isVisible();
    assertThat(map.part("assign-outcome")).containsText("Line 3:");

    map.part("assign-file")
        .setInputFiles(csv("grid,community\n" + grid.code() + "," + other.code() + "\n"));
    assertThat(map.part("assign-outcome")).containsText("1 change hands");
    assertThat(drafts.kinds(draft)).isEmpty();
    map.part("assign-apply").click();
    assertThat(map.part("assign-dialog")).isHidden();
    assertThat(map.part("saving")).hasAttribute("data-saving", "saved");
    drafts.awaitKinds(draft, "assignments");
    map.part("undo").click();
    assertThat(map.part("undo")).isDisabled();
    assertThat(drafts.kinds(draft)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en, Which unit belongs to which", "zh, 哪个区域属于哪个区域"})
  void aPhoneShowsItInBothLanguagesWithoutSidewaysScrolling(String language, String title) {
    map.close();
    map = chromium.window(demo, 375, 720);
    map.open("#/zoning?draft=" + draft + "&lang=" + language);
    map.awaitQuiet();
    dialog();
    assertThat(map.part("assign-dialog").locator("h2")).hasText(title);
    map.part("assign-file").setInputFiles(csv("grid,community\nx,y\n"));
    assertThat(map.part("assign-outcome").locator("li")).hasCount(1);
    assertThat(map.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
    assertThat(map.complaints()).allMatch(complaint -> complaint.contains("422"));
  }
}
