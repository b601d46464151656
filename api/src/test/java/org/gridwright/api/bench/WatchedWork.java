package org.gridwright.api.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridwright.core.bench.Gaps;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.bulk.BulkAssigner;
import org.gridwright.data.bulk.BulkLimits;
import org.gridwright.data.bulk.BulkProgress;
import org.gridwright.data.bulk.BulkWorkers;
import org.gridwright.data.bulk.CsvJob;
import org.gridwright.data.bulk.CsvSource;
import org.gridwright.data.bulk.CsvStyle;
import org.gridwright.data.bulk.PlacedColumn;
import org.gridwright.data.check.PlanCheck;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.PlanComparer;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.DecimalDegrees;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.export.RowWriter;
import org.gridwright.data.export.Table;
import org.gridwright.data.intake.AddressImport;
import org.gridwright.data.intake.AddressPartFields;
import org.gridwright.data.intake.IncidentImport;
import org.gridwright.data.intake.IncidentTimes;
import org.gridwright.data.intake.LevelFields;
import org.gridwright.data.intake.Mending;
import org.gridwright.data.intake.PointFields;
import org.gridwright.data.intake.ZoneImport;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.redraw.BalanceBy;
import org.gridwright.data.redraw.RedrawOrder;
import org.gridwright.data.redraw.Redrawing;
import org.gridwright.data.redraw.StoreWeigher;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;

/**
 * All long work on a demo city in a store, watched: the longest time without a checkpoint, and what
 * watching costs. Arguments: grids, the store's address (a new GeoPackage where it is left out or
 * "-"; a database must be empty), and how often what changes nothing is done with and without
 * watching, by turns.
 */
public final class WatchedWork {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final ReadOptions READING = ReadOptions.DEFAULT;
  private static final PointFields PLACE = new PointFields("lon", "lat");
  private static final int DIVIDED = 40;

  private final Path folder;
  private final DemoCity city;
  private final Store store;
  private final Plan plan;
  private final long id;
  private final int rounds;

  private WatchedWork(Path folder, DemoCity city, Store store, PlanInfo loaded, int rounds) {
    this.folder = folder;
    this.city = city;
    this.store = store;
    this.plan = city.plan();
    this.id = loaded.id();
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    int grids = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("watched");
    String address = arguments.length > 1 ? arguments[1] : "-";
    DemoCity[] city = new DemoCity[1];
    PlanInfo[] loaded = new PlanInfo[1];
    try (Store store =
        Stores.open(address.equals("-") ? folder.resolve("city.gpkg").toString() : address)) {
      Gaps.print("make the demo city", it -> city[0] = made(grids, 1, it));
      Gaps.print("store it", it -> loaded[0] = DemoLoader.load(city[0], store, it));
      int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
      new WatchedWork(folder, city[0], store, loaded[0], rounds).all();
    } finally {
      delete(folder);
    }
  }

  private static DemoCity made(int grids, long seed, Progress progress) {
    return DemoCity.generate(DemoOptions.of(grids, seed), progress);
  }

  private void all() throws IOException {
    Plan other = made(plan.grids().size(), 2, Progress.NONE).plan();
    int grids = plan.theme().gridLevel().depth();
    measure("load the plan", it -> store.plans().load(id, it));
    measure("build the locator", it -> PackedLocator.of(plan, it));
    measure("full check", it -> new PlanCheck(store).check(plan, null, it));
    measure("redraw 40 communities", this::redraw);
    measure("compare, other outlines", it -> compare(other, grids, grids, true, it));
    measure("crosswalk, to communities", it -> compare(other, grids, grids - 1, false, it));
    measure("repair, a grid in 1000 missing", this::repair);
    measure("export units, GeoJSON", it -> export(units(), RowWriter::geoJson, it));
    measure("export units, GeoPackage", it -> exportGeoPackage("units", units(), it));
    Table incidents = Table.of(store.layers().incidents(), LayerQuery.ALL);
    measure(
        "export incidents, CSV",
        it -> export(incidents, to -> RowWriter.csv(to, incidents, CsvOutput.DEFAULT), it));
    measure("export incidents, GeoPackage", it -> exportGeoPackage("incidents", incidents, it));
    writeInputs();
    measure("assign", this::assign);
    measure("import addresses again", it -> importAddresses(store, it));
    measure("import incidents again", it -> importIncidents(store, it));
    Gaps.print("import zones, publish", it -> importZones(store, it));
  }

  private void measure(String name, Consumer<Progress> work) {
    Gaps.print(name, work);
    if (rounds > 0) {
      Gaps.printCost(name, work, rounds);
    }
  }

  private void redraw(Progress progress) {
    int depth = plan.theme().gridLevel().depth() - 1;
    List<String> some = new ArrayList<>();
    plan.units(depth).stream().limit(DIVIDED).map(Unit::code).forEach(some::add);
    int now = (int) plan.grids().stream().filter(it -> some.contains(it.parentCode())).count();
    new Redrawing(new StoreWeigher(store))
        .propose(
            EditablePlan.of(plan),
            new RedrawOrder.Cut(depth, some, now, BalanceBy.ADDRESSES, 0.1, 1, List.of()),
            progress);
  }

