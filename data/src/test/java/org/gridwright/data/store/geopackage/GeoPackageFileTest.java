package org.gridwright.data.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.Numbered;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.TestPlans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs make of the file: GDAL's validator and ogrinfo. */
class GeoPackageFileTest {

  private static final Theme CHINESE =
      Theme.of("gpkg", "服务 \"网格\"", CodeScheme.FREE, "社区", "网 \"格\"");

  private static final Path OGRINFO = Path.of("/usr/bin/ogrinfo");

  @TempDir Path folder;

  @Test
  void gdalValidatesTheFile() throws Exception {
    validate(city());
  }

  @Test
  void aLayerWrittenForOthersIsValidAndTyped() throws Exception {
    Path file = folder.resolve("taken away.gpkg");
    List<String> fields = List.of("code", "Code", "fid", "households", "share", "mixed", "open");
    try (GeoPackageWriter writer =
        GeoPackageWriter.create(file, "甲 \"B\"", GeoPackageWriter.Shape.AREA, fields)) {
      writer.write(row(fields, "A", "a", 7, 300, 0.5, 1, true), TestPlans.square(0, 0, 5, 5));
      writer.write(
          row(fields, "B", null, 8, 1L << 40, 2, "x", null), TestPlans.square(5, 0, 10, 5));
      writer.write(row(fields, "C", "c", 9, null, Double.NaN, 2.5, false), null);
      writer.finish(Progress.NONE);
    }
    validate(file);
    assumeThere(OGRINFO, "gdal-bin");
    assertThat(run(OGRINFO.toString(), "-ro", "-al", file.toString()).text())
        .contains(
            "Layer name: 甲 \"B\"",
            "Geometry: Multi Polygon",
            "Feature Count: 3",
            "Code_2: String",
            "fid_2: Integer64",
            "households (Integer64) = 1099511627776",
            "share (Real) = 2",
            "mixed (String) = x",
            "open: Integer(Boolean)",
            "share (Real) = (null)");
  }

  @Test
  void aTableOfOfficersNeedsNoGeometry() throws Exception {
    Path file = folder.resolve("officers.gpkg");
    try (GeoPackageWriter writer =
        GeoPackageWriter.create(file, "officers", GeoPackageWriter.Shape.NONE, List.of("id"))) {
      writer.write(Map.of("id", "o1"), null);
      writer.finish(Progress.NONE);
    }
    validate(file);
  }

  private static Map<String, Object> row(List<String> fields, @Nullable Object... values) {
    Map<String, Object> row = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      row.put(fields.get(i), values[i]);
    }
    return row;
  }

  private static void validate(Path file) throws Exception {
    Path python = Path.of("/usr/bin/python3");
    assumeThere(python, "python3");
    assumeTrue(
        run(python.toString(), "-c", "import osgeo_utils.samples.validate_gpkg").exit() == 0,
        "python3-gdal is not installed");

    Output output =
        run(python.toString(), "-m", "osgeo_utils.samples.validate_gpkg", "-k", file.toString());

    assertThat(output.text()).doesNotContain("Req", "rror");
    assertThat(output.exit()).as(output.text()).isZero();
  }

  @Test
  void ogrinfoListsTheLayersOfToday() throws Exception {
    assumeThere(OGRINFO, "gdal-bin");
    Path file = city();

    assertThat(run(OGRINFO.toString(), "-ro", file.toString()).text())
        .contains(
            "beats_district (Multi Polygon)",
            "beats_grid (Multi Polygon)",
            "theme_gpkg_社区 (Multi Polygon)",
            "theme_gpkg_网 \"格\" (Multi Polygon)",
            "address (Point)");
    assertThat(run(OGRINFO.toString(), "-ro", "-so", file.toString(), "beats_grid").text())
        .contains("FID Column = id", "Feature Count: 4", "Geometry Column = geom", "WGS 84");
  }

  /** Two themes; of the first, a plan in force, one that it replaced, one to come, and a draft. */
  private Path city() {
    Path file = folder.resolve("city.gpkg");
    try (Store store = GeoPackageStores.open(file)) {
      LocalDate today = LocalDate.now(ZoneId.systemDefault());
      publish(store, TestPlans.row(3), today.minusDays(9));
      publish(store, TestPlans.row(4), today.minusDays(1));
      publish(store, TestPlans.row(7), today.plusDays(9));
      store.plans().createDraft(TestPlans.row(9), Actor.named("ann"), "more");
      store.themes().setJurisdiction("beats", TestPlans.square(0, 0, 40, 10));
      Unit community = new Unit(0, "C", null, "甲", Map.of(), null);
      Unit grid = new Unit(1, "C1", "C", "一", Map.of("k", "v"), TestPlans.square(0, 0, 5, 5));
      publish(store, Plan.of(CHINESE, List.of(community, grid)), today);
      store.addresses().put(Numbered.addresses(1_500, -1));
      store.addresses().put(Numbered.addresses(20, -1));
      store
          .incidents()
          .put(
              List.of(
                      new Incident(
                          "i",
                          TestPlans.POINT,
                          today.atStartOfDay(),
                          "noise",
                          "app",
                          "open",
                          null,
                          null))
                  .iterator());
    }
    return file;
  }

  private static void publish(Store store, Plan plan, LocalDate effective) {
    store.themes().ensure(plan.theme());
    long draft = store.plans().createDraft(plan, Actor.named("ann"), "because").id();
    store.plans().publish(draft, effective, null);
  }

  private static void assumeThere(Path program, String packageName) {
    if (!Files.isExecutable(program)) {
      System.err.println(program + " is missing; install " + packageName);
    }
    assumeTrue(Files.isExecutable(program), () -> "install " + packageName);
  }

  private static Output run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), text);
  }

  private record Output(int exit, String text) {}
}
