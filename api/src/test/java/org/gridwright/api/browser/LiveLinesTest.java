package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.gridwright.core.lattice.LatticePoint;
import org.junit.jupiter.api.Test;

/**
 * What a line would do is told while the pointer moves, before the click and without the server.
 */
class LiveLinesTest extends PlannerTest {

  @Test
  void aSplitIsJudgedAndCountedBeforeTheClick() {
    Crossing crossing = Crossing.in(plan, 3);
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    page.tool("split");
    page.click(crossing.line().subList(0, 1));
    page.go(crossing.middle());
    assertThat(page.part("tool-hint")).containsText("Not across");
    assertThat(page.part("live-numbers")).hasCount(0);

    page.go(crossing.line().get(1));
    assertThat(page.part("tool-hint")).containsText("is cut into 2 parts");
    assertThat(page.part("live-numbers").getByRole(AriaRole.ROW)).hasCount(3);
    assertThat(page.part("live-numbers")).containsText("New area");
    assertThat(page.part("sketch-finish")).hasCount(0);
    assertThat(drafts.kinds(draft)).isEmpty();
  }

  @Test
  void anEdgeThatMeetsItselfIsRedBeforeTheClick() {
    LatticePoint middle = Crossing.in(plan, 3).middle();
    DraftPage page = DraftPage.open(map, draft, middle);
    page.tool("water");
    page.click(List.of(middle, beside(middle, 60, 0), beside(middle, 60, 60)));
    page.go(beside(middle, 0, 60));
    assertThat(page.part("tool-card")).hasAttribute("data-wrong", "false");
    page.go(beside(middle, 30, -40));
    assertThat(page.part("tool-card")).hasAttribute("data-wrong", "true");
    assertThat(page.part("tool-hint")).containsText("meet itself");
    page.click(List.of(beside(middle, 30, -40)));
    assertThat(page.part("sketch-finish")).hasCount(0);
    page.part("sketch-back").click();
    assertThat(page.part("sketch-finish")).isVisible();
    assertThat(page.part("tool-card")).hasAttribute("data-wrong", "false");
    assertThat(drafts.kinds(draft)).isEmpty();
  }

  /** So many metres, about, to the east and north. */
  private static LatticePoint beside(LatticePoint place, int east, int north) {
    return new LatticePoint(place.x() + 100 * east, place.y() + 90 * north);
  }

  @Test
  void aNewBorderIsCountedOnItsWay() {
    Crossroads place = Crossroads.in(plan, 4);
    DraftPage page = DraftPage.open(map, draft, place.corner());
    page.tool("reshape");
    page.click(place.detour().subList(0, 2));
    assertThat(page.part("sketch-finish")).hasCount(0);
    page.go(place.detour().get(2));
    assertThat(page.part("tool-hint")).containsText("would run here");
    assertThat(page.part("live-numbers").getByRole(AriaRole.ROW)).hasCount(3);
    assertThat(page.isOver("tool-card", place.detour().get(2)))
        .as("numbers grow over the place that is pointed at")
        .isFalse();
    page.click(place.detour().subList(2, 3));
    page.part("sketch-finish").click();
    page.awaitSaved();
    drafts.awaitKinds(draft, "reshape");
  }

  @Test
  void aPressThatBeganBeforeAnAnswerCounts() {
    Crossing crossing = Crossing.in(plan, 5);
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    Deque<Route> asked = new ArrayDeque<>();
    map.page.route(Pattern.compile("preview"), asked::add);
    page.tool("split");
    page.click(crossing.line());
    page.part("sketch-finish").hover();
    map.page.mouse().down();
    map.page.waitForCondition(() -> !asked.isEmpty());
    asked.forEach(Route::resume);
    assertThat(page.part("numbers")).hasAttribute("aria-busy", "false");
    map.page.waitForTimeout(300);
    map.page.mouse().up();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "split");
  }
}
