package org.gridwright.api.http.search;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.api.http.search.SearchAnswer.Item;
import org.gridwright.api.http.search.SearchAnswer.Nothing;
import org.gridwright.api.http.search.SearchAnswer.UnderstoodParts;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Incident;
import org.gridwright.data.search.AddressSearch;
import org.gridwright.data.search.Found;
import org.gridwright.data.search.PlaceQuestion;
import org.gridwright.data.search.Understood;
import org.gridwright.data.snapshot.FacilityTable;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.StoreException;
import org.jspecify.annotations.Nullable;

/** Search for places of any kind. */
public final class SearchResource implements Resource {

  private static final int MOST_UNITS = 5;

  /** What can be the id of an incident: one word with a digit in it. */
  private static final Pattern NUMBERED = Pattern.compile("(?=\\D*\\d)\\S{1,64}");

  private static final double BEGINS_SO = 0.5;

  private final AddressSearch search;
  private final PlanLookup plans;
  private final IncidentStore incidents;
  private final FacilityTable facilities;
  private final AtomicReference<@Nullable NamedUnits> units = new AtomicReference<>();

  public SearchResource(
      AddressSearch search, PlanLookup plans, IncidentStore incidents, FacilityTable facilities) {
    this.search = search;
    this.plans = plans;
    this.incidents = incidents;
    this.facilities = facilities;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/search", SearchRequest.KNOWN.then(this::search));
  }

  private void search(Context ctx) {
    SearchRequest request = SearchRequest.parse(new Parameters(ctx), plans);
    Found found = found(request);
    List<Item> results = results(request, found);
    ctx.json(
        new SearchAnswer(
            results,
            UnderstoodParts.of(found.understood()),
            results.isEmpty() ? nothing(request, Languages.of(ctx)) : null));
  }

  private Found found(SearchRequest request) {
    return request.wants("address") || request.wants("corner")
        ? search.find(question(request)).orElseThrow(this::indexing)
        : new Found(List.of(), Understood.NOTHING);
  }

  private List<Item> results(SearchRequest request, Found found) {
    List<Item> addresses =
        found.hits().stream()
            .map(hit -> SearchAnswer.address(hit, request.plan()))
            .filter(item -> request.wants(item.kind()))
            .toList();
    List<Item> others = others(request);
    List<Item> all = new ArrayList<>(others.stream().filter(item -> item.score() == 1).toList());
    all.addAll(addresses);
    others.stream().filter(item -> item.score() < 1).forEach(all::add);
    return all.stream().limit(request.limit()).toList();
  }

  /** Why nothing was found, and the nearest thing that is there. */
  private Nothing nothing(SearchRequest request, Locale language) {
    if (NamedUnits.key(request.text()).isEmpty()) {
      return nothing("no-words", language, null);
    }
    if (request.limited()) {
      SearchRequest anywhere = request.anywhere();
      List<Item> elsewhere = results(anywhere, found(anywhere));
      if (!elsewhere.isEmpty()) {
        return nothing("outside", language, elsewhere.get(0));
      }
    }
    if (search.state().addresses() == 0) {
      return nothing("no-addresses", language, null);
    }
    Item alike =
        search
            .mostAlike(request.text())
            .map(hit -> SearchAnswer.address(hit, request.plan()))
            .orElse(null);
    return nothing("unknown-words", language, alike);
  }

  private static Nothing nothing(String code, Locale language, @Nullable Item nearest) {
    return new Nothing(code, ApiMessages.of("http.nothing-" + code).in(language), nearest);
  }

  private ProblemException indexing() {
    long percent = Math.round(100 * search.state().share());
    return ProblemException.indexing(percent);
  }

  private static PlaceQuestion question(SearchRequest request) {
    return new PlaceQuestion(
        request.text(),
        request.limit(),
        request.near(),
        request.within(),
        place -> names(TouchedGrids.path(request.plan(), place)));
  }

  private static List<String> names(List<Unit> path) {
    return path.stream()
        .flatMap(
            unit -> Stream.concat(Stream.of(unit.name()), UnitNames.of(unit).values().stream()))
        .distinct()
        .toList();
  }

  private List<Item> others(SearchRequest request) {
    List<Item> others = new ArrayList<>();
    PlanSnapshot plan = request.plan();
    if (request.wants("coordinates")) {
      LatticeEnvelope bounds = plan == null ? null : plan.plan().envelope();
      TypedCoordinates.of(request.text(), bounds)
          .ifPresent(
              place ->
                  add(
                      others,
                      request,
                      "coordinates",
                      null,
                      place.lon() + ", " + place.lat(),
                      place,
                      "exact",
                      1));
    }
    if (request.wants("incident")) {
      incident(request.text())
          .ifPresent(
              it -> add(others, request, "incident", it.id(), it.id(), it.place(), "incident", 1));
    }
    if (request.wants("unit") && plan != null) {
      units(request, plan, others);
    }
    if (request.wants("facility")) {
      facilities(request, others);
    }
    return others;
  }

  /** The incident of an id; of none while the store is away, which is no reason to find nothing. */
  private Optional<Incident> incident(String text) {
    if (!NUMBERED.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return incidents.find(text);
    } catch (StoreException away) {
      return Optional.empty();
    }
  }

  private void units(SearchRequest request, PlanSnapshot plan, List<Item> others) {
    NamedUnits named = units.get();
    if (named == null || !named.isOf(plan)) {
      named = new NamedUnits(plan);
      units.set(named);
    }
    for (Unit unit : named.find(request.text(), MOST_UNITS)) {
      double score = NamedUnits.isNamed(unit, request.text()) ? 1 : BEGINS_SO;
      if (unit.area() != null) {
        add(
            others,
            request,
            "unit",
            unit.code(),
            unit.name(),
            LatticeJts.inside(unit.area()),
            "unit",
            score);
      }
    }
  }

  private void facilities(SearchRequest request, List<Item> others) {
    String typed = NamedUnits.key(request.text());
    if (typed.length() < 2) {
      return;
    }
    facilities.all().stream()
        .filter(
            each -> NamedUnits.key(each.name()).contains(typed) || each.id().equals(request.text()))
        .limit(MOST_UNITS)
        .forEach(
            each -> {
              boolean whole =
                  NamedUnits.key(each.name()).equals(typed) || each.id().equals(request.text());
              add(
                  others,
                  request,
                  "facility",
                  each.id(),
                  each.name(),
                  each.place(),
                  "facility",
                  whole ? 1 : BEGINS_SO);
            });
  }

  private static void add(
      List<Item> items,
      SearchRequest request,
      String kind,
      @Nullable String id,
      String text,
      LatticePoint place,
      String match,
      double score) {
    if (request.within().test(place)) {
      items.add(
          SearchAnswer.item(kind, id, text, place, match, List.of(), 0, score, request.plan()));
    }
  }
}
