package org.gridwright.api.http.locate;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.bulk.BulkAssigner;
import org.gridwright.data.bulk.BulkLimits;
import org.gridwright.data.bulk.BulkWorkers;
import org.gridwright.data.bulk.PlacedColumn;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.TextDialect;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** Locates a stream of points. */
final class LocateStreamHandler {

  private static final BulkLimits LIMITS = BulkLimits.forStreams();
  private static final Map<String, PointStream> FORMATS =
      Map.of("text/csv", new CsvPoints(LIMITS), "application/x-ndjson", new NdjsonPoints(LIMITS));

  private final PlanLookup plans;
  private final Executor workers = BulkWorkers.perCore();

  LocateStreamHandler(PlanLookup plans) {
    this.plans = plans;
  }

  /** What a stream asks for. */
  record Request(
      PointStream format,
      @Nullable String theme,
      @Nullable LocalDate at,
      Set<PlacedColumn> columns,
      TextOptions text,
      CsvOutput output) {

    static Request parse(Context ctx) {
      PointStream format = FORMATS.get(Bodies.mediaType(ctx.contentType()));
      if (format == null) {
        throw ProblemException.unsupportedType("text/csv, application/x-ndjson");
      }
      Parameters parameters = new Parameters(ctx);
      return new Request(
          format,
          parameters.text("theme").orElse(null),
          parameters.date("at").orElse(null),
          parameters.text("columns").map(Request::columns).orElse(PlacedColumn.ALL),
          CsvParameters.reading(ctx),
          CsvParameters.writing(parameters));
    }

    private static Set<PlacedColumn> columns(String names) {
      Set<PlacedColumn> columns = EnumSet.noneOf(PlacedColumn.class);
      for (String name : names.split(",", -1)) {
        columns.add(
            PlacedColumn.of(name.strip())
                .orElseThrow(
                    () ->
                        ProblemException.badParameter(
                            "columns",
                            ApiMessages.of(
                                "http.parameter-columns",
                                name.strip(),
                                String.join(", ", PlacedColumn.labels())))));
      }
      return columns;
    }
  }

  private static String words(TextDialect dialect) {
    return "separator=%s; decimal=\"%s\"; header-line=%d; encoding=%s"
        .formatted(
            dialect.separator() == '\t' ? "tab" : "\"" + dialect.separator() + "\"",
            dialect.decimal(),
            dialect.headerLine(),
            dialect.encoding().name());
  }

  /**
   * Answers in the given context while the body comes in; returns the number of rows. The answer is
   * not compressed: a compressor would hold rows back that a client is waiting for.
   */
  long answer(Request request, Context ctx) throws IOException {
    PlanSnapshot snapshot = plans.require(plans.theme(request.theme()), request.at());
    ctx.contentType(request.format().contentType(request.output()));
    PointStream.Order order =
        new PointStream.Order(
            snapshot,
            new BulkAssigner(snapshot.plan(), snapshot.locator(), workers, LIMITS),
            request.columns(),
            Languages.of(ctx),
            request.text(),
            request.output(),
            dialect -> ctx.header("Gridwright-Read-As", words(dialect)));
    try (SpillingOutput out = new SpillingOutput(ctx.res().getOutputStream())) {
      return request.format().locate(order, ctx.req().getInputStream(), out);
    }
  }
}
