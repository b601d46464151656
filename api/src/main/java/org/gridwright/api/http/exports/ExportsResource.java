package org.gridwright.api.http.exports;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.kept.KeptFiles;
import org.gridwright.api.http.kept.KeptFolder;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.core.work.Progress;
import org.gridwright.data.export.TableFormat;
import org.gridwright.data.layer.LayerException;
import org.gridwright.data.store.Store;
import org.gridwright.data.work.Job;
import org.gridwright.data.work.JobKind;
import org.gridwright.data.work.Jobs;
import org.gridwright.data.work.JobsFullException;

/** Layers that are taken away as files. */
public final class ExportsResource implements Resource, AutoCloseable {

  private static final Duration LIFE = Duration.ofHours(12);
  private static final int MOST = 20;
  private static final int MOST_WAITING = 8;
  private static final Duration LIMIT = Duration.ofHours(1);

  /** How long one waits to be told a size; a bounded number of rows is written for it. */
  private static final Duration SIZE = Duration.ofSeconds(30);

  private final List<TakenLayer> layers;
  private final PlanLookup plans;
  private final Jobs jobs = Jobs.beside("export", 1, MOST_WAITING);
  private final Jobs sizes = Jobs.beside("export-size", 1, MOST_WAITING);
  private final KeptFiles<Export> files;

  public ExportsResource(PlanLookup plans, Store store, Clock clock) {
    this.plans = plans;
    this.layers = TakenLayer.all(plans, store.layers());
    this.files = new KeptFiles<>("exports", LIFE, MOST, clock, KeptFiles.parent());
  }

  @Override
  public void register(RoutesConfig routes) {
    KnownParameters all =
        layers.stream()
            .map(TakenLayer::parameters)
            .reduce(KnownParameters.NONE, KnownParameters::and);
    routes.get("/api/v1/layers/{layer}/size", all.then(ctx -> layer(ctx).parameters(), this::size));
    routes.post(
        "/api/v1/layers/{layer}/exports", all.then(ctx -> layer(ctx).parameters(), this::begin));
    routes.get("/api/v1/exports", KnownParameters.NONE.then(this::list));
    routes.get("/api/v1/exports/{id}", KnownParameters.NONE.then(this::follow));
    routes.delete("/api/v1/exports/{id}", KnownParameters.NONE.then(this::remove));
    routes.get("/api/v1/exports/{id}/file", KnownParameters.NONE.then(this::fetch));
  }

  @Override
  public void close() {
    sizes.close();
    jobs.close();
    files.close();
  }

  /** The answer of {@code GET /api/v1/exports}. */
  record ExportsAnswer(List<ExportAnswer> exports) {}

  private TakenLayer layer(Context ctx) {
    String name = ctx.pathParam("layer");
    return layers.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-layer", name)));
  }

  private ExportOrder order(Context ctx) {
    plans.themes();
    try {
      return layer(ctx).order(new Parameters(ctx));
    } catch (LayerException unknown) {
      throw ProblemException.badParameter("columns", unknown.told());
    }
  }

  private void size(Context ctx) throws IOException {
    ExportOrder order = order(ctx);
    KeptFolder folder = files.folder();
    try {
      answer(ctx, attended(progress -> order.size(folder.path(), progress)));
    } finally {
      KeptFiles.delete(folder.path());
    }
  }

  private void begin(Context ctx) throws IOException {
    ExportOrder order = order(ctx);
    KeptFolder folder = files.folder();
    boolean begun = false;
    try {
      Path file = Export.fileOf(folder, order);
      Job<Export.Written> job =
          jobs.submit(JobKind.EXPORT, LIMIT, progress -> written(order, file, progress));
      Export export = new Export(folder, order, job);
      files.add(export);
      begun = true;
      ctx.status(202);
      ctx.header("Location", "/api/v1/exports/" + export.id());
      answer(ctx, export.answer(Languages.of(ctx)));
    } catch (JobsFullException full) {
      throw ProblemException.manyExports();
    } finally {
      if (!begun) {
        KeptFiles.delete(folder.path());
      }
    }
  }

  private static Export.Written written(ExportOrder order, Path file, Progress progress) {
    long rows = order.write(file, progress);
    try {
      return new Export.Written(rows, Files.size(file));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void list(Context ctx) {
    plans.themes();
    Locale language = Languages.of(ctx);
    answer(
        ctx,
        new ExportsAnswer(files.list().stream().map(export -> export.answer(language)).toList()));
  }

  private void follow(Context ctx) {
    answer(ctx, find(ctx).answer(Languages.of(ctx)));
  }

  private void remove(Context ctx) {
    files.remove(find(ctx));
    ctx.status(204);
  }

  private void fetch(Context ctx) throws IOException {
    Export export = find(ctx);
    if (!export.isDone()) {
      throw ProblemException.conflict(ApiMessages.of("http.export-not-done"));
    }
    ExportOrder order = export.order();
    ctx.header("Cache-Control", "no-store");
    ctx.header("Content-Disposition", "attachment; filename=\"" + order.fileName() + "\"");
    ctx.contentType(
        order.format() == TableFormat.CSV
            ? CsvParameters.contentType(order.csv())
            : order.format().mediaType());
    try (OutputStream out = ctx.outputStream()) {
      Files.copy(export.file(), out);
    }
  }

  private Export find(Context ctx) {
    plans.themes();
    return files
        .find(ctx.pathParam("id"))
        .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-export")));
  }

  /** Does what a reader waits for. */
  private <R> R attended(Function<Progress, R> work) {
    try {
      return sizes.submit(JobKind.EXPORT, SIZE, work).attend();
    } catch (DeadlineException | JobsFullException | CancelledException full) {
      throw ProblemException.manyExports();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ProblemException.manyExports();
    }
  }

  private static void answer(Context ctx, Object value) {
    ctx.header("Cache-Control", "no-store");
    ctx.json(value);
  }
}
