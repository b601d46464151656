package org.gridwright.api.http.drafts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.data.compare.ComparedPlans;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.DraftSummary;
import org.gridwright.data.draft.Reviewed;
import org.gridwright.data.exchange.CsvOutput;

/** What publishing a draft changes, in one page or table. */
public final class SummaryResource implements Resource {

  private final DraftAccess drafts;
  private final DraftDesk desk;
  private final Function<DraftState, Optional<ComparedPlans>> comparisons;

  /**
   * @param comparisons of a draft with the plan that it was made from, where there was one
   */
  public SummaryResource(
      DraftDesk desk, PlanLookup plans, Function<DraftState, Optional<ComparedPlans>> comparisons) {
    this.drafts = new DraftAccess(desk, plans);
    this.desk = desk;
    this.comparisons = comparisons;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/drafts/{id}/summary",
        KnownParameters.of("format").and(CsvParameters.WRITING).then(this::summary));
  }

  private void summary(Context ctx) throws IOException {
    DraftState draft = drafts.open(ctx);
    Parameters parameters = new Parameters(ctx);
    CsvOutput output = CsvParameters.writing(parameters);
    String format = parameters.word("format", List.of("json", "csv"));
    List<Reviewed> findings = desk.allFindings(draft.info().id());
    DraftSummary summary = desk.balances().summary(draft);
    SummaryAnswer answer =
        SummaryAnswer.of(
            draft,
            summary,
            comparisons.apply(draft).map(SummaryAnswer.Hands::of).orElse(null),
            OfficerQuestionAnswer.of(desk.officers().questions(draft), draft),
            SummaryAnswer.Remaining.of(findings, new UnitsByName(draft.plan(), Languages.of(ctx))));
    ctx.header("Cache-Control", "no-cache");
    if (format.equals("json")) {
      ctx.json(answer);
      return;
    }
    ctx.contentType(CsvParameters.contentType(output));
    ctx.header(
        "Content-Disposition", "attachment; filename=\"summary-" + draft.info().id() + ".csv\"");
    OutputStream out = new BufferedOutputStream(ctx.outputStream());
    SummaryTable.write(answer, new SummaryUnits(summary, draft, Languages.of(ctx)), out, output);
    out.flush();
  }
}
