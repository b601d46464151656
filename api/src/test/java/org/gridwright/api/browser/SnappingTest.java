package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Drawing goes to borders of another theme where the planner wants that, and says so. */
class SnappingTest extends BrowserTest {

  private static final Theme BEATS = Theme.of("beats", "警务区 (Beats)", CodeScheme.FREE, "beat");

  /** A corner of a beat, in the middle of a grid. */
  private static LatticePoint corner;

  private static long draft;

  @BeforeAll
  static void addABeat() {
    corner = BrushPlaces.inside(demo.city.plan().grids().get(0));
    int x = corner.x();
    int y = corner.y();
    LatticeRing ring =
        LatticeRing.of(x, y, x + 90_000, y, x + 90_000, y + 90_000, x, y + 90_000, x, y);
    Unit beat =
        new Unit(0, "b1", null, "b1", Map.of(), LatticeMultiPolygon.of(LatticePolygon.of(ring)));
    draft = new DraftClient(demo.root()).create("snapping");
    demo.stop();
    demo.store.themes().ensure(BEATS);
    long beats =
        demo.store
            .plans()
            .createDraft(Plan.of(BEATS, List.of(beat)), Actor.named("test"), "beats")
            .id();
    demo.store.plans().publish(beats, LocalDate.parse("2024-01-01"), "as drawn");
    demo.restart();
  }

  @Test
  void aDrawingGoesToTheBorderOfAnotherThemeAndTheSwitchIsRemembered() {
    LatticePoint near = new LatticePoint(corner.x() - 300, corner.y() - 300);
    try (MapPage map = chromium.desk(demo)) {
      DraftPage page = DraftPage.open(map, draft, demo.city.theme().id(), corner);
      page.tool("split");
      page.go(near);
      assertThat(page.part("tool-hint")).not().containsText("On a border");
      page.part("snap-themes").check();
      page.go(new LatticePoint(near.x() - 5000, near.y()));
      assertThat(page.part("tool-hint")).not().containsText("On a border");
      page.go(near);
      assertThat(page.part("tool-hint")).containsText("On a border of “Beats”.");
      page.tool("vertex");
      assertThat(page.part("snap-themes")).isChecked();
      map.page.reload();
      page.tool("split");
      assertThat(page.part("snap-themes")).isChecked();
      assertThat(page.part("snap-own")).isChecked();
      page.go(near);
      assertThat(page.part("tool-hint")).containsText("On a border of “Beats”.");
    }
  }
}
