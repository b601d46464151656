package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import org.gridwright.api.http.Author;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.FindingAnswer;
import org.gridwright.api.http.answer.PlanAnswer;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.api.http.body.Members;
import org.gridwright.core.finding.Finding;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.OfficersAskedException;
import org.gridwright.data.intake.PublishRefusedException;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;

/** Makes a plan of a draft. */
public final class PublishResource implements Resource {

  private final DraftAccess drafts;
  private final DraftDesk desk;
  private final DraftNews news;

  public PublishResource(DraftDesk desk, PlanLookup plans, DraftNews news) {
    this.drafts = new DraftAccess(desk, plans);
    this.desk = desk;
    this.news = news;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/drafts/{id}/publish", KnownParameters.NONE.then(this::publish));
  }

  private void publish(Context ctx) {
    DraftState opened = drafts.open(ctx);
    long id = opened.info().id();
    Members body = Members.of(Bodies.object(ctx));
    LocalDate effective = body.date("effective");
    String accept =
        body.optionalLines("accept", DraftRequest.MAX_TEXT)
            .filter(text -> !text.isBlank())
            .orElse(null);
    body.nothingElse();
    Actor author = Author.of(ctx);
    long version = DraftAccess.presentVersion(ctx, opened);
    PlanInfo plan;
    try {
      plan = drafts.change(id, () -> desk.publish(id, version, effective, accept, author));
    } catch (OfficersAskedException asked) {
      throw ProblemException.conflict(asked.told())
          .with("reason", "officers-changed")
          .with("officers", OfficerQuestionAnswer.of(asked.questions(), opened));
    } catch (PublishRefusedException refused) {
      throw ProblemException.refused(null, refused.told())
          .with("reason", "findings")
          .with(
              "findings",
              answers(refused.findings(), new UnitsByName(opened.plan(), Languages.of(ctx))));
    }
    news.gone(opened.info());
    ctx.status(201);
    ctx.header("Location", "/api/v1/plans/" + plan.id() + "/findings");
    ctx.json(PlanAnswer.of(plan));
  }

  private static List<FindingAnswer> answers(List<Finding> findings, UnitsByName units) {
    return findings.stream().map(finding -> FindingAnswer.open(finding, units)).toList();
  }
}
