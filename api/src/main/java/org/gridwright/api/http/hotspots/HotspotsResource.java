package org.gridwright.api.http.hotspots;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.weights.WeightsException;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.hotspot.DensityRaster;
import org.gridwright.data.hotspot.FigureSheet;
import org.gridwright.data.hotspot.plan.HotspotDesk;
import org.gridwright.data.hotspot.plan.HotspotResult;
import org.gridwright.data.hotspot.plan.MadePlaces;
import org.gridwright.data.hotspot.plan.MethodAnswer;
import org.gridwright.data.hotspot.plan.MethodDesk;
import org.gridwright.data.hotspot.plan.MethodRun;
import org.gridwright.data.hotspot.plan.PlanHotspotTable;
import org.gridwright.data.store.Store;
import org.gridwright.data.work.JobKind;
import org.gridwright.data.work.Jobs;
import org.gridwright.data.work.JobsFullException;

/** Which units stand out: questions, and their answers as long as they are kept. */
public final class HotspotsResource implements Resource, AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int MOST_WAITING = 16;

  /** How long a method may take that is answered as a job. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  /** Numbers that all answers of methods may hold together: some 200 MiB. */
  private static final long MOST_NUMBERS = 25_000_000;

  private static final List<String> FORMATS = List.of("json", "csv", "geojson", "png");
  private static final List<String> TABLES = List.of("places", "bins", "lorenz");

  private final PlanLookup plans;
  private final HotspotDesk desk;
  private final Jobs jobs = Jobs.beside("hotspots", 1, MOST_WAITING);
  private final Jobs methodJobs = Jobs.beside("hotspot-methods", 1, MOST_WAITING);
  private final MethodDesk methods;
  private final MadePlaces made = new MadePlaces();

  public HotspotsResource(PlanLookup plans, HotspotDesk desk, Store store) {
    this.plans = plans;
    this.desk = desk;
    this.methods = new MethodDesk(store, methodJobs, LONGEST, MOST_NUMBERS);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/hotspots", KnownParameters.NONE.then(this::ask));
    routes.get(
        "/api/v1/hotspots/{id}",
        KnownParameters.of("format", "table").and(CsvParameters.WRITING).then(this::tell));
    routes.delete("/api/v1/hotspots/{id}", KnownParameters.NONE.then(this::remove));
  }

  @Override
  public void close() {
    methodJobs.close();
    jobs.close();
  }

  private void ask(Context ctx) {
    plans.themes();
    Members body = Members.of(Bodies.object(ctx));
    HotspotMembers members = new HotspotMembers(body, plans, made);
    if (MethodOrder.isMeant(body)) {
      begin(ctx, MethodOrder.of(members));
      return;
    }
    HotspotOrder order = HotspotOrder.of(members);
    HotspotResult result = answered(order);
    ctx.header("Location", "/api/v1/hotspots/" + result.id());
    answer(ctx, result);
  }

  private void begin(Context ctx, MethodOrder order) {
    try {
      MethodRun run = methods.begin(order.snapshot(), order.question(), order.recipe());
      ctx.status(202);
      ctx.header("Location", "/api/v1/hotspots/" + run.id());
      answer(ctx, run);
    } catch (JobsFullException full) {
      throw ProblemException.manyHotspots();
    }
  }

  private HotspotResult answered(HotspotOrder order) {
    try {
      return jobs.submit(
              JobKind.HOTSPOTS,
              LIMIT,
              progress -> desk.answer(order.snapshot(), order.question(), progress))
          .attend();
    } catch (HotspotException refused) {
      throw refused(refused.told());
    } catch (WeightsException refused) {
      throw refused(refused.told());
    } catch (DeadlineException late) {
      throw ProblemException.refused(
              null, ApiMessages.of("http.hotspots-too-long", LIMIT.toSeconds()))
          .with("reason", "hotspots-too-long");
    } catch (JobsFullException | CancelledException full) {
      throw ProblemException.manyHotspots();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ProblemException.manyHotspots();
    }
  }

  private static ProblemException refused(Message told) {
    return ProblemException.refused(null, told).with("reason", "hotspot-refused");
  }

  private void tell(Context ctx) throws IOException {
    plans.themes();
    Parameters parameters = new Parameters(ctx);
    String id = ctx.pathParam("id");
    String format = parameters.word("format", FORMATS);
    CsvOutput csv = CsvParameters.writing(parameters);
    String table = parameters.word("table", TABLES);
    Optional<MethodRun> run = methods.find(id);
    if (run.isPresent()) {
      tell(ctx, run.get(), format, table, csv);
      return;
    }
    HotspotResult result =
        desk.given(id)
            .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-hotspots", id)));
    requireNoTable(table);
    switch (format) {
      case "csv" -> {
        ctx.contentType(CsvParameters.contentType(csv));
        send(ctx, "hotspots.csv", out -> PlanHotspotTable.write(result, out, csv));
      }
      case "geojson" -> {
        ctx.contentType("application/geo+json");
        send(ctx, "hotspots.geojson", out -> PlanHotspotTable.writeMap(result, out));
      }
      case "png" -> {
        ctx.contentType("image/png");
        send(ctx, "hotspots.png", out -> PlanHotspotTable.writePicture(result, out));
      }
      default -> answer(ctx, result);
    }
  }

  private void tell(Context ctx, MethodRun run, String format, String table, CsvOutput csv)
      throws IOException {
    if (format.equals("json")) {
      requireNoTable(table);
      answer(ctx, run);
      return;
    }
    MethodAnswer answer =
        run.answer()
            .orElseThrow(() -> ProblemException.conflict(ApiMessages.of("http.hotspots-not-done")));
    String name = "hotspots-" + run.question().method();
    switch (format) {
      case "csv" -> {
        ctx.contentType(CsvParameters.contentType(csv));
        send(ctx, name + ".csv", csvOf(answer, table, csv));
      }
      case "geojson" -> {
        requireNoTable(table);
        ctx.contentType("application/geo+json");
        send(ctx, name + ".geojson", answer.sheet()::writeGeoJson);
      }
      default -> {
        requireNoTable(table);
        DensityRaster raster = answer.raster().orElseThrow(HotspotsResource::noPicture);
        ctx.contentType("image/png");
        send(ctx, name + ".png", raster::writePicture);
      }
    }
  }

  /** The rows, the raster of a density, or a table beside them. */
  private static Writing csvOf(MethodAnswer answer, String table, CsvOutput csv) {
    if (!table.equals(TABLES.get(0))) {
      FigureSheet beside =
          Optional.ofNullable(answer.beside().get(table))
              .orElseThrow(
                  () ->
                      ProblemException.badParameter(
                          "table", ApiMessages.of("http.hotspots-no-table", table)));
      return out -> beside.writeCsv(out, csv);
    }
    return answer
        .raster()
        .<Writing>map(raster -> out -> raster.writeCsv(out, csv))
        .orElse(out -> answer.sheet().writeCsv(out, csv));
  }

  private static void requireNoTable(String table) {
    if (!table.equals(TABLES.get(0))) {
      throw ProblemException.badParameter("table", ApiMessages.of("http.hotspots-no-table", table));
    }
  }

  private static ProblemException noPicture() {
    return ProblemException.badParameter("format", ApiMessages.of("http.hotspots-no-picture"));
  }

  private void remove(Context ctx) {
    plans.themes();
    String id = ctx.pathParam("id");
    methods.remove(
        methods
            .find(id)
            .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-hotspots", id))));
    ctx.status(204);
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static void send(Context ctx, String name, Writing writing) throws IOException {
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    OutputStream out = new BufferedOutputStream(ctx.outputStream(), 1 << 16);
    writing.to(out);
    out.flush();
  }

  private static void answer(Context ctx, HotspotResult result) {
    ctx.header("Cache-Control", "no-store");
    ctx.json(HotspotAnswer.of(result, Languages.of(ctx)));
  }

  private static void answer(Context ctx, MethodRun run) {
    ctx.header("Cache-Control", "no-store");
    ctx.json(MethodRunAnswer.of(run, Languages.of(ctx)));
  }
}
