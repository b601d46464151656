package org.gridwright.api.http.compare;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.plan.PlanException;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlans;
import org.gridwright.data.compare.ComparisonMap;
import org.gridwright.data.compare.ComparisonTable;
import org.gridwright.data.compare.KeptComparisons;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.Store;
import org.gridwright.data.work.Jobs;
import org.gridwright.data.work.JobsFullException;

/** Comparisons of plans, and crosswalks between themes, as numbers, pages of rows, and maps. */
public final class CompareResource implements Resource, AutoCloseable {

  private static final String GEO_JSON = "application/geo+json";
  private static final KnownParameters COMPARED =
      KnownParameters.of("from", "to", "level", "sliverWidth");

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 16;

  /** Comparisons kept may take so much of the memory that the server may have. */
  private static final long MEMORY_SHARE = 16;

  private final PlanLookup plans;
  private final ComparedSides sides;
  private final KeptComparisons comparisons;
  private final Jobs jobs = Jobs.beside("compare", AT_ONCE, MOST_WAITING);

  public CompareResource(PlanLookup plans, Store store, Snapshots snapshots) {
    this.plans = plans;
    this.sides = new ComparedSides(plans, store.plans(), snapshots);
    this.comparisons =
        new KeptComparisons(store, jobs, LIMIT, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
  }

  /** A page of changes. */
  record ChangesAnswer(int total, List<ChangeAnswer> changes) {}

  /** A page of moves. */
  record MovesAnswer(int total, List<MoveAnswer> moves) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/compare",
        COMPARED
            .and(KnownParameters.of("format", "bbox", "limit"))
            .and(CsvParameters.WRITING)
            .then(this::compare));
    routes.get(
        "/api/v1/compare/changes",
        COMPARED.and(KnownParameters.of("fate")).and(Page.KNOWN).then(this::changes));
    routes.get(
        "/api/v1/compare/moves",
        COMPARED.and(KnownParameters.of("sort")).and(Page.KNOWN).then(this::moves));
    routes.get("/api/v1/compare/places", COMPARED.then(this::places));
    routes.get(
        "/api/v1/crosswalk",
        KnownParameters.of(
                "theme",
                "with",
                "from",
                "to",
                "level",
                "withLevel",
                "at",
                "sliverWidth",
                "format",
                "sort")
            .and(CsvParameters.WRITING)
            .and(Page.KNOWN)
            .then(this::crosswalk));
  }

  @Override
  public void close() {
    jobs.close();
  }

  /** What a draft changes of the plan that it was made from; empty where there was none. */
  public Optional<ComparedPlans> withBase(DraftState draft) {
    int depth = draft.plan().theme().gridLevel().depth();
    return sides
        .base(draft)
        .map(base -> compare(base, depth, sides.of(draft), depth, CompareOptions.DEFAULT));
  }

  private void compare(Context ctx) throws IOException {
    Parameters parameters = new Parameters(ctx);
    String format = parameters.word("format", List.of("json", "csv", "geojson"));
    CsvOutput csv = CsvParameters.writing(parameters);
    ComparisonMap.Part part =
        new ComparisonMap.Part(
            parameters.box(), parameters.number("limit", 0, Integer.MAX_VALUE, Integer.MAX_VALUE));
    ComparedPlans compared = compared(ctx, parameters);
    switch (format) {
      case "csv" ->
          send(
              ctx,
              CsvParameters.contentType(csv),
              "compare.csv",
              out -> ComparisonTable.write(compared, out, csv));
      case "geojson" ->
          send(ctx, GEO_JSON, "compare.geojson", out -> ComparisonMap.write(compared, part, out));
      default -> ctx.json(CompareAnswer.of(compared, Page.ALL.first(part.limit())));
    }
  }

  private void changes(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    Page page = Page.parse(parameters);
    Page.Excerpt<ChangeAnswer> cut = new Changes(compared(ctx, parameters)).page(page);
    ctx.json(new ChangesAnswer(cut.total(), cut.rows()));
  }

  private void moves(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    Page page = Page.parse(parameters);
    Page.Excerpt<MoveAnswer> cut = MoveAnswer.page(compared(ctx, parameters), page);
    ctx.json(new MovesAnswer(cut.total(), cut.rows()));
  }

  private void places(Context ctx) {
    ctx.json(PlacesAnswer.of(compared(ctx, new Parameters(ctx)).comparison()));
  }

  private void crosswalk(Context ctx) throws IOException {
    Parameters parameters = new Parameters(ctx);
    String format = parameters.word("format", List.of("json", "csv"));
    CsvOutput csv = CsvParameters.writing(parameters);
    Page page = Page.parse(parameters);
    ComparedPlan of = side(parameters, "from", "theme");
    ComparedPlan with = side(parameters, "to", "with");
    ComparedPlans compared =
        compare(
            of,
            depth(of, parameters, "level"),
            with,
            depth(with, parameters, "withLevel"),
            CompareOptions.DEFAULT.withWidth(width(parameters)).withCodes(false));
    ctx.header("Cache-Control", "no-cache");
    if (format.equals("csv")) {
      send(
          ctx,
          CsvParameters.contentType(csv),
          "crosswalk.csv",
          out -> ComparisonTable.writeCrosswalk(compared, out, csv));
    } else {
      ctx.json(CrosswalkAnswer.of(compared, page));
    }
  }

  /** The plan or draft that one parameter names, or the plan in force of the theme of the other. */
  private ComparedPlan side(Parameters parameters, String reference, String theme) {
    if (parameters.text(reference).isPresent()) {
      return sides.named(parameters, reference);
    }
    Theme named =
        theme.equals("theme")
            ? plans.theme(parameters.text(theme).orElse(null))
            : plans.theme(ComparedSides.required(parameters, theme));
    return sides.inForce(named, parameters);
  }

  /** The comparison that the parameters {@code from}, {@code to} and their company ask for. */
  private ComparedPlans compared(Context ctx, Parameters parameters) {
    double width = width(parameters);
    ComparedPlan to = sides.to(parameters);
    ComparedPlan from = sides.from(parameters, to);
    boolean sameTheme = from.plan().theme().id().equals(to.plan().theme().id());
    ctx.header("Cache-Control", "no-cache");
    return compare(
        from,
        depth(from, parameters, "level"),
        to,
        depth(to, parameters, "level"),
        CompareOptions.DEFAULT.withWidth(width).withCodes(sameTheme));
  }

  private int depth(ComparedPlan plan, Parameters parameters, String name) {
    return plans.level(plan.plan().theme(), parameters.text(name).orElse(null)).depth();
  }

  private ComparedPlans compare(
      ComparedPlan from, int fromDepth, ComparedPlan to, int toDepth, CompareOptions options) {
    try {
      return comparisons.compare(from, fromDepth, to, toDepth, options);
    } catch (PlanException apart) {
      throw ProblemException.refused(null, apart.told());
    } catch (DeadlineException late) {
      throw ProblemException.refused(
              null, ApiMessages.of("http.compare-too-long", LIMIT.toSeconds()))
          .with("reason", "compare-too-long");
    } catch (JobsFullException | CancelledException full) {
      throw ProblemException.manyComparisons();
    }
  }

  private static double width(Parameters parameters) {
    return parameters.decimal(
        "sliverWidth", 0, CompareOptions.MOST_WIDTH_METRES, CompareOptions.DEFAULT_WIDTH_METRES);
  }

  /** What an answer consists of. */
  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void send(Context ctx, String type, String name, Content content)
      throws IOException {
    ctx.contentType(type);
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    OutputStream out = new BufferedOutputStream(ctx.outputStream());
    content.writeTo(out);
    out.flush();
  }
}
