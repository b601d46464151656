package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import org.gridwright.core.lattice.LatticePoint;
import org.junit.jupiter.api.Test;

/** Two planners in one draft, and a line that breaks: nothing that was drawn is lost. */
class SharedDraftTest extends BrowserTest {

  private final DraftClient drafts = new DraftClient(demo.root());

  @Test
  void whatSomeoneElseDoesIsSeen() {
    Crossroads place = Crossroads.in(demo.city.plan(), 3);
    long draft = drafts.create("seen");
    try (MapPage map = chromium.desk(demo)) {
      DraftPage page = DraftPage.open(map, draft, place.corner());
      assertThat(page.part("undo")).isDisabled();
      drafts.edit(draft, rename(place.grids().get(0)));
      assertThat(page.part("undo")).isEnabled();
    }
  }

  @Test
  void aConflictShowsBothVersionsAndLeavesTheChoice() {
    Crossroads place = Crossroads.in(demo.city.plan(), 4);
    LatticePoint aside = place.towards(place.ends().get(0), 0.4);
    long draft = drafts.create("conflict");
    try (MapPage map = chromium.desk(demo)) {
      map.page.route("**/api/v1/events", Route::abort);
      DraftPage page = DraftPage.open(map, draft, place.corner());
      drafts.edit(draft, rename(place.grids().get(0)));
      page.tool("vertex");
      page.take(place.corner(), aside);
      page.drop();
      assertThat(page.part("conflict")).containsText(place.grids().get(0));
      assertThat(page.part("conflict").locator("svg path")).not().hasCount(0);
      map.page.keyboard().press("Escape");
      assertThat(page.part("saving")).hasAttribute("data-saving", "unsaved");
      page.part("retry").click();
      page.part("keep-theirs").click();
      page.awaitSaved();
      drafts.awaitKinds(draft, "rename");

      drafts.edit(draft, rename(place.grids().get(1)));
      page.take(place.corner(), aside);
      page.drop();
      page.part("try-again").click();
      assertThat(page.part("conflict")).hasCount(0);
      page.awaitSaved();
      drafts.awaitKinds(draft, "rename", "rename", "move-vertex");
    }
  }

  @Test
  void anEditOutlivesABrokenLineAndAReload() {
    Crossroads place = Crossroads.in(demo.city.plan(), 5);
    long draft = drafts.create("offline");
    try (MapPage map = chromium.desk(demo)) {
      DraftPage page = DraftPage.open(map, draft, place.corner());
      map.page.route("**/edits", Route::abort);
      page.tool("vertex");
      page.take(place.corner(), place.towards(place.ends().get(0), 0.4));
      page.drop();
      assertThat(page.part("saving")).hasAttribute("data-saving", "unsaved");
      assertThat(page.part("saving")).containsText("1 change is not saved");
      assertThat(drafts.kinds(draft)).isEmpty();

      map.page.reload();
      assertThat(page.part("saving")).hasAttribute("data-saving", "unsaved");
      map.page.unroute("**/edits");
      page.part("retry").click();
      page.awaitSaved();
      drafts.awaitKinds(draft, "move-vertex");
      assertThat(drafts.gridsWith(draft, place.corner())).isZero();
    }
  }

  private static String rename(String grid) {
    return "{\"type\":\"rename\",\"unit\":\"" + grid + "\",\"name\":\"Wang's\"}";
  }
}
