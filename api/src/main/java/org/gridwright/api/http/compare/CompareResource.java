package org.gridwright.api.http.compare;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.PlanException;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlans;
import org.gridwright.data.compare.ComparisonMap;
import org.gridwright.data.compare.ComparisonTable;
import org.gridwright.data.compare.PlanComparer;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.Store;

/** Comparisons of plans, and crosswalks between themes; each is made when it is asked for. */
public final class CompareResource implements Resource {

  private static final String CSV = "text/csv";
  private static final String GEO_JSON = "application/geo+json";

  private final PlanLookup plans;
  private final ComparedSides sides;
  private final PlanComparer comparer;

  public CompareResource(PlanLookup plans, Store store, Snapshots snapshots) {
    this.plans = plans;
    this.sides = new ComparedSides(plans, store.plans(), snapshots);
    this.comparer = new PlanComparer(store);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/compare", this::compare);
    routes.get("/api/v1/crosswalk", this::crosswalk);
  }

  private void compare(Context ctx) throws IOException {
    Parameters parameters = new Parameters(ctx);
    String format = format(parameters, List.of("json", "csv", "geojson"));
    double width = width(parameters);
    ComparedPlan to = sides.to(parameters);
    ComparedPlan from = sides.from(parameters, to);
    boolean sameTheme = from.plan().theme().id().equals(to.plan().theme().id());
    String level = parameters.text("level").orElse(null);
    ComparedPlans compared =
        compare(
            from,
            plans.level(from.plan().theme(), level).depth(),
            to,
            plans.level(to.plan().theme(), level).depth(),
            CompareOptions.DEFAULT.withWidth(width).withCodes(sameTheme));
    ctx.header("Cache-Control", "no-cache");
    switch (format) {
      case "csv" -> send(ctx, CSV, "compare.csv", out -> ComparisonTable.write(compared, out));
      case "geojson" ->
          send(ctx, GEO_JSON, "compare.geojson", out -> ComparisonMap.write(compared, out));
      default -> ctx.json(CompareAnswer.of(compared));
    }
  }

  private void crosswalk(Context ctx) throws IOException {
    Parameters parameters = new Parameters(ctx);
    String format = format(parameters, List.of("json", "csv"));
    double width = width(parameters);
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    Theme with = plans.theme(ComparedSides.required(parameters, "with"));
    Level level = plans.level(theme, parameters.text("level").orElse(null));
    Level withLevel = plans.level(with, parameters.text("withLevel").orElse(null));
    ComparedPlans compared =
        compare(
            sides.inForce(theme, parameters),
            level.depth(),
            sides.inForce(with, parameters),
            withLevel.depth(),
            CompareOptions.DEFAULT.withWidth(width).withCodes(false));
    ctx.header("Cache-Control", "no-cache");
    if (format.equals("csv")) {
      send(ctx, CSV, "crosswalk.csv", out -> ComparisonTable.writeCrosswalk(compared, out));
    } else {
      ctx.json(CrosswalkAnswer.of(compared));
    }
  }

  private ComparedPlans compare(
      ComparedPlan from, int fromDepth, ComparedPlan to, int toDepth, CompareOptions options) {
    try {
      return comparer.compare(from, fromDepth, to, toDepth, options);
    } catch (PlanException apart) {
      throw ProblemException.refused(null, apart.told());
    }
  }

  private static double width(Parameters parameters) {
    return parameters.decimal(
        "sliverWidth", 0, CompareOptions.MOST_WIDTH_METRES, CompareOptions.DEFAULT_WIDTH_METRES);
  }

  private static String format(Parameters parameters, List<String> formats) {
    String format = parameters.text("format").orElse("json");
    if (!formats.contains(format)) {
      throw ProblemException.badParameter(
          "format", ApiMessages.of("http.member-choice", "format", String.join(", ", formats)));
    }
    return format;
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
