package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridwright.api.http.Author;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.IfMatch;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.core.plan.PlanChange;
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
import tools.jackson.databind.JsonNode;

/** Edits of a draft, undoing and redoing them, and the history that they leave. */
public final class EditsResource implements Resource {

  private final DraftAccess drafts;
  private final DraftDesk desk;
  private final DraftChoices choices;
  private final DraftNews news;
  private final MadeEdits made;

  public EditsResource(DraftDesk desk, DraftChoices choices, PlanLookup plans, DraftNews news) {
    this.drafts = new DraftAccess(desk, plans);
    this.desk = desk;
    this.choices = choices;
    this.news = news;
    this.made = new MadeEdits(desk);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/drafts/{id}/edits", KnownParameters.of("preview").then(this::edit));
    routes.post("/api/v1/drafts/{id}/undo", KnownParameters.NONE.then(this::undo));
    routes.post("/api/v1/drafts/{id}/redo", KnownParameters.NONE.then(this::redo));
    routes.get("/api/v1/drafts/{id}/history", KnownParameters.NONE.then(this::history));
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
          drafts.change(id, () -> desk.preview(id, version, request.edit(), request.kind()));
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
        drafts.change(id, () -> make(opened.info(), version, request, request.note(author)));
    if (edited.isEmpty()) {
      answerRepeated(ctx, opened.info(), key.orElseThrow());
      return;
    }
    news.changed(edited.get().state().info(), author);
    answer(ctx, edited.get());
  }

  /** Makes an edit; empty where the same one has been made just before. */
  private Optional<Edited> make(
      DraftInfo draft, long version, EditRequest request, RevisionNote note) {
    try {
      return Optional.of(desk.apply(draft.id(), version, request.edit(), note));
    } catch (ConflictException | ChangeRefusedException refused) {
      if (request.id().flatMap(key -> made.kind(draft, key)).isPresent()) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private void answerRepeated(Context ctx, DraftInfo draft, String key) {
    String kind = made.kind(draft, key).orElseThrow();
    Edited nothing =
        new Edited(desk.open(draft.id()), kind, PlanChange.NONE, List.of(), List.of(), false);
    send(ctx, nothing, List.of(), true);
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

  private void history(Context ctx) {
    DraftState draft = drafts.open(ctx);
    Locale language = Languages.of(ctx);
    ctx.json(
        HistoryAnswer.of(
            draft.info(),
            desk.history(draft.info().id()),
            new UnitsByName(draft.plan(), language),
            new UnitsByName(draft.basePlan(), language)));
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
