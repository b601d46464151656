package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.Author;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.HeapRoom;
import org.gridwright.api.http.IfMatch;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.PlanStore;
import org.jspecify.annotations.Nullable;

/** Drafts as such: listed, made, told, described, removed. */
public final class DraftsResource implements Resource {

  private static final String GEO_JSON = "application/geo+json";

  private final DraftAccess drafts;
  private final DraftDesk desk;
  private final PlanLookup plans;
  private final PlanStore stored;
  private final HeapRoom heap = new HeapRoom();
  private final DraftNews news;

  public DraftsResource(DraftDesk desk, PlanLookup plans, PlanStore stored, DraftNews news) {
    this.drafts = new DraftAccess(desk, plans);
    this.desk = desk;
    this.plans = plans;
    this.stored = stored;
    this.news = news;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/drafts", KnownParameters.of("theme").then(this::list));
    routes.post(
        "/api/v1/drafts", KnownParameters.of("theme", "name", "description").then(this::create));
    routes.get(
        "/api/v1/drafts/{id}",
        KnownParameters.NONE.then(ctx -> answer(ctx, drafts.open(ctx).info())));
    routes.patch("/api/v1/drafts/{id}", KnownParameters.NONE.then(this::describe));
    routes.delete("/api/v1/drafts/{id}", KnownParameters.NONE.then(this::delete));
  }

  private void list(Context ctx) {
    plans.themes();
    String theme = new Parameters(ctx).text("theme").orElse(null);
    String known = theme == null ? null : plans.theme(theme).id();
    ctx.json(
        new DraftAnswer.DraftList(
            desk.list(known).stream()
                .sorted(
                    Comparator.comparing(DraftInfo::updated)
                        .thenComparing(DraftInfo::id)
                        .reversed())
                .map(DraftAnswer::of)
                .toList()));
  }

  private void create(Context ctx) throws IOException {
    if (GEO_JSON.equals(Bodies.mediaType(ctx.contentType()))) {
      upload(ctx);
      return;
    }
    DraftRequest request = DraftRequest.parse(ctx);
    DraftState made =
        request.copyOf() == null
            ? begin(request)
            : desk.duplicate(request.copyOf(), request.about());
    answerMade(ctx, made, List.of());
  }

  private void upload(Context ctx) throws IOException {
    Parameters parameters = new Parameters(ctx);
    About about =
        new About(
            parameters.text("name").orElse(""),
            parameters.text("description").orElse(""),
            Author.of(ctx));
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    try (HeapRoom.Reserve place = heap.reserve()) {
      DraftUpload upload = new DraftUpload(theme, plans.find(theme, null), place);
      DraftState made = desk.create(upload.read(ctx), about);
      Locale language = Languages.of(ctx);
      answerMade(ctx, made, upload.notes().stream().map(note -> note.in(language)).toList());
    }
  }

  private void answerMade(Context ctx, DraftState made, List<String> notes) {
    news.changed(made.info(), made.info().author());
    ctx.status(201);
    ctx.header("Location", "/api/v1/drafts/" + made.info().id());
    answer(ctx, DraftAnswer.of(made.info(), notes));
  }

  private DraftState begin(DraftRequest request) {
    Long plan = request.plan();
    if (plan != null) {
      return desk.create(published(plan, request.theme()).theme(), plan, request.about());
    }
    return desk.create(plans.theme(request.theme()).id(), null, request.about());
  }

  private PlanInfo published(long plan, @Nullable String theme) {
    PlanInfo found =
        stored
            .find(plan)
            .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-plan-id", plan)));
    if (found.status() != PlanInfo.Status.PUBLISHED) {
      throw ProblemException.refused("plan", ApiMessages.of("http.draft-plan-draft", plan));
    }
    if (theme != null && !theme.equals(found.theme())) {
      throw ProblemException.refused(
          "plan", ApiMessages.of("http.draft-plan-theme", plan, found.theme(), theme));
    }
    return found;
  }

  private void describe(Context ctx) {
    DraftState opened = drafts.open(ctx);
    DraftInfo before = opened.info();
    Members body = Members.of(Bodies.object(ctx));
    String name = body.optionalLines("name", DraftRequest.MAX_NAME).orElse(before.name());
    String description =
        body.optionalLines("description", DraftRequest.MAX_TEXT).orElse(before.description());
    body.nothingElse();
    DraftAccess.presentVersionIfSent(ctx, opened);
    Actor author = Author.of(ctx);
    long id = before.id();
    DraftInfo after =
        drafts.change(id, () -> desk.describe(id, name.replace('\n', ' '), description)).info();
    news.changed(after, author);
    answer(ctx, after);
  }

  private void delete(Context ctx) {
    DraftState opened = drafts.open(ctx);
    DraftAccess.presentVersionIfSent(ctx, opened);
    desk.delete(opened.info().id());
    news.gone(opened.info());
    ctx.status(204);
  }

  private static void answer(Context ctx, DraftInfo draft) {
    answer(ctx, DraftAnswer.of(draft));
  }

  private static void answer(Context ctx, DraftAnswer draft) {
    ctx.header("ETag", IfMatch.tag(draft.version()));
    ctx.header("Cache-Control", "no-cache");
    ctx.json(draft);
  }
}
