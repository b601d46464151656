package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.Author;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.FindingFilter;
import org.gridwright.api.http.FindingsRequest;
import org.gridwright.api.http.IfMatch;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.FindingAnswer;
import org.gridwright.api.http.answer.FindingPlaces;
import org.gridwright.api.http.answer.FindingsPage;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.repair.Proposal;
import org.gridwright.core.repair.RepairException;
import org.gridwright.core.repair.Repaired;
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.Edited;
import org.gridwright.data.draft.RepairedDraft;
import org.gridwright.data.draft.Reviewed;
import org.gridwright.data.model.Actor;
import org.gridwright.data.work.JobKind;

/** What is wrong with a draft, accepting it, and mending it. */
public final class ReviewResource implements Resource {

  private final DraftAccess drafts;
  private final DraftDesk desk;
  private final DraftNews news;
  private final LongWork work;

  /**
   * @param work where repairs are worked out; stays the caller's
   */
  public ReviewResource(DraftDesk desk, PlanLookup plans, DraftNews news, LongWork work) {
    this.work = work;
    this.drafts = new DraftAccess(desk, plans);
    this.desk = desk;
    this.news = news;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/drafts/{id}/findings", FindingsRequest.KNOWN.then(this::findings));
    routes.get("/api/v1/drafts/{id}/findings/places", FindingFilter.KNOWN.then(this::places));
    routes.post(
        "/api/v1/drafts/{id}/findings/{finding}/acceptance",
        KnownParameters.NONE.then(this::accept));
    routes.delete(
        "/api/v1/drafts/{id}/findings/{finding}/acceptance",
        KnownParameters.NONE.then(this::takeBack));
    routes.post("/api/v1/drafts/{id}/repairs", KnownParameters.NONE.then(this::repair));
  }

  private record Looked(Proposal proposal, Repaired outcome) {}

  private Looked look(long id, RepairRequest request, Progress progress) {
    Proposal proposal = desk.proposeRepair(id, request.options(), progress.part(0, 0.7));
    return new Looked(proposal, proposal.apply(progress.part(0.7, 1)));
  }

  private void findings(Context ctx) {
    FindingsRequest request = FindingsRequest.parse(new Parameters(ctx));
    DraftState draft = drafts.open(ctx);
    FindingsPage page = request.page(desk.allFindings(draft.info().id()));
    ctx.header("Cache-Control", "no-cache");
    ctx.json(DraftFindingsAnswer.of(draft.version(), page, byName(draft, ctx)));
  }

  private void places(Context ctx) {
    FindingFilter filter = FindingFilter.parse(new Parameters(ctx));
    DraftState draft = drafts.open(ctx);
    List<Reviewed> found = desk.allFindings(draft.info().id());
    ctx.header("Cache-Control", "no-cache");
    ctx.json(FindingPlaces.of(found.stream().filter(filter).toList()));
  }

  private static UnitsByName byName(DraftState draft, Context ctx) {
    return new UnitsByName(draft.plan(), Languages.of(ctx));
  }

  private void accept(Context ctx) {
    long id = drafts.open(ctx).info().id();
    Actor author = Author.of(ctx);
    Members body = Members.of(Bodies.object(ctx));
    String reason =
        body.optionalLines("reason", DraftRequest.MAX_TEXT)
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> body.missing("reason"));
    body.nothingElse();
    String finding = requireFinding(id, ctx.pathParam("finding")).finding().id();
    DraftState after = drafts.change(id, () -> desk.accept(id, finding, reason, author));
    news.changed(after.info(), author);
    ctx.status(201);
    ctx.header("ETag", IfMatch.tag(after.version()));
    ctx.json(FindingAnswer.ofDraft(requireFinding(id, finding), byName(after, ctx)));
  }

  private void takeBack(Context ctx) {
    long id = drafts.open(ctx).info().id();
    Actor author = Author.of(ctx);
    Reviewed reviewed = requireFinding(id, ctx.pathParam("finding"));
    if (reviewed.accepted().isEmpty()) {
      throw ProblemException.notFound(
          ApiMessages.of("http.finding-not-accepted", reviewed.finding().id()));
    }
    DraftState after = drafts.change(id, () -> desk.takeBack(id, reviewed.finding().id()));
    news.changed(after.info(), author);
    ctx.status(204);
    ctx.header("ETag", IfMatch.tag(after.version()));
  }

  private Reviewed requireFinding(long draft, String finding) {
    return desk.allFindings(draft).stream()
        .filter(each -> each.finding().id().equals(finding))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-finding", finding)));
  }

  private void repair(Context ctx) {
    DraftState opened = drafts.open(ctx);
    long id = opened.info().id();
    Locale language = Languages.of(ctx);
    RepairRequest request = RepairRequest.parse(Bodies.object(ctx));
    Actor author = Author.of(ctx);
    try {
      if (request.apply()) {
        long version = DraftAccess.presentVersion(ctx, opened);
        RepairedDraft repaired =
            drafts.change(
                id,
                () ->
                    work.run(
                        JobKind.REPAIR,
                        progress ->
                            desk.repair(
                                id, version, request.options(), request.note(author), progress)));
        Edited edited = repaired.edited();
        news.changed(edited.state().info(), author);
        ctx.header("ETag", IfMatch.tag(edited.state().version()));
        EditAnswer edit =
            EditAnswer.of(
                edited,
                desk.findings(edited.state()),
                desk.officers().questions(edited),
                false,
                language);
        ctx.json(
            RepairAnswer.of(
                edited.state().version(), repaired.proposal(), repaired.outcome(), edit, language));
      } else {
        Looked looked = work.run(JobKind.REPAIR, progress -> look(id, request, progress));
        ctx.json(
            RepairAnswer.of(opened.version(), looked.proposal(), looked.outcome(), null, language));
      }
    } catch (RepairException refused) {
      throw ProblemException.refused(null, refused.told()).with("reason", "repair-impossible");
    }
  }
}
