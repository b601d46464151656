package org.gridwright.api.http.locate;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** Locates a stream of points. */
final class LocateStreamHandler {

  private static final Map<String, PointStream> FORMATS =
      Map.of("text/csv", new CsvPoints(), "application/x-ndjson", new NdjsonPoints());

  private final PlanLookup plans;

  LocateStreamHandler(PlanLookup plans) {
    this.plans = plans;
  }

  /** What a stream asks for. */
  record Request(PointStream format, @Nullable String theme, @Nullable LocalDate at) {

    static Request parse(Context ctx) {
      PointStream format = FORMATS.get(Bodies.mediaType(ctx.contentType()));
      if (format == null) {
        throw ProblemException.unsupportedType("text/csv, application/x-ndjson");
      }
      Parameters parameters = new Parameters(ctx);
      return new Request(
          format, parameters.text("theme").orElse(null), parameters.date("at").orElse(null));
    }
  }

  /**
   * Answers in the given context while the body comes in; returns the number of rows. The answer is
   * not compressed: a compressor would hold rows back that a client is waiting for.
   */
  long answer(Request request, Context ctx) throws IOException {
    PlanSnapshot snapshot = plans.require(plans.theme(request.theme()), request.at());
    ctx.contentType(request.format().contentType());
    try (SpillingOutput out = new SpillingOutput(ctx.res().getOutputStream())) {
      return request
          .format()
          .locate(
              snapshot,
              new IdleFlushInput(ctx.req().getInputStream(), out),
              out,
              Languages.of(ctx));
    }
  }
}
