package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Address;
import org.junit.jupiter.api.Test;

/** Strokes of the brush with a real pointer: each is one edit, taken back at once. */
class BrushTest extends PlannerTest {

  private static final Pattern NUMBER = Pattern.compile("go to (.*): (\\d+)$");

  @Test
  void paintedAddressesGoToTheAreaWhereTheStrokeBeginsAndNoOthers() {
    BrushPlaces pair = BrushPlaces.swath(demo.city);
    String receiver = pair.grid().code();
    DraftPage page = DraftPage.open(map, draft, pair.in());
    page.tool("brush");
    map.page.locator("input[value=addresses]").check();
    page.take(pair.in(), pair.inOther());
    Locator rows = page.part("live-numbers").getByRole(AriaRole.ROW);
    assertThat(rows).hasCount(3);
    assertThat(page.part("numbers")).hasAttribute("aria-busy", "false");
    int painted = number(page);
    String told = receiverRow(rows, receiver);
    assertThat(drafts.kinds(draft)).as("a preview stores nothing").isEmpty();
    page.drop();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "transfer");
    Plan now = demo.store.plans().load(draft);
    List<Address> moved = moved(now);
    assertThat(moved).hasSize(painted).isNotEmpty();
    assertThat(moved).allMatch(it -> owner(now, it.place()).equals(receiver));
    long owned =
        demo.city.addresses().filter(it -> owner(now, it.place()).equals(receiver)).count();
    assertThat(told).as("the number on the page").contains(Long.toString(owned));
    map.page.keyboard().press("Control+z");
    assertThat(page.part("redo")).isEnabled();
    page.awaitSaved();
    assertThat(drafts.kinds(draft)).isEmpty();
    assertThat(moved(demo.store.plans().load(draft))).isEmpty();
  }

  @Test
  void wholeGridsComeToBelongToTheCommunityWhereTheStrokeBegins() {
    BrushPlaces pair = BrushPlaces.ofTwoCommunities(plan);
    DraftPage page = DraftPage.open(map, draft, pair.in());
    page.tool("brush");
    map.page.locator("input[value=units]").check();
    page.part("brush-size").fill("6");
    page.take(pair.in(), pair.inOther());
    assertThat(page.part("tool-hint")).containsText(": 1");
    page.drop();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "change-parent");
    Plan now = demo.store.plans().load(draft);
    assertThat(now.grids()).hasSameSizeAs(plan.grids());
    long children = BrushPlaces.childrenOf(now, pair.grid().parentCode());
    assertThat(children).isEqualTo(BrushPlaces.childrenOf(plan, pair.grid().parentCode()) + 1);
    map.page.keyboard().press("Control+z");
    assertThat(page.part("redo")).isEnabled();
    page.awaitSaved();
    assertThat(drafts.kinds(draft)).isEmpty();
  }

  @Test
  void wholeGridsArePaintedToANewCommunity() {
    BrushPlaces pair = BrushPlaces.ofTwoCommunities(plan);
    DraftPage page = DraftPage.open(map, draft, pair.in());
    page.tool("brush");
    map.page.locator("input[value=units]").check();
    page.part("brush-size").fill("6");
    page.part("brush-to").selectOption(" new");
    page.take(pair.inOther(), east(pair.inOther()));
    assertThat(page.part("tool-hint")).containsText(": 1");
    page.drop();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "change-parent");
    Plan now = demo.store.plans().load(draft);
    int depth = plan.theme().gridLevel().depth() - 1;
    assertThat(now.units(depth)).hasSize(plan.units(depth).size() + 1);
    Unit added =
        now.units(depth).stream()
            .filter(it -> plan.unit(depth, it.code()).isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(BrushPlaces.childrenOf(now, added.code())).isEqualTo(1);
    assertThat(added.name()).isNotEqualTo(added.code());
    map.page.keyboard().press("Control+z");
    assertThat(page.part("redo")).isEnabled();
    page.awaitSaved();
    assertThat(demo.store.plans().load(draft).units(depth)).hasSameSizeAs(plan.units(depth));
  }

  @Test
  void addressesArePaintedToANewAreaWithTheirGround() {
    LatticePoint lone = BrushPlaces.lone(demo.city);
    DraftPage page = DraftPage.open(map, draft, lone);
    page.tool("brush");
    map.page.locator("input[value=addresses]").check();
    page.part("brush-size").fill("6");
    page.part("brush-to").selectOption(" new");
    page.take(lone, east(lone));
    int painted = number(page);
    assertThat(page.part("numbers")).hasAttribute("aria-busy", "false");
    page.drop();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "transfer");
    Plan now = demo.store.plans().load(draft);
    assertThat(now.grids()).hasSize(plan.grids().size() + 1);
    List<Address> moved = moved(now);
    assertThat(moved).hasSize(painted).isNotEmpty();
    assertThat(moved)
        .allMatch(
            it -> plan.unit(plan.theme().gridLevel().depth(), owner(now, it.place())).isEmpty());
    map.page.keyboard().press("Control+z");
    assertThat(page.part("redo")).isEnabled();
    page.awaitSaved();
    assertThat(drafts.grids(draft)).hasSameSizeAs(plan.grids());
  }

  @Test
  void blocksArePaintedToANeighbourAndToANewArea() {
    Crossing crossing = Crossing.in(plan, 0);
    LatticePoint middle = crossing.middle();
    DraftPage page = DraftPage.open(map, draft, middle);
    page.tool("brush");
    map.page.locator("input[value=blocks]").check();
    assertThat(page.part("tool-hint")).containsText("file of streets");
    page.part("brush-streets").setInputFiles(street(crossing.line()));
    assertThat(page.part("tool-hint")).containsText("paint over its neighbours");
    page.part("brush-to").selectOption(" new");
    page.take(new LatticePoint(middle.x() - 900, middle.y() + 900), above(middle));
    assertThat(page.part("live-numbers").getByRole(AriaRole.ROW)).hasCount(3);
    page.drop();
    assertThat(page.part("undo")).isEnabled();
    page.awaitSaved();
    drafts.awaitKinds(draft, "transfer");
    assertThat(drafts.grids(draft)).hasSize(plan.grids().size() + 1);
    map.page.keyboard().press("Control+z");
    assertThat(page.part("redo")).isEnabled();
    page.awaitSaved();
    assertThat(drafts.grids(draft)).hasSize(plan.grids().size());
  }

  @Test
  void keysMakeTheBrushWiderAndPaint() {
    BrushPlaces pair = BrushPlaces.ofTwoCommunities(plan);
    DraftPage page = DraftPage.open(map, draft, pair.in());
    map.page.keyboard().press("b");
    assertThat(page.part("tool-brush")).hasAttribute("aria-pressed", "true");
    String before = page.part("brush-size").inputValue();
    map.page.keyboard().press("]");
    assertThat(Integer.parseInt(page.part("brush-size").inputValue()))
        .isGreaterThan(Integer.parseInt(before));
    map.page.keyboard().press("[");
    assertThat(page.part("brush-size")).hasValue(before);
    assertThat(page.part("tool-brush")).hasAttribute("aria-pressed", "true");
  }

  /** So far that it is no click. */
  private static LatticePoint east(LatticePoint from) {
    return new LatticePoint(from.x() + 1500, from.y());
  }

  private static LatticePoint above(LatticePoint middle) {
    return new LatticePoint(middle.x(), middle.y() + 1500);
  }

  private static int number(DraftPage page) {
    Matcher found = NUMBER.matcher(page.part("tool-hint").textContent());
    assertThat(found.find()).as(page.part("tool-hint").textContent()).isTrue();
    return Integer.parseInt(found.group(2));
  }

  /** The text of the row about a grid: its heading has the code as its title. */
  private static String receiverRow(Locator rows, String code) {
    return rows.filter(
            new Locator.FilterOptions().setHas(rows.page().locator("[title='" + code + "']")))
        .textContent();
  }

  private List<Address> moved(Plan now) {
    List<Address> moved = new ArrayList<>();
    demo.city
        .addresses()
        .filter(it -> !owner(now, it.place()).equals(owner(plan, it.place())))
        .forEach(moved::add);
    return moved;
  }

  private static String owner(Plan plan, LatticePoint place) {
    int owner = JtsLocator.of(plan).owner(place.x(), place.y());
    return owner == org.gridwright.core.locate.Locator.NOBODY
        ? ""
        : plan.grids().get(owner - 1).code();
  }

  private static FilePayload street(List<LatticePoint> line) {
    String file =
        "{\"type\":\"LineString\",\"coordinates\":[[%s,%s],[%s,%s]]}"
            .formatted(line.get(0).lon(), line.get(0).lat(), line.get(1).lon(), line.get(1).lat());
    return new FilePayload(
        "streets.geojson", "application/geo+json", file.getBytes(StandardCharsets.UTF_8));
  }
}
