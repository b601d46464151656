package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.junit.jupiter.api.Test;

/** Ground that nobody has is declared a void, or becomes a grid; grids get new codes. */
class NobodysGroundTest extends PlannerTest {

  /** About a metre, in steps. */
  private static final int METRE = 100;

  @Test
  void aVoidIsDeclaredAndTakenBack() {
    LatticePoint west = westernmost();
    DraftPage page = DraftPage.open(map, draft, west);
    page.tool("water");
    page.click(westOf(west));
    page.part("sketch-finish").click();
    page.part("void-name").fill("Stone Lake");
    page.part("dialog-yes").click();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    assertThat(page.part("legend")).containsText("Declared void");
    assertThat(drafts.get(voids()).get("features")).hasSize(1);

    map.page.locator("input[value=voids]").check();
    assertThat(page.part("voids")).containsText("Stone Lake");
    page.part("drop-void").click();
    page.part("confirm").click();
    assertThat(page.part("voids")).containsText("No declared voids");
    page.awaitSaved();
    drafts.awaitKinds(draft, "declare-void", "drop-void");
    assertThat(drafts.get(voids()).get("features")).isEmpty();
  }

  @Test
  void groundThatNobodyHasBecomesAGrid() {
    Crossing hole = inner();
    long holed = drafts.without("holed", hole.grid());
    DraftPage page = DraftPage.open(map, holed, hole.middle(), 16);
    page.tool("add");
    page.click(around(hole.grid()));
    page.part("sketch-finish").click();
    page.part("add-name").fill("New Shore");
    page.part("dialog-yes").click();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(holed, "add-unit");
    assertThat(drafts.grids(holed)).hasSize(plan.grids().size());
  }

  @Test
  void theGridsOfACommunityGetNewCodesAfterALook() {
    Crossing crossing = Crossing.in(plan, 0);
    DraftPage page = DraftPage.open(map, draft, crossing.middle());
    page.tool("split");
    page.click(crossing.line());
    page.part("sketch-finish").click();
    assertThat(page.part("draft-changes")).containsText("1 new");
    page.awaitSaved();
    page.tool("choose");
    page.click(
        List.of(new LatticePoint(crossing.middle().x(), crossing.middle().y() - 20 * METRE)));
    page.part("unit-renumber").click();
    assertThat(page.part("renumber-dialog").getByRole(AriaRole.ROW).nth(1)).isVisible();
    drafts.awaitKinds(draft, "split");
    page.part("dialog-yes").click();
    assertThat(page.part("renumber-dialog")).hasCount(0);
    page.awaitSaved();
    drafts.awaitKinds(draft, "split", "renumber");
  }

  private String voids() {
    return "api/v1/layers/voids?draft=" + draft;
  }

  /** A rectangle west of a place. */
  private static List<LatticePoint> westOf(LatticePoint place) {
    return rectangle(
        place.x() - 120 * METRE,
        place.y() - 60 * METRE,
        place.x() - 50 * METRE,
        place.y() + 60 * METRE);
  }

  /** A rectangle a little larger than a grid. */
  private List<LatticePoint> around(String code) {
    LatticeEnvelope box =
        plan.unit(plan.theme().gridLevel().depth(), code).orElseThrow().drawnArea().envelope();
    return rectangle(
        box.minX() - 40 * METRE,
        box.minY() - 40 * METRE,
        box.maxX() + 40 * METRE,
        box.maxY() + 40 * METRE);
  }

  /** A grid with others all around it: beyond the jurisdiction nothing can be made a grid. */
  private Crossing inner() {
    Locator locator = JtsLocator.of(plan);
    return IntStream.range(0, plan.grids().size())
        .mapToObj(which -> Crossing.in(plan, which))
        .filter(
            grid ->
                around(grid.grid()).stream()
                    .allMatch(corner -> locator.owner(corner.x(), corner.y()) > 0))
        .findFirst()
        .orElseThrow();
  }

  private static List<LatticePoint> rectangle(int west, int south, int east, int north) {
    return List.of(
        new LatticePoint(west, north),
        new LatticePoint(west, south),
        new LatticePoint(east, south),
        new LatticePoint(east, north));
  }

  private LatticePoint westernmost() {
    AtomicReference<LatticePoint> found = new AtomicReference<>();
    plan.grids()
        .forEach(
            grid ->
                grid.drawnArea()
                    .forEachRing(
                        ring -> {
                          for (int i = 0; i < ring.size(); i++) {
                            LatticePoint known = found.get();
                            if (known == null || ring.x(i) < known.x()) {
                              found.set(new LatticePoint(ring.x(i), ring.y(i)));
                            }
                          }
                        }));
    return found.get();
  }
}
