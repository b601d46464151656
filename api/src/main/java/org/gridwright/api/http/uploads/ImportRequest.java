package org.gridwright.api.http.uploads;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.intake.AddressImport;
import org.gridwright.data.intake.AddressPartFields;
import org.gridwright.data.intake.DayOrder;
import org.gridwright.data.intake.IncidentImport;
import org.gridwright.data.intake.IncidentTimes;
import org.gridwright.data.intake.LevelFields;
import org.gridwright.data.intake.OfficialImport;
import org.gridwright.data.intake.PointFields;
import org.gridwright.data.intake.RosterFile;
import org.gridwright.data.intake.look.FileLook.Use;
import org.gridwright.data.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of {@code POST /api/v1/uploads/{id}/import}: how the file is read, and one member
 * that says what it is imported as. Its members are the options of the command line.
 */
final class ImportRequest {

  static final int MAX_NAME = 200;
  private static final int MOST_FIELDS = 20;

  private final Path file;
  private final UploadReading reading;
  private final PlanLookup plans;

  private ImportRequest(Path file, UploadReading reading, PlanLookup plans) {
    this.file = file;
    this.reading = reading;
    this.plans = plans;
  }

  /**
   * @param reason of an import of zones, where the body names none
   * @throws org.gridwright.api.http.ProblemException 400 when the body is not such a request, 404
   *     when it names a theme that there is not
   */
  static ImportOrder order(
      Members body, Upload upload, PlanLookup plans, Actor author, String reason) {
    UploadReading reading =
        body.optionalObject("reading").map(UploadReading::of).orElseGet(UploadReading::plain);
    List<Use> asked = List.of(Use.values()).stream().filter(use -> body.has(use.id())).toList();
    body.nothingElse();
    if (asked.size() != 1) {
      throw body.bad(
          asked.isEmpty() ? Use.ZONES.id() : asked.get(1).id(),
          ApiMessages.of("http.import-one", String.join(", ", ImportOutcome.uses())));
    }
    Use use = asked.get(0);
    Members members = body.optionalObject(use.id()).orElseThrow(() -> body.missing(use.id()));
    ImportRequest request = new ImportRequest(upload.file(), reading, plans);
    ImportOrder order =
        switch (use) {
          case ZONES -> ZonesRequest.order(members, upload.file(), reading, author, reason);
          case OUTLINES -> request.outlines(members);
          case JURISDICTION -> request.jurisdiction(members);
          case ADDRESSES -> request.addresses(members);
          case INCIDENTS -> request.incidents(members);
          case OFFICERS -> request.officers(members);
        };
    members.nothingElse();
    return order;
  }

  /** A list of one or more names of fields. */
  static List<String> fields(Members members, String name) {
    return members.texts(name, 1, MOST_FIELDS, MAX_NAME);
  }

  private ReadOptions options() {
    return reading.options(file);
  }

  private ImportOrder outlines(Members members) {
    Theme theme = theme(members);
    LevelFields codes = new LevelFields(members.text("level", MAX_NAME), fields(members, "fields"));
    return (store, progress) ->
        ImportOutcome.of(
            Use.OUTLINES,
            theme.id(),
            new OfficialImport(store).outlines(official(), theme, codes, progress));
  }

  private ImportOrder jurisdiction(Members members) {
    Theme theme = theme(members);
    return (store, progress) ->
        ImportOutcome.of(
            Use.JURISDICTION,
            theme.id(),
            new OfficialImport(store).jurisdiction(official(), theme, progress));
  }

  private OfficialImport.Input official() {
    return new OfficialImport.Input(file, options(), reading.datumOrWgs84());
  }

  private ImportOrder addresses(Members members) {
    String id = members.text("id", MAX_NAME);
    List<String> text = fields(members, "text");
    PointFields place = place(members);
    String weight = members.optionalText("weight", MAX_NAME).orElse(null);
    boolean skipBad = members.flag("skipBad");
    return (store, progress) ->
        ImportOutcome.of(
            Use.ADDRESSES,
            null,
            new AddressImport(store)
                .run(
                    new AddressImport.Options(
                        file,
                        options(),
                        reading.datumOrWgs84(),
                        id,
                        text,
                        AddressPartFields.NONE,
                        place,
                        weight,
                        skipBad),
                    progress));
  }

  private ImportOrder incidents(Members members) {
    String id = members.optionalText("id", MAX_NAME).orElse(null);
    PointFields place = place(members);
    List<String> time = fields(members, "time");
    IncidentTimes times = new IncidentTimes(zone(members), order(members));
    String category = members.text("category", MAX_NAME);
    String channel = members.optionalText("channel", MAX_NAME).orElse("import");
    Optional<String> named = members.optionalText("theme", MAX_NAME);
    String theme = named.map(it -> plans.theme(it).id()).orElse(null);
    IncidentImport.Reported reported = reported(members);
    boolean skipBad = members.flag("skipBad");
    return (store, progress) ->
        ImportOutcome.of(
            Use.INCIDENTS,
            theme,
            new IncidentImport(store)
                .run(
                    new IncidentImport.Options(
                        file,
                        options(),
                        reading.datumOrWgs84(),
                        id,
                        place,
                        time,
                        times,
                        category,
                        channel,
                        theme,
                        reported,
                        skipBad),
                    progress));
  }

  /** Null where nobody says; the file has to decide it then. */
  private static @Nullable DayOrder order(Members members) {
    return members
        .optionalFlag("dayFirst")
        .map(days -> days ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST)
        .orElse(null);
  }

  private ImportOrder officers(Members members) {
    Theme theme = theme(members);
    return (store, progress) -> {
      progress.checkpoint();
      return ImportOutcome.of(
          Use.OFFICERS,
          theme.id(),
          RosterFile.read(file, options().text(), theme.id(), plans.gridCodes(theme), store));
    };
  }

  private Theme theme(Members members) {
    return plans.theme(members.optionalText("theme", MAX_NAME).orElse(null));
  }

  /** Two fields, or the point of each record where neither is named. */
  private static PointFields place(Members members) {
    String lon = members.optionalText("lon", MAX_NAME).orElse(null);
    String lat = members.optionalText("lat", MAX_NAME).orElse(null);
    if ((lon == null) != (lat == null)) {
      throw members.missing(lon == null ? "lon" : "lat");
    }
    return lon == null ? PointFields.GEOMETRY : new PointFields(lon, lat);
  }

  private static IncidentImport.@Nullable Reported reported(Members members) {
    String field = members.optionalText("reportedZone", MAX_NAME).orElse(null);
    String level = members.optionalText("level", MAX_NAME).orElse(null);
    if ((field == null) != (level == null)) {
      throw members.missing(field == null ? "reportedZone" : "level");
    }
    return field == null || level == null ? null : new IncidentImport.Reported(field, level);
  }

  private static @Nullable ZoneId zone(Members members) {
    String id = members.optionalText("timeZone", MAX_NAME).orElse(null);
    try {
      return id == null ? null : ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw members.bad("timeZone", ApiMessages.of("http.import-time-zone", id));
    }
  }
}
