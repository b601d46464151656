package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.json.JavalinJackson3;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.layer.Filter;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.SortKey;
import org.gridwright.data.store.LayerStore;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A query that does not fit its layer is the client's fault, whichever address passes it on. Those
 * there are make queries that fit by themselves, so that these are asked by addresses of the test.
 */
class LayerRefusalsTest {

  private static final LayerQuery ALL = LayerQuery.ALL;

  @TempDir static Path folder;
  private static Store store;
  private static Javalin server;
  private static Client client;

  @BeforeAll
  static void serve() {
    store = GeoPackageStores.open(folder.resolve("city.gpkg"));
    Map<String, Runnable> asked = asked(store.layers());
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.jsonMapper(new JavalinJackson3(Json.MAPPER, false));
                  config.routes.get(
                      "/ask/{what}",
                      ctx -> Objects.requireNonNull(asked.get(ctx.pathParam("what"))).run());
                  new Problems().register(config.routes);
                })
            .start("127.0.0.1", 0);
    client = new Client(server.port());
  }

  @AfterAll
  static void close() {
    server.stop();
    store.close();
  }

  private static Map<String, Runnable> asked(LayerStore layers) {
    Layer incidents = layers.incidents();
    Layer officers = layers.officers("beats", null);
    LayerQuery boxed = ALL.within(new LatticeEnvelope(0, 0, 1, 1));
    return Map.of(
        "filter-field", () -> incidents.read(ALL.where(Filter.equal("colour", "red"))),
        "filter-literal", () -> incidents.read(ALL.where(Filter.equal("occurred", "noon"))),
        "filter-pattern", () -> incidents.read(ALL.where(new Filter.Like("status", "a\\"))),
        "sort", () -> incidents.read(ALL.sortedBy(SortKey.down("colour"))),
        "columns", () -> incidents.read(ALL.columns(List.of("id", "colour"))),
        "crs", () -> incidents.read(ALL.in("EPSG:4547")),
        "page", () -> incidents.read(ALL.after("x")),
        "box", () -> officers.read(boxed),
        "count", () -> officers.count(boxed));
  }

  @ParameterizedTest
  @CsvSource({
    "filter-field, has no field \"colour\", 没有字段“colour”",
    "filter-literal, value of the type timestamp, timestamp 类型的值",
    "filter-pattern, backslash, 反斜杠",
    "sort, has no field \"colour\", 没有字段“colour”",
    "columns, has no field \"colour\", 没有字段“colour”",
    "crs, EPSG:4547, EPSG:4547",
    "page, first page again, 从第一页",
    "box, have no place, 没有位置",
    "count, have no place, 没有位置"
  })
  void theClientIsToldWhatDoesNotFit(String what, String english, String chinese) {
    assertThat(refused(what, "en")).contains(english);
    assertThat(refused(what, "zh-CN")).contains(chinese);
  }

  private static String refused(String what, String language) {
    Answer answer = client.get("/ask/" + what, "Accept-Language", language);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.json().get("code").asString()).isEqualTo("bad-parameter");
    return answer.json().get("detail").asString();
  }
}
