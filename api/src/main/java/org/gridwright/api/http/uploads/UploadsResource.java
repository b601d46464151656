package org.gridwright.api.http.uploads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.gridwright.api.http.Author;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.GeoJsonPlace;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.http.kept.KeptFiles;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.intake.PointFields;
import org.gridwright.data.intake.look.FileLook;
import org.gridwright.data.intake.look.FilePreview;
import org.gridwright.data.intake.look.PointProposal;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.gridwright.data.work.JobKind;
import org.gridwright.data.work.Jobs;
import org.gridwright.data.work.JobsFullException;

/** Files that are brought in, looked at and imported. */
public final class UploadsResource implements Resource, AutoCloseable {

  private static final String ANY = "application/octet-stream";
  private static final KnownParameters PREVIEW =
      UploadReading.PARAMETERS.and(KnownParameters.of("lon", "lat"));

  /** How long one waits for a look; it reads a bounded number of records. */
  private static final Duration LOOK = Duration.ofSeconds(60);

  private static final Duration IMPORT = Duration.ofHours(2);
  private static final int LOOKS_AT_ONCE = 2;
  private static final int MOST_WAITING = 8;

  private final Store store;
  private final PlanLookup plans;
  private final Runnable refresh;
  private final DraftDesk desk;
  private final Uploads uploads;
  private final Jobs looks = Jobs.beside("look", LOOKS_AT_ONCE, MOST_WAITING);
  private final Jobs imports = Jobs.beside("import", 1, MOST_WAITING);

  /**
   * @param refresh makes new themes and plans known
   * @param mostBytes greatest size of a file
   */
  public UploadsResource(
      Store store, PlanLookup plans, Runnable refresh, DraftDesk desk, long mostBytes) {
    this.store = store;
    this.plans = plans;
    this.refresh = refresh;
    this.desk = desk;
    this.uploads = new Uploads(mostBytes, Clock.systemUTC(), KeptFiles.parent());
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/uploads", KnownParameters.of("name").then(this::keep));
    routes.get("/api/v1/uploads/{id}", UploadReading.PARAMETERS.then(this::look));
    routes.delete("/api/v1/uploads/{id}", KnownParameters.NONE.then(this::remove));
    routes.get("/api/v1/uploads/{id}/preview", PREVIEW.then(this::preview));
    routes.post("/api/v1/uploads/{id}/import", KnownParameters.NONE.then(this::begin));
    routes.get("/api/v1/uploads/{id}/import", KnownParameters.NONE.then(this::follow));
    routes.delete("/api/v1/uploads/{id}/import", KnownParameters.NONE.then(this::cancel));
  }

  @Override
  public void close() {
    looks.close();
    imports.close();
    uploads.close();
  }

  /** The answer of {@code POST /api/v1/uploads}. */
  record KeptUpload(String id, String name, long size) {}

  private void keep(Context ctx) throws IOException {
    plans.themes();
    if (!ANY.equals(Bodies.mediaType(ctx.contentType()))) {
      throw ProblemException.unsupportedType(ANY);
    }
    long declared = ctx.req().getContentLengthLong();
    if (declared > uploads.limitBytes()) {
      throw ProblemException.tooLarge(uploads.limitBytes());
    }
    String name = new Parameters(ctx).text("name").orElse("file");
    Upload upload = uploads.keep(name, ctx.req().getInputStream());
    if (upload.size() == 0 || (declared >= 0 && upload.size() != declared)) {
      uploads.remove(upload);
      throw ProblemException.badBody(
          null, ApiMessages.of(upload.size() == 0 ? "http.upload-empty" : "http.upload-broken"));
    }
    ctx.status(201);
    ctx.header("Location", "/api/v1/uploads/" + upload.id());
    answer(ctx, new KeptUpload(upload.id(), upload.name(), upload.size()));
  }

  private void look(Context ctx) {
    UploadReading reading = UploadReading.of(new Parameters(ctx));
    Upload upload = find(ctx);
    FileLook look = look(upload, reading);
    String encoding = reading.encoding(upload.file()).name();
    answer(ctx, LookAnswer.of(upload, encoding, look, Languages.of(ctx)));
  }

  private FileLook look(Upload upload, UploadReading reading) {
    return upload.look(
        reading,
        () ->
            attended(
                progress ->
                    FileLook.of(
                        upload.file(),
                        reading.options(upload.file()),
                        reading.datumOrWgs84(),
                        progress)));
  }

