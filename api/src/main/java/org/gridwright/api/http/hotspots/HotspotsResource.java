package org.gridwright.api.http.hotspots;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
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
import org.gridwright.data.hotspot.plan.HotspotDesk;
import org.gridwright.data.hotspot.plan.HotspotResult;
import org.gridwright.data.hotspot.plan.PlanHotspotTable;
import org.gridwright.data.work.JobKind;
import org.gridwright.data.work.Jobs;
import org.gridwright.data.work.JobsFullException;

/** Which units stand out: questions, and their answers as long as they are kept. */
public final class HotspotsResource implements Resource, AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int MOST_WAITING = 16;
  private static final List<String> FORMATS = List.of("json", "csv", "geojson");

  private final PlanLookup plans;
  private final HotspotDesk desk;
  private final Jobs jobs = Jobs.beside("hotspots", 1, MOST_WAITING);

  public HotspotsResource(PlanLookup plans, HotspotDesk desk) {
    this.plans = plans;
    this.desk = desk;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/hotspots", KnownParameters.NONE.then(this::ask));
    routes.get(
        "/api/v1/hotspots/{id}",
        KnownParameters.of("format").and(CsvParameters.WRITING).then(this::tell));
  }

  @Override
  public void close() {
    jobs.close();
  }

  private void ask(Context ctx) {
    plans.themes();
    HotspotOrder order = HotspotOrder.of(Members.of(Bodies.object(ctx)), plans);
    HotspotResult result = answered(order);
    ctx.header("Location", "/api/v1/hotspots/" + result.id());
    answer(ctx, result);
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
    HotspotResult result =
        desk.given(id)
            .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-hotspots", id)));
    switch (format) {
      case "csv" -> {
        ctx.contentType(CsvParameters.contentType(csv));
        send(ctx, "hotspots.csv", out -> PlanHotspotTable.write(result, out, csv));
      }
      case "geojson" -> {
        ctx.contentType("application/geo+json");
        send(ctx, "hotspots.geojson", out -> PlanHotspotTable.writeMap(result, out));
      }
      default -> answer(ctx, result);
    }
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
}
