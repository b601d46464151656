package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;

/** The history that edits of a draft leave, and what each of them did to numbers. */
public final class HistoryResource implements Resource {

  private static final int MOST_GRIDS = 1_000;
  private static final int USUAL_GRIDS = 100;

  private final DraftAccess drafts;
  private final DraftDesk desk;

  public HistoryResource(DraftDesk desk, PlanLookup plans) {
    this.drafts = new DraftAccess(desk, plans);
    this.desk = desk;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/drafts/{id}/history", KnownParameters.NONE.then(this::history));
    routes.get(
        "/api/v1/drafts/{id}/history/{position}/facts",
        KnownParameters.of("offset", "limit").then(this::facts));
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

  private void facts(Context ctx) {
    long id = drafts.open(ctx).info().id();
    Parameters parameters = new Parameters(ctx);
    int offset = parameters.number("offset", 0, Integer.MAX_VALUE, 0);
    int limit = parameters.number("limit", 0, MOST_GRIDS, USUAL_GRIDS);
    ctx.json(
        RevisionFactsAnswer.of(
            desk.factHistory().of(id, position(ctx.pathParam("position"))),
            offset,
            limit,
            Languages.of(ctx)));
  }

  /** What is no number is a position that there is not. */
  private static int position(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
