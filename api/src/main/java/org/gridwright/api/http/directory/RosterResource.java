package org.gridwright.api.http.directory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.BodyFile;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.intake.PointReport;
import org.gridwright.data.intake.RosterFile;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.Store;

/** The roster of a theme as CSV, out and in. */
public final class RosterResource implements Resource {

  /** Greatest size of a body. */
  private static final int LIMIT_BYTES = 16 << 20;

  private static final String CSV = "text/csv";

  private final Store store;
  private final PlanLookup plans;

  public RosterResource(Store store, PlanLookup plans) {
    this.store = store;
    this.plans = plans;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/roster",
        KnownParameters.of("theme", "at").and(CsvParameters.WRITING).then(this::write));
    routes.post(
        "/api/v1/roster", KnownParameters.of("theme").and(CsvParameters.READING).then(this::read));
  }

  private void write(Context ctx) throws IOException {
    Parameters parameters = new Parameters(ctx);
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    LocalDate day = parameters.date("at").orElse(null);
    CsvOutput output = CsvParameters.writing(parameters);
    ctx.contentType(CsvParameters.contentType(output));
    ctx.header("Content-Disposition", "attachment; filename=\"roster.csv\"");
    BodyFile.answer(
        ctx,
        out -> {
          try (Stream<RosterEntry> entries = store.roster().entries(theme.id(), day)) {
            RosterFile.write(entries, out, output);
          }
        });
  }

  private void read(Context ctx) throws IOException {
    Theme theme = plans.theme(new Parameters(ctx).text("theme").orElse(null));
    if (!CSV.equals(Bodies.mediaType(ctx.contentType()))) {
      throw ProblemException.unsupportedType(CSV);
    }
    TextOptions text = CsvParameters.reading(ctx);
    PointReport report =
        BodyFile.read(
            ctx,
            "body.csv",
            LIMIT_BYTES,
            file -> RosterFile.read(file, text, theme.id(), plans.gridCodes(theme), store));
    ctx.json(
        new RosterAnswers.Brought(
            report.stored(),
            report.replaced(),
            report.notes().stream().map(note -> note.in(Languages.of(ctx))).toList()));
  }
}
