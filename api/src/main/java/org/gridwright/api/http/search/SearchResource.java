package org.gridwright.api.http.search;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.search.AddressHit;
import org.gridwright.data.search.AddressSearch;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** Address search. */
public final class SearchResource implements Resource {

  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 50;

  private final AddressSearch search;
  private final PlanLookup plans;

  public SearchResource(AddressSearch search, PlanLookup plans) {
    this.search = search;
    this.plans = plans;
  }

  record Request(String text, int limit) {

    static Request parse(Parameters parameters) {
      return new Request(
          parameters
              .text("q")
              .orElseThrow(
                  () ->
                      ProblemException.badParameter(
                          "q", ApiMessages.of("http.parameter-missing", "q"))),
          parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT));
    }
  }

  record SearchAnswer(List<Item> results) {

    /**
     * @param grid null where no grid of the first theme owns the place today
     */
    record Item(
        String id, String text, double lon, double lat, @Nullable UnitRef grid, double score) {

      static Item of(AddressHit hit, Optional<PlanSnapshot> plan) {
        return new Item(
            hit.id(),
            hit.text(),
            hit.place().lon(),
            hit.place().lat(),
            plan.flatMap(each -> each.gridAt(hit.place())).map(UnitRef::of).orElse(null),
            hit.score());
      }
    }
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/search", KnownParameters.of("q", "limit").then(this::search));
  }

  private void search(Context ctx) {
    Request request = Request.parse(new Parameters(ctx));
    Optional<PlanSnapshot> plan = plans.byDefault();
    List<AddressHit> hits =
        search.search(request.text(), request.limit()).orElseThrow(ProblemException::starting);
    ctx.json(new SearchAnswer(hits.stream().map(hit -> SearchAnswer.Item.of(hit, plan)).toList()));
  }
}
