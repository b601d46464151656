package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** What a refusal says can be allowed is allowed by a button of the tool. */
class SeveralPartsTest extends BrowserTest {

  @Test
  void gridsThatDoNotTouchAreJoinedByLeave() {
    Plan plan = demo.city.plan();
    DraftClient drafts = new DraftClient(demo.root());
    long draft = drafts.create("parts");
    Crossroads place = Crossroads.in(plan, 0);
    LatticePoint far = place.strangeGround(plan);
    Geometry ground = ground(plan, demo.gridAt(far));
    String apart =
        place.grids().stream()
            .filter(grid -> ground(plan, grid).disjoint(ground))
            .findFirst()
            .orElseThrow();
    try (MapPage map = chromium.desk(demo)) {
      DraftPage page = DraftPage.open(map, draft, place.corner(), 16);
      page.tool("merge");
      page.click(List.of(place.inside(plan, apart), far));
      assertThat(page.part("tool-hint")).containsText("allow a unit of several parts");
      page.part("allow-parts").click();
      assertThat(page.part("allow-parts")).hasCount(0);
      page.part("merge-finish").click();
      assertThat(page.part("undo")).isEnabled();
      page.awaitSaved();
      assertThat(drafts.kinds(draft)).containsExactly("merge");
      assertThat(drafts.grids(draft)).hasSize(plan.grids().size() - 1);
    }
  }

  private static Geometry ground(Plan plan, String grid) {
    return LatticeJts.toSteps(
        plan.unit(plan.theme().gridLevel().depth(), grid).orElseThrow().drawnArea());
  }
}
