package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loop is dragged around addresses; the server hands them, and no others, to the neighbour. */
class LassoTest extends PlannerTest {

  private Loop loop;
  private DraftPage page;

  @BeforeEach
  void theLassoAroundAddressesThatCanGo() {
    loop = Loop.in(demo.city);
    page = DraftPage.open(map, draft, loop.middle());
    page.tool("lasso");
    assertThat(page.part("tool-hint")).containsText("Drag a loop");
  }

  @Test
  void chosenAddressesGoToTheReceiverAndAllOthersStay() {
    draw(loop.corners());
    assertThat(page.part("tool-hint")).containsText(": " + loop.inside().size());
    page.part("lasso-to").selectOption(loop.receiver());
    assertThat(page.part("live-numbers").getByRole(AriaRole.ROW)).hasCount(3);
    assertThat(drafts.kinds(draft)).as("a preview stores nothing").isEmpty();
    page.part("lasso-finish").click();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "transfer");
    assertOwners(loop.inside());
    map.page.keyboard().press("Control+z");
    assertThat(page.part("redo")).isEnabled();
    page.awaitSaved();
    assertOwners(List.of());
  }

  /** Those inside belong to the receiver, all others to whom they belonged to. */
  private void assertOwners(List<Address> moved) {
    Plan now = demo.store.plans().load(draft);
    Locator is = JtsLocator.of(now);
    Locator was = JtsLocator.of(plan);
    demo.city
        .addresses()
        .forEach(
            address -> {
              String expected =
                  moved.contains(address) ? loop.receiver() : owner(plan, was, address.place());
              assertThat(owner(now, is, address.place())).as(address.text()).isEqualTo(expected);
            });
  }

  private static String owner(Plan plan, Locator locator, LatticePoint place) {
    int owner = locator.owner(place.x(), place.y());
    return owner == Locator.NOBODY ? "" : plan.grids().get(owner - 1).code();
  }

  @Test
  void shiftAddsAltTakesOffAndEscapeLetsGo() {
    String all = ": " + loop.inside().size();
    draw(loop.corners());
    assertThat(page.part("tool-hint")).containsText(all);
    map.page.keyboard().down("Alt");
    draw(loop.corners());
    map.page.keyboard().up("Alt");
    assertThat(page.part("tool-hint")).containsText("Drag a loop");
    assertThat(page.part("lasso-finish")).hasCount(0);
    map.page.keyboard().down("Shift");
    draw(loop.corners());
    draw(loop.corners());
    map.page.keyboard().up("Shift");
    assertThat(page.part("tool-hint")).containsText(all);
    map.page.keyboard().press("Escape");
    assertThat(page.part("tool-hint")).containsText("Drag a loop");
    map.page.keyboard().press("Escape");
    assertThat(page.part("tool-choose")).hasAttribute("aria-pressed", "true");
    assertThat(drafts.kinds(draft)).isEmpty();
  }

  @Test
  void aClickChoosesTheReceiver() {
    draw(loop.corners());
    page.click(List.of(loop.inReceiver()));
    assertThat(page.part("lasso-to")).hasValue(loop.receiver());
    assertThat(page.part("live-numbers").getByRole(AriaRole.ROW)).hasCount(3);
    map.page.keyboard().press("f");
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    assertOwners(loop.inside());
  }

  @Test
  void blocksBetweenStreetsOfAFileAreHandedOver() {
    Crossing crossing = Crossing.in(plan, 0);
    DraftPage other = DraftPage.open(map, draft, crossing.middle());
    other.tool("lasso");
    map.page.locator("input[value=blocks]").check();
    assertThat(other.part("tool-hint")).containsText("file of streets");
    other.part("lasso-streets").setInputFiles(street(crossing.line()));
    assertThat(other.part("tool-hint")).containsText("Drag a loop around blocks");
    LatticePoint middle = crossing.middle();
    int away = 17_000;
    draw(
        other,
        List.of(
            new LatticePoint(middle.x() - away, middle.y() + 50),
            new LatticePoint(middle.x() + away, middle.y() + 50),
            new LatticePoint(middle.x() + away, middle.y() + away),
            new LatticePoint(middle.x() - away, middle.y() + away)));
    assertThat(other.part("tool-hint")).containsText(": 1");
    assertThat(other.part("live-numbers").getByRole(AriaRole.ROW)).hasCount(3);
    String receiver = other.part("lasso-to").locator("option").nth(1).getAttribute("value");
    other.part("lasso-finish").click();
    assertThat(other.part("undo")).isEnabled();
    other.awaitSaved();
    drafts.awaitKinds(draft, "transfer");
    assertThat(receiver).isNotEmpty();
  }

  private static FilePayload street(List<LatticePoint> line) {
    String coordinates =
        line.stream()
            .map(at -> "[" + at.lon() + "," + at.lat() + "]")
            .collect(Collectors.joining(","));
    String file = "{\"type\":\"LineString\",\"coordinates\":[" + coordinates + "]}";
    return new FilePayload(
        "streets.geojson", "application/geo+json", file.getBytes(StandardCharsets.UTF_8));
  }

  private void draw(List<LatticePoint> corners) {
    draw(page, corners);
  }

  private static void draw(DraftPage page, List<LatticePoint> corners) {
    page.take(corners.get(0), corners.get(1));
    corners.subList(2, corners.size()).forEach(page::go);
    page.go(corners.get(0));
    page.drop();
  }
}
