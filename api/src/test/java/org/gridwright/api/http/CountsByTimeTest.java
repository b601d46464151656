package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.Pause;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Incidents by day and hour, against those that the test counts one by one. */
class CountsByTimeTest {

  private static final DemoCity CITY = DemoCity.generate(DemoOptions.of(122, 1));

  @TempDir static Path folder;

  private static Store store;
  private static Server server;
  private static Client client;
  private static List<Incident> all;

  @BeforeAll
  static void serve() {
    store = GeoPackageStores.open(folder.resolve("demo.gpkg"));
    DemoLoader.load(CITY, store, Progress.NONE);
    try (Stream<Incident> stream = store.incidents().stream(IncidentStore.Query.ALL)) {
      all = stream.toList();
    }
    server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()));
    client = new Client(server.port());
    while (client.get("/health").status() != 200) {
      Pause.aMoment();
    }
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void everyIncidentIsInItsHourAndInItsBin() {
    JsonNode times = json("/api/v1/counts/times");
    assertThat(times.get("total").asLong()).isEqualTo(all.size());
    agrees(times, all);
  }

  @Test
  void hoursWeekdaysAndCategoryAreThoseAskedFor() {
    String category = all.get(0).category();
    JsonNode times = json("/api/v1/counts/times?hours=22-5&weekdays=6-1&category=" + category);
    List<Incident> night =
        all.stream()
            .filter(each -> each.category().equals(category))
            .filter(each -> each.occurred().getHour() >= 22 || each.occurred().getHour() <= 5)
            .filter(each -> List.of(6, 7, 1).contains(weekday(each.occurred())))
            .toList();
    assertThat(night).isNotEmpty();
    agrees(times, night);
    String listed = "/api/v1/incidents?limit=1&hours=22-5&weekdays=6,7,1&category=" + category;
    assertThat(json(listed).get("total").asLong()).isEqualTo(night.size());
    String counted = "/api/v1/counts?hours=22-5&weekdays=6-1&category=" + category;
    assertThat(json(counted).get("total").asLong()).isEqualTo(night.size());
  }

  @Test
  void incidentsOfAUnitAreThoseThatItOwns() {
    Plan plan = CITY.plan();
    String code = plan.units(1).get(1).code();
    String level = plan.theme().levels().get(1).name();
    JtsLocator owners = JtsLocator.of(plan);
    List<Incident> own = new ArrayList<>();
    for (Incident each : all) {
      int grid = owners.owner(each.place().x(), each.place().y());
      if (grid > 0 && plan.path(plan.grids().get(grid - 1)).get(1).code().equals(code)) {
        own.add(each);
      }
    }
    assertThat(own).isNotEmpty();
    agrees(json("/api/v1/counts/times?level=" + level + "&unit=" + code), own);
  }

  @Test
  void aQuestionOfHotspotsHasHoursAndWeekdaysToo() {
    Answer answer =
        client.post(
            "/api/v1/hotspots",
            "application/json",
            "{\"hours\": \"7-9,17\", \"weekdays\": \"1-5\"}");
    assertThat(answer.status()).isEqualTo(200);
    JsonNode told = answer.json();
    assertThat(told.get("request").get("hours").asString()).isEqualTo("7-9,17");
    assertThat(told.get("request").get("weekdays").asString()).isEqualTo("1-5");
    long expected =
        all.stream()
            .filter(each -> List.of(7, 8, 9, 17).contains(each.occurred().getHour()))
            .filter(each -> weekday(each.occurred()) <= 5)
            .count();
    assertThat(told.get("total").asLong()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hours=24",
        "hours=-1",
        "hours=7-",
        "hours=7,,8",
        "hours=a",
        "weekdays=0",
        "weekdays=8",
        "hours=1.5",
        "weekdays=1-9"
      })
  void whatIsNoHourOrWeekdayIsRefusedByName(String query) {
    Answer answer = client.get("/api/v1/counts/times?" + query);
    assertThat(answer.status()).isEqualTo(400);
    String name = query.substring(0, query.indexOf('='));
    assertThat(answer.json().get("detail").asString()).startsWith(name + "=").contains("such as");
  }

  @Test
  void aUnitThatIsNotThereIsTold() {
    assertThat(client.get("/api/v1/counts/times?unit=nobody").status()).isEqualTo(404);
  }

  private static JsonNode json(String path) {
    Answer answer = client.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.json();
  }

  private static int weekday(LocalDateTime when) {
    return when.getDayOfWeek().getValue();
  }

  /** Counts by hour and by bin, and what is expected of each hour by the sums alone. */
  private static void agrees(JsonNode times, List<Incident> incidents) {
    long[][] week = new long[7][24];
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    for (Incident each : incidents) {
      week[weekday(each.occurred()) - 1][each.occurred().getHour()]++;
      days.merge(each.occurred().toLocalDate(), 1L, Long::sum);
    }
    JsonNode told = times.get("week");
    for (int day = 0; day < 7; day++) {
      for (int hour = 0; hour < 24; hour++) {
        assertThat(told.get("counts").get(day).get(hour).asLong()).isEqualTo(week[day][hour]);
        assertThat(told.get("expected").get(day).get(hour).asDouble())
            .isCloseTo(expected(week, day, hour, incidents.size()), within(1e-9));
      }
    }
    LocalDate next = null;
    long sum = 0;
    for (JsonNode bin : times.get("series")) {
      LocalDate from = LocalDate.parse(bin.get("from").asString());
      LocalDate to = LocalDate.parse(bin.get("to").asString());
      assertThat(next == null || next.equals(from)).as("bins follow each other").isTrue();
      assertThat(bin.get("count").asLong())
          .isEqualTo(days.subMap(from, to).values().stream().mapToLong(it -> it).sum());
      sum += bin.get("count").asLong();
      next = to;
    }
    assertThat(sum).isEqualTo(incidents.size()).isEqualTo(times.get("total").asLong());
  }

  private static double expected(long[][] week, int day, int hour, int total) {
    long ofDay = 0;
    long ofHour = 0;
    for (int each = 0; each < 24; each++) {
      ofDay += week[day][each];
    }
    for (int each = 0; each < 7; each++) {
      ofHour += week[each][hour];
    }
    return total == 0 ? 0 : (double) ofDay * ofHour / total;
  }
}
