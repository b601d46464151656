package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
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
      drafts.awaitKinds(draft, "merge");
      assertThat(drafts.grids(draft)).hasSize(plan.grids().size() - 1);
    }
  }

  @Test
  void whatIsPaintedApartIsSaidAndGoesByLeave() {
    Plan plan = demo.city.plan();
    DraftClient drafts = new DraftClient(demo.root());
    long draft = drafts.create("painted apart");
    BrushPlaces pair = BrushPlaces.ofTwoCommunities(plan);
    Unit far =
        plan.grids().stream()
            .filter(it -> !Objects.equals(it.parentCode(), pair.grid().parentCode()))
            .filter(it -> !BrushPlaces.touches(plan, it, pair.grid().parentCode()))
            .min(
                Comparator.comparingDouble(
                    it -> BrushPlaces.steps(it).distance(BrushPlaces.steps(pair.grid()))))
            .orElseThrow();
    LatticePoint inFar = BrushPlaces.inside(far);
    try (MapPage map = chromium.desk(demo)) {
      DraftPage page = DraftPage.open(map, draft, pair.in(), 16);
      page.tool("brush");
      map.page.locator("input[value=units]").check();
      page.click(List.of(pair.in()));
      page.take(inFar, new LatticePoint(inFar.x() + 1500, inFar.y()));
      assertThat(page.part("tool-card")).hasAttribute("data-wrong", "true");
      assertThat(page.part("tool-hint")).containsText("separate parts");
      page.drop();
      assertThat(page.part("tool-hint")).containsText("Nothing was sent.");
      assertThat(drafts.kinds(draft)).isEmpty();
      page.part("allow-parts").click();
      assertThat(page.part("undo")).isEnabled();
      page.awaitSaved();
      drafts.awaitKinds(draft, "change-parent");
      assertThat(page.part("tool-card")).hasAttribute("data-wrong", "false");
    }
  }

  private static Geometry ground(Plan plan, String grid) {
    return LatticeJts.toSteps(
        plan.unit(plan.theme().gridLevel().depth(), grid).orElseThrow().drawnArea());
  }
}
