package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/**
 * The figures of a proposed redraw are those that its grids have once it is applied: in the answer,
 * the draft, the balance, the export, and as reckoned from the addresses alone.
 */
class RedrawFactsTest {

  private static final Map<String, Integer> COUNTED = Map.of("A", 408, "B", 337, "C", 111);
  private static final String DIVIDE =
      "{'method':'divide','parent':'N','into':5,'balance':'households','apply':%s}";
  private static final String JOIN =
      "{'method':'consolidate','parent':'N','into':3,'balance':'households','apply':%s}";

  @TempDir Path folder;
  private SmallCity city;
  private DraftCalls draft;
  private final List<Address> addresses = new ArrayList<>();

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
    Random random = new Random(7);
    LatticePoint corner = SmallCity.cell(0, 0);
    for (int i = 1; i <= 90; i++) {
      LatticePoint at =
          new LatticePoint(
              corner.x() - 4_900 + random.nextInt(19_800),
              corner.y() - 4_900 + random.nextInt(19_800));
      addresses.add(new Address(String.valueOf(i), "Row " + i, at, 1 + random.nextInt(9)));
    }
    city.store.addresses().put(addresses.iterator());
    draft = DraftCalls.begin(city.client);
    String households = "{'facts':[{'attribute':'households','kind':'extensive'}]}";
    assertThat(city.client.json("PUT", "/api/v1/facts", households).status()).isEqualTo(200);
    COUNTED.forEach(
        (grid, count) ->
            draft.edit(
                "*",
                "{'type':'attributes','unit':'%s','attributes':{'households':'%d'}}"
                    .formatted(grid, count)));
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void aDivisionTellsWhatItsGridsWillHave() {
    assertSameEverywhere(DIVIDE);
  }

  @Test
  void gridsThatHoldSharesAreJoinedByWhatTheyAreTold() {
    assertSameEverywhere(DIVIDE);
    assertSameEverywhere(JOIN);
  }

