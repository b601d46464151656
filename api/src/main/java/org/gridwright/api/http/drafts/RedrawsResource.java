package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.Author;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.IfMatch;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.GeoJsonPlace;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.core.divide.DivideException;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Level;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.Edited;
import org.gridwright.data.draft.PlanEdit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.redraw.Proposed;
import org.gridwright.data.redraw.Redrawing;
import org.gridwright.data.redraw.Weigher;
import org.gridwright.data.work.JobKind;

/**
 * Whole redraws of a draft. They are worked out beside the draft, which others may edit meanwhile,
 * and then applied as an edit made on the version they were worked out for.
 */
public final class RedrawsResource implements Resource {

  private final DraftAccess drafts;
  private final DraftDesk desk;
  private final Redrawing redrawing;
  private final DraftNews news;
  private final LongWork work;

  /**
   * @param work where redraws are worked out; stays the caller's
   */
  public RedrawsResource(
      DraftDesk desk, PlanLookup plans, Weigher weigher, DraftNews news, LongWork work) {
    this.work = work;
    this.drafts = new DraftAccess(desk, plans);
    this.desk = desk;
    this.redrawing = new Redrawing(weigher);
    this.news = news;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/drafts/{id}/redraws", KnownParameters.NONE.then(this::redraw));
  }

  private void redraw(Context ctx) {
    DraftState draft = drafts.open(ctx);
    Actor author = Author.of(ctx);
    Locale language = Languages.of(ctx);
    UnitsByName units = new UnitsByName(draft.plan(), language);
    Level grids = draft.plan().theme().gridLevel();
    long id = draft.info().id();
    try {
      RedrawRequest request = RedrawRequest.parse(Bodies.object(ctx), draft.plan());
      if (request.apply()) {
        DraftAccess.presentVersion(ctx, draft);
      }
      Proposed proposed = drafts.change(id, () -> propose(draft, request));
      if (!request.apply()) {
        ctx.json(RedrawAnswer.of(draft.version(), request.method(), proposed, grids, null, units));
        return;
      }
      PlanEdit edit = PlanEdit.of(proposed.edit());
      Edited edited =
          drafts.change(
              id,
              () ->
                  work.run(
                      JobKind.REDRAW,
                      progress ->
                          desk.apply(id, draft.version(), edit, request.note(author), progress)));
      news.changed(edited.state().info(), author);
      ctx.header("ETag", IfMatch.tag(edited.state().version()));
      EditAnswer stored =
          EditAnswer.of(
              edited,
              desk.findings(edited.state()),
              desk.officers().questions(edited),
              false,
              language);
      Proposed made = proposed.toldIn(edited.state().editable());
      ctx.json(
          RedrawAnswer.of(edited.state().version(), request.method(), made, grids, stored, units));
    } catch (DivideException impossible) {
      throw refused(impossible).naming(draft.plan(), List.of());
    }
  }

  private Proposed propose(DraftState draft, RedrawRequest request) {
    return work.run(
        JobKind.REDRAW, progress -> redrawing.propose(draft.editable(), request.order(), progress));
  }

  private static ProblemException refused(DivideException impossible) {
    LatticePoint place = impossible.place();
    return ProblemException.refused(null, impossible.told())
        .with(
            "reason",
            "redraw-" + impossible.code().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .with("place", place == null ? null : GeoJsonPlace.of(LatticeJts.toDegrees(place)));
  }
}
