package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.gridwright.api.http.Author;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.IfMatch;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.OfficerChoice;

/** What becomes of officers whose grids a draft moves: asked, and chosen. */
public final class DraftOfficersResource implements Resource {

  private final DraftAccess drafts;
  private final DraftDesk desk;
  private final DraftNews news;

  public DraftOfficersResource(DraftDesk desk, PlanLookup plans, DraftNews news) {
    this.drafts = new DraftAccess(desk, plans);
    this.desk = desk;
    this.news = news;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/drafts/{id}/officers",
        KnownParameters.NONE.then(ctx -> answer(ctx, drafts.open(ctx))));
    routes.put(
        "/api/v1/drafts/{id}/officers/{assignment}", KnownParameters.NONE.then(this::choose));
  }

  private void choose(Context ctx) {
    DraftState opened = drafts.open(ctx);
    long id = opened.info().id();
    Members body = Members.of(Bodies.object(ctx));
    OfficerChoice choice =
        body.optionalWord("choice", OfficerChoice.ids())
            .flatMap(OfficerChoice::of)
            .orElseThrow(() -> body.missing("choice"));
    body.nothingElse();
    Actor author = Author.of(ctx);
    long assignment = assignment(ctx.pathParam("assignment"));
    DraftState chosen = drafts.change(id, () -> desk.officers().choose(id, assignment, choice));
    news.changed(chosen.info(), author);
    ctx.header("ETag", IfMatch.tag(chosen.version()));
    answer(ctx, chosen);
  }

  private static long assignment(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException noNumber) {
      throw ProblemException.notFound(ApiMessages.of("http.no-assignment", id));
    }
  }

  /** The roster is part of it: the draft's version does not stand for what is asked. */
  private void answer(Context ctx, DraftState draft) {
    ctx.header("Cache-Control", "no-cache");
    ctx.json(
        new OfficerQuestionAnswer.Asked(
            OfficerQuestionAnswer.of(desk.officers().questions(draft), draft)));
  }
}