  @Test
  void theFiguresAreThoseOfTheToldNumbers() {
    JsonNode redraw = redraw(DIVIDE, false);
    double[] values =
        features(redraw).stream()
            .mapToDouble(it -> it.at("/properties/weight").asDouble())
            .toArray();
    double mean = (408 + 337) / 5.0;
    JsonNode report = redraw.get("report");
    assertThat(report.get("mean").asDouble()).isEqualTo(mean);
    double largest = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double deviation = values[i] / mean - 1;
      largest = Math.max(largest, Math.abs(deviation));
      squares += (values[i] - mean) * (values[i] - mean);
      JsonNode grid = features(redraw).get(i).get("properties");
      assertThat(grid.get("deviation").asDouble()).isEqualTo(deviation, within(1e-12));
      assertThat(grid.get("overallDeviation").asDouble()).isEqualTo(deviation, within(1e-12));
      assertThat(grid.get("weightBasis").asString()).isEqualTo("estimated");
    }
    assertThat(report.get("largestDeviation").asDouble()).isEqualTo(largest, within(1e-12));
    assertThat(report.get("coefficientOfVariation").asDouble())
        .isEqualTo(Math.sqrt(squares / values.length) / mean, within(1e-12));
    assertThat(report.get("balanced").asBoolean())
        .as("it aims at what will be told: " + largest)
        .isTrue();
  }

  @Test
  void aGridOfWhichNobodyKnowsHasNoNumber() {
    draft.edit("*", "{'type':'attributes','unit':'C','attributes':{'households':null}}");
    JsonNode redraw =
        redraw(
            "{'method':'consolidate','units':['A','B','C'],'into':3,'balance':'households','apply':%s}",
            false);
    Map<String, JsonNode> weights = new TreeMap<>();
    features(redraw)
        .forEach(it -> weights.put(it.get("id").asString(), it.at("/properties/weight")));
    assertThat(weights).hasSize(3);
    assertThat(Objects.requireNonNull(weights.get("A")).asInt()).isEqualTo(408);
    assertThat(Objects.requireNonNull(weights.get("C")).isNull()).isTrue();
  }

  /** Proposes, applies, and looks at every place that tells the numbers. */
  private void assertSameEverywhere(String order) {
    JsonNode shown = redraw(order, false);
    SortedMap<String, Integer> proposed = new TreeMap<>();
    for (JsonNode feature : features(shown)) {
      JsonNode weight = feature.at("/properties/weight");
      assertThat(weight.isNumber()).as(feature.toString()).isTrue();
      proposed.put(feature.get("id").asString(), weight.asInt());
    }
    assertThat(proposed.values().stream().mapToInt(it -> it).sum()).isEqualTo(408 + 337);
    JsonNode applied = redraw(order, true);
    assertThat(applied.get("grids")).isEqualTo(shown.get("grids"));
    assertThat(applied.get("report")).isEqualTo(shown.get("report"));
    SortedMap<String, Integer> answered = new TreeMap<>();
    applied
        .at("/edit/facts")
        .forEach(
            grid -> answered.put(grid.get("code").asString(), grid.at("/facts/0/value").asInt()));
    answered.keySet().retainAll(proposed.keySet());
    assertThat(answered).isEqualTo(proposed);
    SortedMap<String, Integer> balanced = new TreeMap<>();
    draft
        .get("/balance?measure=households")
        .json()
        .get("rows")
        .forEach(row -> balanced.put(row.get("code").asString(), row.get("value").asInt()));
    assertThat(balanced).containsAllEntriesOf(proposed);
    SortedMap<String, Integer> exported = new TreeMap<>();
    JsonNode units = draft.get("/units?format=geojson").json().get("features");
    for (JsonNode unit : units) {
      JsonNode properties = unit.get("properties");
      exported.put(
          properties.get("code").asString(), properties.at("/attributes/households").asInt());
    }
    assertThat(exported).containsAllEntriesOf(proposed);
    assertThat(reckoned(features(applied))).isEqualTo(proposed);
  }

  /** What new grids get of each count, by the addresses in them and the largest remainder. */
  private SortedMap<String, Integer> reckoned(List<JsonNode> grids) {
    SortedMap<String, Geometry> areas = new TreeMap<>();
    grids.forEach(it -> areas.put(it.get("id").asString(), area(it.get("geometry"))));
    SortedMap<String, Integer> told = new TreeMap<>();
    for (int column = 0; column < 2; column++) {
      int count = Objects.requireNonNull(COUNTED.get(column == 0 ? "A" : "B"));
      SortedMap<String, Long> weights = new TreeMap<>();
      long total = 0;
      for (Address address : addresses) {
        double west = SmallCity.cell(column, 1).lon() - 0.0005;
        if (address.place().lat() > SmallCity.cell(0, 1).lat() - 0.0005
            && address.place().lon() > west
            && address.place().lon() < west + 0.001) {
          weights.merge(in(areas, address.place()), address.weight(), Long::sum);
          total += address.weight();
        }
      }
      long all = total;
      int left = count;
      for (Map.Entry<String, Long> each : weights.entrySet()) {
        int whole = (int) (count * each.getValue() / all);
        told.merge(each.getKey(), whole, Integer::sum);
        left -= whole;
      }
      weights.entrySet().stream()
          .sorted(
              Comparator.comparingLong(
                      (Map.Entry<String, Long> it) -> -(count * it.getValue() % all))
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(left)
          .forEach(it -> told.merge(it.getKey(), 1, Integer::sum));
    }
    return told;
  }

  private static String in(SortedMap<String, Geometry> areas, LatticePoint place) {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(place.lon(), place.lat()));
    return areas.entrySet().stream()
        .filter(it -> it.getValue().contains(point))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static Geometry area(JsonNode geometry) {
    GeometryFactory factory = new GeometryFactory();
    List<Polygon> polygons = new ArrayList<>();
    boolean many = geometry.get("type").asString().equals("MultiPolygon");
    for (JsonNode rings :
        many ? geometry.get("coordinates") : List.of(geometry.get("coordinates"))) {
      Coordinate[] shell =
          rings
              .get(0)
              .valueStream()
              .map(it -> new Coordinate(it.get(0).asDouble(), it.get(1).asDouble()))
              .toArray(Coordinate[]::new);
      polygons.add(factory.createPolygon(shell));
    }
    return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static List<JsonNode> features(JsonNode redraw) {
    return redraw.at("/grids/features").valueStream().toList();
  }

  private JsonNode redraw(String order, boolean apply) {
    Answer answer = draft.post("/redraws", "*", order.formatted(apply));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