  private void compare(Plan other, int fromDepth, int toDepth, boolean codes, Progress progress) {
    new PlanComparer(store)
        .compare(
            side(plan, progress),
            fromDepth,
            side(other, progress),
            toDepth,
            CompareOptions.DEFAULT.withCodes(codes),
            progress);
  }

  private static ComparedPlan side(Plan plan, Progress progress) {
    return new ComparedPlan(
        ComparedPlan.Kind.FILE, 0, plan, () -> PackedLocator.of(plan, progress));
  }

  private void repair(Progress progress) {
    int depth = plan.theme().gridLevel().depth();
    List<Unit> units = new ArrayList<>();
    for (int upper = 0; upper < depth; upper++) {
      units.addAll(plan.units(upper));
    }
    plan.grids().stream().filter(it -> it.code().hashCode() % 1000 != 0).forEach(units::add);
    Mending.of(Plan.of(plan.theme(), units), List.of(), RepairOptions.STANDARD, progress);
  }

  private Table units() {
    return Table.of(store.layers().units(id, plan.theme().gridLevel()), LayerQuery.ALL);
  }

  private void export(Table table, Function<OutputStream, RowWriter> format, Progress progress) {
    try (OutputStream out = file("exported")) {
      table.write(format.apply(out), -1, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void exportGeoPackage(String layer, Table table, Progress progress) {
    try {
      Path to = folder.resolve(layer + ".gpkg");
      Files.deleteIfExists(to);
      table.write(RowWriter.geoPackage(to, layer, table), -1, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assign(Progress progress) {
    BulkLimits limits = BulkLimits.forFiles();
    try (InputFile.Bytes bytes = InputFile.of(folder.resolve("addresses.csv")).openPlain();
        OutputStream out = file("assigned.csv")) {
      CsvSource csv =
          CsvSource.open(
              bytes.stream(),
              bytes::read,
              InputFile.of(folder.resolve("addresses.csv")).source(),
              TextOptions.DEFAULT,
              true,
              limits);
      new BulkAssigner(plan, PackedLocator.of(plan, progress), BulkWorkers.perCore(), limits)
          .csv(
              csv,
              new CsvJob(
                  csv.column("lon"),
                  csv.column("lat"),
                  -1,
                  PlacedColumn.ALL,
                  CsvStyle.AS_GIVEN,
                  false),
              out,
              null,
              progress::checkpoint,
              BulkProgress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void importAddresses(Store to, Progress progress) {
    new AddressImport(to)
        .run(
            new AddressImport.Options(
                folder.resolve("addresses.csv"),
                READING,
                Datum.WGS84,
                "id",
                List.of("text"),
                AddressPartFields.NONE,
                PLACE,
                null,
                false),
            progress);
  }

  private void importIncidents(Store to, Progress progress) {
    new IncidentImport(to)
        .run(
            new IncidentImport.Options(
                folder.resolve("incidents.csv"),
                READING,
                Datum.WGS84,
                "id",
                PLACE,
                List.of("occurred"),
                IncidentTimes.LOCAL,
                "category",
                "import",
                plan.theme().id(),
                null,
                false),
            progress);
  }

  private void importZones(Store to, Progress progress) {
    new ZoneImport(to)
        .run(
            new ZoneOptions(
                folder.resolve("zones.geojson"),
                READING,
                Datum.WGS84,
                "imported",
                "imported",
                CodeScheme.FREE,
                LevelFields.parse("l0=l0,l1=l1,l2=l2,l3=l3,l4=l4"),
                Map.of(),
                ZoneOptions.SameCode.MERGE,
                List.of(),
                new ZoneOptions.Publish(DAY, "bench"),
                null,
                Actor.ANONYMOUS,
                "bench"),
            progress);
  }

  private void writeInputs() throws IOException {
    try (OutputStream out = file("zones.geojson");
        GeoJsonWriter json = new GeoJsonWriter(out)) {
      for (Unit grid : plan.grids()) {
        Map<String, Object> members = new LinkedHashMap<>();
        plan.path(grid).forEach(unit -> members.put("l" + unit.depth(), unit.code()));
        json.write(grid.code(), members, grid.drawnArea());
      }
    }
    try (CsvRecordWriter csv = new CsvRecordWriter(file("addresses.csv"), CsvOutput.DEFAULT)) {
      csv.write("id", "text", "lon", "lat");
      city.addresses()
          .forEach(
              it ->
                  csv.write(
                      it.id(),
                      it.text(),
                      DecimalDegrees.of(it.place().x()),
                      DecimalDegrees.of(it.place().y())));
    }
    try (CsvRecordWriter csv = new CsvRecordWriter(file("incidents.csv"), CsvOutput.DEFAULT)) {
      csv.write("id", "occurred", "category", "lon", "lat");
      city.incidents()
          .forEach(
              it ->
                  csv.write(
                      it.id(),
                      it.occurred().toString(),
                      it.category(),
                      DecimalDegrees.of(it.place().x()),
                      DecimalDegrees.of(it.place().y())));
    }
  }

  private OutputStream file(String name) {
    try {
      return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
