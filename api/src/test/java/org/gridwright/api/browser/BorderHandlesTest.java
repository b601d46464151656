package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.EqualArea;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Borders are pulled, straightened and simplified with a real pointer, and stay seamless. */
class BorderHandlesTest extends PlannerTest {

  private static final Pattern CHANGES =
      Pattern.compile("size changes: (\\d+)\\. Most of all .*: (.)([\\d.,]+) m²");

  @Test
  void cornersAroundFollowTheOneThatIsDragged() {
    Crossroads place = Crossroads.in(plan, 0);
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.tool("vertex");
    map.page.keyboard().press("]");
    map.page.keyboard().press("]");
    map.page.keyboard().press("]");
    map.page.keyboard().press("]");
    assertThat(page.part("vertex-radius")).hasValue("200");
    page.take(place.corner(), place.towards(place.ends().get(0), 0.2));
    assertThat(page.part("tool-card")).hasAttribute("data-wrong", "false");
    assertThat(page.part("tool-hint")).containsText("Corners that follow: ");
    page.drop();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "move-vertex");
    assertThat(drafts.gridsWith(draft, place.corner())).isZero();
    assertSeamless();
    map.page.keyboard().press("Control+z");
    assertThat(page.part("redo")).isEnabled();
    page.awaitSaved();
    assertThat(drafts.gridsWith(draft, place.corner())).isEqualTo(place.grids().size());
  }

  @Test
  void theBorderBetweenTwoChosenCornersIsStraightened() {
    Stretched border = Stretched.in(plan);
    DraftPage page = DraftPage.open(map, draft, border.middle());
    page.tool("vertex");
    page.click(List.of(border.from()));
    page.part("vertex-link").click();
    page.click(List.of(border.to()));
    assertThat(page.part("numbers")).hasAttribute("aria-busy", "false");
    page.part("vertex-straighten").click();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "even-border");
    assertThat(drafts.gridsWith(draft, border.middle())).isZero();
    assertSeamless();
  }

  /** The draft with the dialog for a grid's borders open. */
  private DraftPage simplifying(Unit grid) {
    var box = grid.drawnArea().envelope();
    DraftPage page =
        DraftPage.open(
            map,
            draft,
            new LatticePoint(
                (int) ((box.minX() + (long) box.maxX()) / 2),
                (int) ((box.minY() + (long) box.maxY()) / 2)));
    page.click(List.of(BrushPlaces.inside(grid)));
    page.part("unit-simplify").click();
    return page;
  }

  @Test
  void bordersOfTheWholeDraftAreSimplified() {
    DraftPage page = simplifying(plan.grids().get(plan.grids().size() / 2));
    page.part("simplify-where").selectOption("all");
    page.part("simplify-limit").fill("5");
    page.part("dialog-yes").click();
    assertThat(page.part("undo")).isEnabled();
    drafts.awaitKinds(draft, "simplify-borders");
    Plan now = demo.store.plans().load(draft);
    assertThat(
            plan.grids().stream()
                .filter(
                    before ->
                        !before
                            .drawnArea()
                            .equals(
                                now.unit(before.depth(), before.code()).orElseThrow().drawnArea()))
                .count())
        .isGreaterThan(plan.grids().size() / 2);
    assertSeamless();
  }

  @Test
  void aUnitsBordersAreSimplifiedAfterALookAtWhatChanges() {
    DraftPage page = simplifying(plan.grids().get(plan.grids().size() / 2));
    page.part("simplify-limit").fill("10");
    page.part("simplify-look").click();
    assertThat(page.part("simplify-said")).containsText("size changes");
    Matcher said = CHANGES.matcher(page.part("simplify-said").textContent());
    assertThat(said.find()).as(page.part("simplify-said").textContent()).isTrue();
    assertThat(drafts.kinds(draft)).as("a look stores nothing").isEmpty();
    page.part("dialog-yes").click();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "simplify-borders");
    Plan now = demo.store.plans().load(draft);
    double most = 0;
    int count = 0;
    for (Unit after : now.grids()) {
      Unit before = plan.unit(after.depth(), after.code()).orElseThrow();
      double change =
          EqualArea.squareMetres(after.drawnArea()) - EqualArea.squareMetres(before.drawnArea());
      count += Math.abs(change) > 0.01 ? 1 : 0;
      most = Math.abs(change) > Math.abs(most) ? change : most;
    }
    assertThat(Integer.parseInt(said.group(1))).isEqualTo(count);
    assertThat(Double.parseDouble(said.group(3).replace(",", "")))
        .isEqualTo((double) Math.round(Math.abs(most)));
    assertSeamless();
  }

  private void assertSeamless() {
    assertThat(
            CoverageCheck.standard().check(demo.store.plans().load(draft)).stream()
                .filter(it -> it.severity() == Severity.BLOCKING))
        .isEmpty();
  }
}