  /**
   * The shapes of a file, simplified; a FeatureCollection.
   *
   * @param whole whether all are in it
   */
  record Drawn(String type, List<Item> features, boolean whole) {

    record Item(String type, Map<String, String> properties, GeoJsonPlace geometry) {}

    static Drawn of(FilePreview preview) {
      return new Drawn(
          "FeatureCollection",
          preview.shapes().stream()
              .map(shape -> new Item("Feature", Map.of(), GeoJsonPlace.of(shape)))
              .toList(),
          preview.whole());
    }
  }

  private void preview(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    UploadReading reading = UploadReading.of(parameters);
    String lon = parameters.text("lon").orElse(null);
    String lat = parameters.text("lat").orElse(null);
    if ((lon == null) != (lat == null)) {
      String missing = lon == null ? "lon" : "lat";
      throw ProblemException.badParameter(
          missing, ApiMessages.of("http.parameter-missing", missing));
    }
    Upload upload = find(ctx);
    FileLook look = look(upload, reading);
    PointProposal points = look.points();
    PointFields place =
        lon != null
            ? new PointFields(lon, lat)
            : points.hasPlace()
                ? new PointFields(points.lon(), points.lat())
                : PointFields.GEOMETRY;
    ReadOptions options = reading.options(upload.file()).ofLayer(look.layer());
    answer(
        ctx,
        Drawn.of(
            attended(
                progress ->
                    FilePreview.of(
                        upload.file(),
                        options,
                        reading.datumOrWgs84(),
                        place,
                        look.bounds(),
                        progress))));
    ctx.contentType("application/geo+json");
  }

  private void remove(Context ctx) {
    uploads.remove(find(ctx));
    ctx.status(204);
  }

  private void begin(Context ctx) {
    Members body = Members.of(Bodies.object(ctx));
    Upload upload = find(ctx);
    Actor author = Author.of(ctx);
    Locale language = Languages.of(ctx);
    String reason = ApiMessages.of("http.import-reason", upload.name()).in(language);
    ImportOrder order = ImportRequest.order(body, upload, plans, author, reason);
    try {
      boolean begun =
          upload.begin(
              () ->
                  new RunningImport(
                      imports.submit(
                          JobKind.IMPORT, IMPORT, progress -> run(order, upload, progress))));
      if (!begun) {
        throw ProblemException.conflict(ApiMessages.of("http.import-busy"));
      }
    } catch (JobsFullException full) {
      throw ProblemException.manyImports();
    }
    ctx.status(202);
    ctx.header("Location", ctx.path());
    answer(ctx, running(upload).answer(language));
  }

  /** Imports, and makes what came of it known to all that read. */
  private ImportOutcome run(ImportOrder order, Upload upload, Progress progress) {
    ImportOutcome outcome = order.run(store, progress);
    refresh.run();
    Long plan = outcome.plan();
    if (plan != null && !outcome.published()) {
      desk.describe(plan, ThemeWords.title(upload.name()), "");
    }
    return outcome;
  }

  private void follow(Context ctx) {
    answer(ctx, running(find(ctx)).answer(Languages.of(ctx)));
  }

  private void cancel(Context ctx) {
    running(find(ctx)).cancel();
    ctx.status(204);
  }

  private Upload find(Context ctx) {
    plans.themes();
    return uploads
        .find(ctx.pathParam("id"))
        .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-upload")));
  }

  private static RunningImport running(Upload upload) {
    RunningImport running = upload.running();
    if (running == null) {
      throw ProblemException.notFound(ApiMessages.of("http.import-none"));
    }
    return running;
  }

  /** Does what a reader waits for. */
  private <R> R attended(Function<Progress, R> work) {
    try {
      return looks.submit(JobKind.LOOK, LOOK, work).attend();
    } catch (InputException unreadable) {
      throw ProblemException.refused(null, unreadable.told());
    } catch (DeadlineException late) {
      throw ProblemException.refused(null, ApiMessages.of("http.look-too-long", LOOK.toSeconds()));
    } catch (JobsFullException | CancelledException full) {
      throw ProblemException.manyImports();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ProblemException.manyImports();
    }
  }

  private static void answer(Context ctx, Object value) {
    ctx.header("Cache-Control", "no-store");
    ctx.json(value);
  }
}
