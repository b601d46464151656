package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.Test;

/** A grid is divided in the map: looked at first, then done, then taken back. */
class RedrawTest extends BrowserTest {

  @Test
  void aGridIsDividedAfterALook() {
    Plan plan = demo.city.plan();
    DraftClient drafts = new DraftClient(demo.root());
    long draft = drafts.create("redraw");
    try (MapPage map = chromium.desk(demo)) {
      Crossing crossing = Crossing.in(plan, 0);
      DraftPage page = DraftPage.open(map, draft, crossing.middle());
      page.click(List.of(crossing.middle()));
      assertThat(page.part("unit-actions")).containsText(crossing.grid());
      page.part("redraw").locator("summary").click();
      page.part("redraw-into").fill("3");
      page.part("redraw-by").selectOption("area");
      page.part("redraw-preview").click();
      assertThat(page.part("redraw-measures")).containsText("Largest deviation");
      assertThat(drafts.kinds(draft)).as("a preview stores nothing").isEmpty();

      page.part("redraw-apply").click();
      assertThat(page.part("draft-changes")).containsText("2 new");
      page.awaitSaved();
      assertThat(drafts.kinds(draft)).containsExactly("divide");
      assertThat(drafts.grids(draft)).hasSize(plan.grids().size() + 2);

      page.part("undo").click();
      assertThat(page.part("draft-changes")).not().containsText("new");
      page.awaitSaved();
      assertThat(drafts.grids(draft)).hasSize(plan.grids().size());
      assertThat(map.complaints()).isEmpty();
    }
  }
}
