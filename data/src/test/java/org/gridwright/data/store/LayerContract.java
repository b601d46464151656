package org.gridwright.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.layer.Filter;
import org.gridwright.data.layer.FilterEvaluation;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerException;
import org.gridwright.data.layer.LayerPage;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerSchema;
import org.gridwright.data.layer.LayerWalk;
import org.gridwright.data.layer.PlanLayers;
import org.gridwright.data.layer.RandomQueries;
import org.gridwright.data.layer.RowOrder;
import org.gridwright.data.layer.SortKey;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Facility;
import org.gridwright.data.model.Incident;
import org.junit.jupiter.api.Test;

/** Layers: a store keeps and orders the same rows as memory does, page by page. */
public abstract class LayerContract extends RecordContract {

  private static final int QUERIES = 300;
  private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);
  private static final Level GRIDS = TestPlans.THEME.gridLevel();

  @Test
  void incidentsAreFilteredAndOrderedAsInMemory() {
    RandomQueries random = new RandomQueries(1);
    store.incidents().put(IntStream.range(0, 150).mapToObj(i -> incident(random, i)).iterator());
    Layer layer = store.layers().incidents();
    List<LayerRow> all = walk(layer, LayerQuery.ALL);
    assertThat(all).hasSize(150);

    for (int i = 0; i < QUERIES; i++) {
      LayerQuery query = random.query(layer.schema());
      List<LayerRow> expected = inMemory(layer.schema(), query, all);
      assertThat(walk(layer, query)).as("query %d: %s", i, query).isEqualTo(expected);
      assertThat(layer.count(query)).as("query %d: %s", i, query).isEqualTo(expected.size());
    }
  }

  @Test
  void unitsAreTheSameFromTheStoreAndFromAPlan() {
    RandomQueries random = new RandomQueries(2);
    Plan plan = randomPlan(random);
    store.themes().ensure(TestPlans.THEME);
    long draft = store.plans().createDraft(plan, Actor.named("ann"), "").id();
    store.plans().publish(draft, LocalDate.of(2025, 1, 1), null);
    for (Level level : TestPlans.THEME.levels()) {
      Layer stored = store.layers().units(draft, level);
      Layer held =
          PlanLayers.units(day -> new PlanLayers.Edition(plan, "1"), level).pinned(LayerQuery.ALL);
      assertThat(stored.schema()).isEqualTo(held.schema());
      assertThat(walk(stored, LayerQuery.ALL)).isEqualTo(walk(held, LayerQuery.ALL));

      for (int i = 0; i < QUERIES; i++) {
        LayerQuery query = random.query(stored.schema());
        List<LayerRow> rows = walk(held, query);
        assertThat(walk(stored, query)).as("query %d: %s", i, query).isEqualTo(rows);
        assertThat(held.count(query)).as("query %d: %s", i, query).isEqualTo(rows.size());
      }
    }
  }

  @Test
  void unitsOfADraftAreTheDrafts() {
    Plan before = TestPlans.row(4);
    store.themes().ensure(TestPlans.THEME);
    long first = store.plans().createDraft(before, Actor.named("ann"), "").id();
    store.plans().publish(first, LocalDate.of(2025, 1, 1), null);
    Unit renamed = TestPlans.grid("G00001", "renamed", TestPlans.square(10, 0, 20, 10));
    Plan after = TestPlans.without(TestPlans.with(before, renamed), "G00003");
    long draft = store.plans().createDraft(after, Actor.named("ann"), "").id();

    assertThat(walk(store.layers().units(draft, GRIDS), LayerQuery.ALL.columns(List.of("name"))))
        .extracting(row -> row.value("name"))
        .containsExactly("Grid 0", "renamed", "Grid 2");
  }

  @Test
  void pagesAreTheWholeAlsoWhileRowsAreAdded() {
    List<Incident> before =
        IntStream.range(0, 40).mapToObj(i -> incident("i" + i, NOON.plusSeconds(i % 7))).toList();
    store.incidents().put(before.iterator());
    Layer layer = store.layers().incidents();
    List<String> whole = ids(walk(layer, LayerQuery.ALL));

    List<String> paged = new ArrayList<>();
    LayerQuery next = LayerQuery.ALL.limit(6);
    for (int page = 0; next != null; page++) {
      LayerPage read = layer.read(next);
      assertThat(read.rows()).hasSizeLessThanOrEqualTo(6);
      paged.addAll(ids(read.rows()));
      next = read.next() == null ? null : next.after(read.next());
      Incident newest = incident("new" + page, NOON.plusDays(1));
      Incident oldest = incident("old" + page, NOON.minusDays(page + 1));
      store.incidents().put(List.of(newest, oldest).iterator());
    }

    assertThat(paged).doesNotHaveDuplicates();
    assertThat(paged.stream().filter(whole::contains)).containsExactlyElementsOf(whole);
    assertThat(paged).as("what comes in front is seen by the next walk").doesNotContain("new1");
  }

  @Test
  void noConnectionIsHeldBetweenPages() {
    store.addresses().put(Numbered.addresses(50, -1));
    try (Stream<LayerRow> rows =
        LayerWalk.of(store.layers().addresses(), LayerQuery.ALL.limit(10))) {
      var each = rows.iterator();
      for (int i = 0; i < 25; i++) {
        each.next();
        assertThat(store.activeConnections()).isZero();
      }
    }
  }

  @Test
  void everyTableHasTheFieldsOfItsLayer() {
    store.addresses().put(List.of(new Address("a", "1 Main", new LatticePoint(3, 4))).iterator());
    store
        .directory()
        .putFacilities(List.of(new Facility("f", "hydrant", "H", new LatticePoint(5, 6))));
    Rosters.assign(store, "o", "full-time", "beats", "G1");
    Rosters.assign(store, "p", "full-time", "other", "G0");

    assertThat(walk(store.layers().addresses(), LayerQuery.ALL).get(0).values())
        .isEqualTo(Map.of("id", "a", "text", "1 Main", "weight", 1L));
    assertThat(walk(store.layers().facilities(), LayerQuery.ALL).get(0).values())
        .isEqualTo(Map.of("id", "f", "kind", "hydrant", "name", "H"));
    List<LayerRow> officers = walk(store.layers().officers("beats", null), LayerQuery.ALL);
    assertThat(officers).hasSize(1);
    assertThat(officers.get(0).values())
        .containsEntry("id", "o")
        .containsEntry("contact", null)
        .containsEntry("grid", "G1")
        .containsEntry("from", null);
    Layer layer = store.layers().facilities();
    String version = layer.version(LayerQuery.ALL);
    store
        .directory()
        .putFacilities(List.of(new Facility("g", "hydrant", "H", new LatticePoint(5, 6))));
    assertThat(layer.version(LayerQuery.ALL)).isNotEqualTo(version);
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeAnythingIsRead() {
    Layer incidents = store.layers().incidents();
    refused(incidents, LayerQuery.ALL.columns(List.of("colour")), "has no field \"colour\"");
    refused(incidents, LayerQuery.ALL.sortedBy(SortKey.up("x")), "has no field \"x\"");
    refused(incidents, LayerQuery.ALL.where(Filter.equal("occurred", "noon")), "timestamp");
    refused(incidents, LayerQuery.ALL.where(new Filter.Like("status", "a\\")), "backslash");
    refused(incidents, LayerQuery.ALL.in("EPSG:4547"), "EPSG:4547");
    refused(incidents, LayerQuery.ALL.after("x"), "first page");
    String next = store.layers().addresses().read(LayerQuery.ALL).next();
    assertThat(next).isNull();
    store.addresses().put(Numbered.addresses(5, -1));
    next = store.layers().addresses().read(LayerQuery.ALL.limit(2)).next();
    refused(incidents, LayerQuery.ALL.after(next), "first page");
    refused(
        store.layers().officers("beats", null),
        LayerQuery.ALL.within(new LatticeEnvelope(0, 0, 1, 1)),
        "have no place");
  }

  private static void refused(Layer layer, LayerQuery query, String because) {
    assertThatThrownBy(() -> layer.read(query))
        .isInstanceOf(LayerException.class)
        .hasMessageContaining(because);
  }

  private static List<LayerRow> walk(Layer layer, LayerQuery query) {
    try (Stream<LayerRow> rows = LayerWalk.of(layer, query)) {
      return rows.toList();
    }
  }

  private static List<String> ids(List<LayerRow> rows) {
    return rows.stream().map(LayerRow::id).toList();
  }

  /** What the query keeps of all rows, decided one by one. */
  private static List<LayerRow> inMemory(LayerSchema schema, LayerQuery query, List<LayerRow> all) {
    LayerQuery checked = query.checked(schema);
    Filter box = checked.box() == null ? Filter.ALL : new Filter.MeetsBox(checked.box());
    return all.stream()
        .filter(row -> FilterEvaluation.holds(box, schema, row))
        .filter(row -> FilterEvaluation.holds(checked.filter(), schema, row))
        .sorted(new RowOrder(schema, checked))
        .toList();
  }

  private static Incident incident(String id, LocalDateTime occurred) {
    return new Incident(id, new LatticePoint(3, 4), occurred, "noise", "phone", "open", null, null);
  }

  private static Incident incident(RandomQueries random, int number) {
    return new Incident(
        random.text() + number,
        place(random),
        random.moment(),
        random.text(),
        random.text(),
        random.text(),
        random.below(2) == 0
            ? null
            : new Incident.ReportedZone(random.text(), random.text(), random.text()),
        random.below(2) == 0
            ? null
            : new Incident.GivenGrid(random.text(), random.below(3), random.text()));
  }

  private static LatticePoint place(RandomQueries random) {
    return new LatticePoint(random.below(RandomQueries.SPAN), random.below(RandomQueries.SPAN));
  }

  /** Districts of which one was not drawn, and squares with and without attributes. */
  private static Plan randomPlan(RandomQueries random) {
    List<Unit> units = new ArrayList<>();
    units.add(new Unit(0, "D", null, "District", Map.of(), TestPlans.square(0, 0, 40, 40)));
    units.add(new Unit(0, "E", null, "a", Map.of("name:zh", "垃圾"), null));
    for (int i = 0; i < 60; i++) {
      LatticePoint place = place(random);
      Map<String, String> attributes =
          random.below(3) == 0
              ? Map.of()
              : Map.of("name:zh", random.text(), "it's \"odd\".$", random.text());
      int side = 1 + random.below(9);
      units.add(
          new Unit(
              1,
              "G" + random.text() + i,
              random.below(2) == 0 ? "D" : "E",
              random.text(),
              attributes,
              TestPlans.square(place.x(), place.y(), place.x() + side, place.y() + side)));
    }
    return Plan.of(TestPlans.THEME, units);
  }
}
