package org.gridwright.api.http.exports;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.IncidentFilter;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.export.TableFormat;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerSchema;
import org.gridwright.data.layer.LayerSchemas;
import org.gridwright.data.store.LayerStore;
import org.jspecify.annotations.Nullable;

/**
 * A layer that can be taken away, and what a request says of it.
 *
 * @param known what it goes by beside what goes with all of them
 * @param means the rows that a request means
 */
record TakenLayer(LayerSchema schema, KnownParameters known, Function<Parameters, Chosen> means) {

  private static final KnownParameters OF_ALL =
      KnownParameters.of("format", "columns").and(CsvParameters.WRITING);

  private static final KnownParameters BOX = KnownParameters.of("bbox");

  /**
   * Rows, and what a file of them is called.
   *
   * @param stem without its ending
   */
  record Chosen(Layer layer, LayerQuery query, String stem) {}

  static List<TakenLayer> all(PlanLookup plans, LayerStore layers) {
    return List.of(
        new TakenLayer(
            LayerSchemas.UNITS,
            PlanLookup.MEANT.and(KnownParameters.of("level")).and(BOX),
            parameters -> units(parameters, plans, layers)),
        new TakenLayer(
            LayerSchemas.ADDRESSES, BOX, parameters -> near(parameters, layers.addresses())),
        new TakenLayer(
            LayerSchemas.INCIDENTS,
            IncidentFilter.KNOWN,
            parameters ->
                new Chosen(
                    layers.incidents(), IncidentFilter.parse(parameters).ofLayer(), "incidents")),
        new TakenLayer(
            LayerSchemas.FACILITIES, BOX, parameters -> near(parameters, layers.facilities())),
        new TakenLayer(
            LayerSchemas.OFFICERS,
            KnownParameters.of("theme", "at"),
            parameters -> officers(parameters, plans, layers)));
  }

  String name() {
    return schema.name();
  }

  /** What a request for it may say. */
  KnownParameters parameters() {
    return OF_ALL.and(known);
  }

  /** What a request means. */
  ExportOrder order(Parameters parameters) {
    Chosen meant = means.apply(parameters);
    LayerQuery query = meant.query().columns(columns(parameters));
    query.checked(meant.layer().schema());
    return new ExportOrder(
        meant.layer(), query, format(parameters), CsvParameters.writing(parameters), meant.stem());
  }

  private static TableFormat format(Parameters parameters) {
    String named =
        parameters
            .text("format")
            .orElseThrow(
                () ->
                    ProblemException.badParameter(
                        "format", ApiMessages.of("http.parameter-missing", "format")));
    return TableFormat.find(named.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                ProblemException.badParameter(
                    "format",
                    ApiMessages.of("http.member-choice", "format", "geojson, csv, gpkg")));
  }

  private static @Nullable List<String> columns(Parameters parameters) {
    return parameters
        .token("columns")
        .map(named -> List.of(named.strip().split("\\s*,\\s*", -1)))
        .orElse(null);
  }

  private static Chosen units(Parameters parameters, PlanLookup plans, LayerStore layers) {
    LayerQuery query = LayerQuery.ALL.within(parameters.box());
    String level = parameters.text("level").orElse(null);
    String draft = parameters.text("draft").orElse(null);
    if (draft != null) {
      DraftState state = plans.draft(draft);
      long id = state.info().id();
      Level meant = plans.level(state.told().theme(), level);
      return new Chosen(layers.units(id, meant), query, "draft-" + id + "-" + meant.name());
    }
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    LocalDate day = plans.day(parameters.date("at").orElse(null));
    Level meant = plans.level(theme, level);
    Layer units = layers.units(plans.require(theme, day).id(), meant);
    return new Chosen(units, query, theme.id() + "-" + meant.name() + "-" + day);
  }

  private static Chosen near(Parameters parameters, Layer layer) {
    return new Chosen(layer, LayerQuery.ALL.within(parameters.box()), layer.schema().name());
  }

  private static Chosen officers(Parameters parameters, PlanLookup plans, LayerStore layers) {
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    LocalDate day = parameters.date("at").orElse(null);
    return new Chosen(layers.officers(theme.id(), day), LayerQuery.ALL, theme.id() + "-officers");
  }
}
