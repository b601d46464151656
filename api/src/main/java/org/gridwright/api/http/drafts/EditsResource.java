package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridwright.api.http.Author;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.IfMatch;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.ChangeRefusedException;
import org.gridwright.data.draft.ConflictException;
import org.gridwright.data.draft.DraftChoices;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.Edited;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.officers.OfficerQuestion;
import org.gridwright.data.work.JobInfo;
import tools.jackson.databind.JsonNode;

/** Edits of a draft, and undoing and redoing them. */
public final class EditsResource implements Resource {

  private final DraftAccess drafts;
  private final DraftDesk desk;
  private final DraftChoices choices;
  private final DraftNews news;
  private final MadeEdits made;
  private final LongEdits longEdits;

  /**
   * @param work where edits of whole plans are made; stays the caller's
   */
  public EditsResource(
      DraftDesk desk, DraftChoices choices, PlanLookup plans, DraftNews news, LongWork work) {
    this.longEdits = new LongEdits(work);
    this.drafts = new DraftAccess(desk, plans);
    this.desk = desk;
    this.choices = choices;
    this.news = news;
    this.made = new MadeEdits(desk);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/drafts/{id}/edits", KnownParameters.of("preview").then(this::edit));
    routes.get("/api/v1/drafts/{id}/edits/{edit}", KnownParameters.NONE.then(this::follow));
    routes.delete("/api/v1/drafts/{id}/edits/{edit}", KnownParameters.NONE.then(this::stop));
    routes.post("/api/v1/drafts/{id}/undo", KnownParameters.NONE.then(this::undo));
    routes.post("/api/v1/drafts/{id}/redo", KnownParameters.NONE.then(this::redo));
  }

  private void edit(Context ctx) {
    DraftState opened = drafts.open(ctx);
    long id = opened.info().id();
    boolean preview = new Parameters(ctx).flag("preview");
    Actor author = Author.of(ctx);
    long version = DraftAccess.version(ctx, opened);
    JsonNode body = Bodies.object(ctx);
    EditRequest request = drafts.change(id, () -> EditRequest.parse(body, opened, choices));
    if (preview) {
      Edited edited =
          drafts.change(
              id,
              () ->
                  watched(
                      opened,
                      request,
                      progress ->
                          desk.preview(id, version, request.edit(), request.kind(), progress)));
      send(ctx, edited, desk.officers().previewed(edited), false);
      return;
    }
    Optional<String> key = request.id();
    boolean mayBeRepeated = IfMatch.require(ctx).isEmpty() || version < opened.version();
    if (key.isPresent() && mayBeRepeated && made.kind(opened.info(), key.get()).isPresent()) {
      answerRepeated(ctx, opened.info(), key.get());
      return;
    }
    Optional<Edited> edited =
        drafts.change(id, () -> make(opened, version, request, request.note(author)));
    if (edited.isEmpty()) {
      answerRepeated(ctx, opened.info(), key.orElseThrow());
      return;
    }
    news.changed(edited.get().state().info(), author);
    answer(ctx, edited.get());
  }

  /** Makes an edit; empty where the same one has been made just before. */
  private Optional<Edited> make(
      DraftState draft, long version, EditRequest request, RevisionNote note) {
    long id = draft.info().id();
    try {
      return Optional.of(
          watched(
              draft, request, progress -> desk.apply(id, version, request.edit(), note, progress)));
    } catch (ConflictException | ChangeRefusedException refused) {
      if (request.id().flatMap(key -> made.kind(draft.info(), key)).isPresent()) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Has the desk make an edit, as a job where it takes long. */
  private <R> R watched(DraftState draft, EditRequest request, Function<Progress, R> edit) {
    return request.isLong(draft)
        ? longEdits.make(draft.info().id(), request.id(), edit)
        : edit.apply(Progress.NONE);
  }

  /** The answer of {@code GET /api/v1/drafts/{id}/edits/{edit}}. */
  record GoingEdit(String state, double share) {}

  private void follow(Context ctx) {
    long draft = drafts.open(ctx).info().id();
    JobInfo info =
        longEdits.find(draft, ctx.pathParam("edit")).orElseThrow(EditsResource::noneAtWork);
    ctx.header("Cache-Control", "no-store");
    ctx.json(new GoingEdit(info.state().id(), info.share()));
  }

  private void stop(Context ctx) {
    long draft = drafts.open(ctx).info().id();
    if (!longEdits.stop(draft, ctx.pathParam("edit"))) {
      throw noneAtWork();
    }
    ctx.status(204);
  }

  private static ProblemException noneAtWork() {
    return ProblemException.notFound(ApiMessages.of("http.edit-none"));
  }

  private void answerRepeated(Context ctx, DraftInfo draft, String key) {
    String kind = made.kind(draft, key).orElseThrow();
    send(ctx, Edited.nothing(desk.open(draft.id()), kind), List.of(), true);
  }

  private void undo(Context ctx) {
    DraftState opened = drafts.open(ctx);
    long id = opened.info().id();
    Actor author = Author.of(ctx);
    long version = DraftAccess.presentVersion(ctx, opened);
    Edited undone = drafts.change(id, () -> desk.undo(id, version, author));
    news.changed(undone.state().info(), author);
    answer(ctx, undone);
  }

  private void redo(Context ctx) {
    DraftState opened = drafts.open(ctx);
    long id = opened.info().id();
    Actor author = Author.of(ctx);
    long version = DraftAccess.presentVersion(ctx, opened);
    Edited redone = drafts.change(id, () -> desk.redo(id, version, author));
    news.changed(redone.state().info(), author);
    answer(ctx, redone);
  }

  private void answer(Context ctx, Edited edited) {
    send(ctx, edited, desk.officers().questions(edited), false);
  }

  private void send(Context ctx, Edited edited, List<OfficerQuestion> questions, boolean repeated) {
    ctx.header("ETag", IfMatch.tag(edited.state().version()));
    ctx.json(
        EditAnswer.of(
            edited, desk.findings(edited.state()), questions, repeated, Languages.of(ctx)));
  }
}
