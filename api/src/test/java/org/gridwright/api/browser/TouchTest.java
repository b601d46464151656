package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grids are redrawn with a finger on a phone. */
class TouchTest extends BrowserTest {

  private Plan plan;
  private DraftClient drafts;
  private MapPage map;
  private long draft;

  @BeforeEach
  void aDraftOnAPhone() {
    plan = demo.city.plan();
    drafts = new DraftClient(demo.root());
    draft = drafts.create("touch");
    map = chromium.phone(demo);
  }

  @AfterEach
  void nothingToComplainAbout() {
    map.close();
    assertThat(map.complaints()).isEmpty();
  }

  @Test
  void aCornerIsDraggedByAFinger() {
    Crossroads place = Crossroads.in(plan, 0);
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.tool("vertex");
    page.dragByFinger(place.corner(), place.towards(place.ends().get(0), 0.4));
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "move-vertex");
    assertThat(drafts.gridsWith(draft, place.corner())).isZero();
  }

  @Test
  void aGridIsSplitByTaps() {
    Crossing crossing = Crossing.in(plan, 0);
    DraftPage page = DraftPage.open(map, draft, crossing.middle(), 16);
    page.tool("split");
    page.tap(crossing.line());
    page.part("sketch-finish").tap();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "split");
    assertThat(drafts.grids(draft)).hasSize(plan.grids().size() + 1);
  }
}
