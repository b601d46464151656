package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.gridwright.core.lattice.LatticePoint;
import org.junit.jupiter.api.Test;

/** Grids are redrawn with the mouse and the keys; the server has what the map shows. */
class DrawingTest extends PlannerTest {

  @Test
  void aGridIsSplitAndJoinedAgain() {
    Crossing crossing = Crossing.in(plan, 0);
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    page.tool("split");
    page.click(crossing.line());
    assertThat(page.part("live-numbers").getByRole(AriaRole.ROW)).hasCount(3);
    assertThat(drafts.kinds(draft)).as("a preview stores nothing").isEmpty();
    page.part("sketch-finish").click();
    assertThat(page.part("draft-changes")).containsText("1 new");
    page.awaitSaved();
    List<String> after = drafts.grids(draft);
    assertThat(after).hasSize(plan.grids().size() + 1).contains(crossing.grid());

    page.tool("merge");
    LatticePoint middle = crossing.middle();
    page.click(
        List.of(
            new LatticePoint(middle.x(), middle.y() + 2000),
            new LatticePoint(middle.x(), middle.y() - 2000)));
    page.part("merge-finish").click();
    assertThat(page.part("undo")).hasAttribute("aria-label", Pattern.compile("Join"));
    page.awaitSaved();
    drafts.awaitKinds(draft, "split", "merge");
    assertThat(drafts.grids(draft)).hasSize(plan.grids().size());
  }

  @Test
  void aCornerIsRedBeforeItIsDroppedWhereItCanNotBe() {
    Crossroads place = Crossroads.in(plan, 1);
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.tool("vertex");
    page.take(place.corner(), place.strangeGround(plan));
    assertThat(page.part("tool-card")).hasAttribute("data-wrong", "true");
    assertThat(page.part("tool-hint")).containsText("Not here");
    page.drop();
    assertThat(page.part("tool-card")).hasAttribute("data-wrong", "false");
    assertThat(drafts.kinds(draft)).isEmpty();

    page.take(place.corner(), place.towards(place.ends().get(0), 0.4));
    assertThat(page.part("tool-card")).hasAttribute("data-wrong", "false");
    assertThat(page.part("live-numbers").getByRole(AriaRole.ROW))
        .hasCount(place.grids().size() + 1);
    page.drop();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "move-vertex");
    assertThat(drafts.gridsWith(draft, place.corner())).isZero();

    map.page.keyboard().press("Control+z");
    assertThat(page.part("redo")).isEnabled();
    page.awaitSaved();
    assertThat(drafts.kinds(draft)).isEmpty();
    assertThat(drafts.gridsWith(draft, place.corner())).isEqualTo(place.grids().size());
    map.page.keyboard().press("Control+Shift+z");
    assertThat(page.part("redo")).isDisabled();
    page.awaitSaved();
    assertThat(drafts.gridsWith(draft, place.corner())).isZero();
  }

  @Test
  void aBorderIsDrawnAnew() {
    Crossroads place = Crossroads.in(plan, 2);
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.tool("reshape");
    page.click(place.detour());
    page.part("sketch-finish").click();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "reshape");
  }

  @Test
  void aGridIsRenamedAndItsHistoryTold() {
    Crossing crossing = Crossing.in(plan, 1);
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    page.click(List.of(crossing.middle()));
    assertThat(page.part("unit-actions")).containsText(crossing.grid());
    page.part("unit-rename").click();
    page.part("dialog-text").fill("Market");
    page.part("dialog-yes").click();
    assertThat(page.part("unit-actions")).containsText("Market");
    map.page.locator("input[value=history]").check();
    assertThat(page.part("history").getByRole(AriaRole.LISTITEM)).hasCount(1);
    assertThat(page.part("history").locator("[title*='" + crossing.grid() + "']")).hasCount(1);
    drafts.awaitKinds(draft, "rename");
  }

  @Test
  void aDraftIsBegunDescribedAndDeleted() {
    map.open("");
    map.part("author").fill("李伟");
    map.part("author").press("Tab");
    map.part("draft-new").click();
    map.part("dialog-text").fill("North after the tunnel");
    map.part("dialog-yes").click();
    assertThat(map.part("draft-head")).containsText("North after the tunnel");
    long begun = Long.parseLong(map.hash().replaceAll(".*draft=(\\d+).*", "$1"));
    assertThat(drafts.get("api/v1/drafts/" + begun).get("author").asString()).isEqualTo("李伟");
    map.part("draft-more").click();
    map.part("draft-describe").click();
    map.part("dialog-text").fill("For the council of May.");
    map.part("dialog-yes").click();
    assertThat(map.part("draft-head")).containsText("For the council of May.");
    map.part("draft-delete").click();
    map.part("confirm").click();
    assertThat(map.part("drafts")).not().containsText("North after the tunnel");
  }

  @Test
  void aDraftIsPublishedFromADate() {
    Crossing crossing = Crossing.in(plan, 2);
    drafts.edit(
        draft, "{\"type\":\"rename\",\"unit\":\"" + crossing.grid() + "\",\"name\":\"Harbour\"}");
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    page.part("publish").click();
    assertThat(page.part("publish-ready")).isVisible();
    page.part("publish-date").fill("2099-01-01");
    page.part("publish-yes").click();
    assertThat(page.part("publish-dialog")).hasCount(0);
    assertThat(page.part("plans")).containsText("Upcoming");
    assertThat(demo.store.plans().find(draft).orElseThrow().effectiveFrom())
        .hasToString("2099-01-01");
  }
}
