package org.gridwright.data.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.Incident.ReportedZone;
import org.gridwright.data.store.IncidentStore.Query;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Brings incidents from a CSV, GeoJSON or GeoPackage file into a store, in constant memory. Each is
 * given the grid of the plan in force at its time.
 */
public final class IncidentImport {

  /** Incidents written at once; between two batches the connection is free to load plans. */
  private static final int BATCH = 10_000;

  private final Store store;

  public IncidentImport(Store store) {
    this.store = store;
  }

  /**
   * What is read, and by which fields.
   *
   * @param idField the incident's identity; importing it again replaces the incident. Null where
   *     the file has none: the file's name and the place in it then identify the incident
   * @param timeFields joined with a blank
   * @param channel how they came in; {@code import} where unknown
   * @param theme the theme of the grids to give, and of reported zones; null for the only theme, or
   *     the first in order of id
   * @param reported where the file names a unit; null where it does not
   * @param skipBad leave out records that cannot be used, instead of refusing the file
   */
  public record Options(
      Path file,
      ReadOptions reading,
      Datum datum,
      @Nullable String idField,
      PointFields place,
      List<String> timeFields,
      IncidentTimes times,
      String categoryField,
      String channel,
      @Nullable String theme,
      @Nullable Reported reported,
      boolean skipBad) {

    public Options {
      timeFields = List.copyOf(timeFields);
    }
  }

  /** The field that names a unit, and the level of that unit. */
  public record Reported(String field, String level) {}

  /**
   * Imports all or nothing, in one transaction.
   *
   * @throws InputException when the file cannot be used, or its dates can be read in two orders of
   *     day and month
   * @throws StoreException when there is no such theme or level
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public PointReport run(Options options, Progress progress) {
    Optional<Theme> theme = theme(options);
    requireLevel(theme, options.reported());
    try (FeatureReader reader = FeatureReader.open(options.file(), options.reading())) {
      Georeference georeference =
          Georeference.of(reader, options.reading(), options.datum(), KnownPlaces.rectangle(store));
      TimesOfFile times =
          new TimesOfFile(options.file(), options.reading(), options.timeFields(), options.times());
      Function<Feature, Incident> turn =
          it ->
              incident(
                  it, options, theme.orElse(null), times, options.place().in(reader, georeference));
      Records<Incident> records =
          new Records<>(
              reader,
              fields(options),
              turn,
              options.skipBad(),
              IntakeStage.READING.of(progress, 0, 1));
      PointReport report = store.transaction(open -> store(records, theme, open, progress));
      return report.with(reader.notes()).with(georeference.notes()).with(times.notes());
    }
  }

  private static PointReport store(
      Records<Incident> records, Optional<Theme> theme, Store open, Progress progress) {
    Optional<GridsInTime> grids = theme.map(it -> new GridsInTime(open, it.id(), progress));
    long before = open.incidents().count(Query.ALL);
    long stored = 0;
    List<Incident> batch = new ArrayList<>();
    while (records.hasNext()) {
      Incident incident = records.next();
      batch.add(
          grids
              .map(it -> it.at(incident.place(), incident.occurred().toLocalDate()))
              .map(incident::withGiven)
              .orElse(incident));
      if (batch.size() == BATCH || !records.hasNext()) {
        stored += open.incidents().put(batch.iterator());
        batch.clear();
      }
    }
    long replaced = stored - (open.incidents().count(Query.ALL) - before);
    return new PointReport(stored, replaced, records.badCount(), records.bad(), List.of());
  }

  private static Incident incident(
      Feature feature,
      Options options,
      @Nullable Theme theme,
      TimesOfFile times,
      Function<Feature, LatticePoint> place) {
    String id =
        options.idField() == null
            ? feature.source().file() + "-" + feature.source().number()
            : feature.required(options.idField());
    return new Incident(
        id,
        place.apply(feature),
        times.of(feature),
        feature.required(options.categoryField()),
        options.channel(),
        "closed",
        reported(feature, options.reported(), theme),
        null);
  }

  private static List<String> fields(Options options) {
    List<String> fields = new ArrayList<>(options.timeFields());
    fields.add(options.categoryField());
    fields.addAll(options.place().fields());
    if (options.idField() != null) {
      fields.add(options.idField());
    }
    if (options.reported() != null) {
      fields.add(options.reported().field());
    }
    return fields;
  }

  private static @Nullable ReportedZone reported(
      Feature feature, @Nullable Reported reported, @Nullable Theme theme) {
    if (reported == null || theme == null) {
      return null;
    }
    return feature
        .value(reported.field())
        .map(code -> new ReportedZone(theme.id(), reported.level(), code))
        .orElse(null);
  }

  private Optional<Theme> theme(Options options) {
    List<Theme> themes = store.themes().all();
    String wanted = options.theme();
    if (wanted == null) {
      return themes.stream().findFirst();
    }
    return Optional.of(
        store
            .themes()
            .find(wanted)
            .orElseThrow(
                () ->
                    new StoreException(
                        StoreException.Reason.NOT_FOUND,
                        DataMessages.of(
                            "intake.theme-unknown",
                            wanted,
                            themes.stream().map(Theme::id).collect(Collectors.joining(", "))))));
  }

  private static void requireLevel(Optional<Theme> theme, @Nullable Reported reported) {
    if (reported == null) {
      return;
    }
    Theme in =
        theme.orElseThrow(
            () ->
                new StoreException(
                    StoreException.Reason.NOT_FOUND, DataMessages.of("intake.no-theme")));
    if (in.level(reported.level()).isEmpty()) {
      throw new StoreException(
          StoreException.Reason.NOT_FOUND,
          DataMessages.of(
              "intake.level-unknown",
              in.id(),
              reported.level(),
              in.levels().stream().map(it -> it.name()).collect(Collectors.joining(", "))));
    }
  }
}
