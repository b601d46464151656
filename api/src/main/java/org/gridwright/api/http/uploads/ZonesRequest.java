package org.gridwright.api.http.uploads;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.api.http.body.FactMembers;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.http.body.RepairMembers;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.fact.FactChange;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.work.Progress;
import org.gridwright.data.intake.LevelFields;
import org.gridwright.data.intake.ZoneImport;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code zones} of an import: the options of {@code import zones}. */
final class ZonesRequest {

  private static final int MOST_LEVELS = 12;
  private static final int MAX_THEME = 64;
  private static final int MAX_REASON = 2000;
  private static final List<String> SCHEMES =
      List.of(CodeScheme.values()).stream().map(CodeScheme::id).toList();

  private ZonesRequest() {}

  static ImportOrder order(
      Members members, Path file, UploadReading reading, Actor author, String reason) {
    String theme = members.text("theme", MAX_THEME);
    if (!theme.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw members.bad("theme", Message.core("plan.theme-id", theme));
    }
    String title = members.optionalText("title", ImportRequest.MAX_NAME).orElse(theme);
    List<LevelFields> levels =
        members.objects("levels", MOST_LEVELS).stream().map(ZonesRequest::level).toList();
    Map<String, String> names = names(members, levels);
    CodeScheme codes =
        members.optionalWord("codes", SCHEMES).flatMap(CodeScheme::of).orElse(CodeScheme.FREE);
    boolean refuse =
        members
            .optionalWord("sameCode", List.of("merge", "refuse"))
            .filter("refuse"::equals)
            .isPresent();
    List<FactChange> facts =
        members.has("facts") ? FactMembers.changes(members, "facts") : List.of();
    RepairOptions repair = repair(members);
    ZoneOptions.Publish publish =
        members.optionalObject("publish").map(ZonesRequest::publish).orElse(null);
    String why = members.optionalLines("reason", MAX_REASON).orElse(reason);
    return (store, progress) ->
        run(
            new ZoneOptions(
                file,
                reading.options(file),
                reading.datumOrWgs84(),
                theme,
                title,
                codes,
                levels,
                names,
                refuse ? ZoneOptions.SameCode.REFUSE : ZoneOptions.SameCode.MERGE,
                facts,
                publish,
                repair,
                author,
                why),
            store,
            progress);
  }

  private static ImportOutcome run(ZoneOptions options, Store store, Progress progress) {
    return ImportOutcome.of(options.themeId(), new ZoneImport(store).run(options, progress));
  }

  /** Whether, or how, what does not fit together is mended; null where it is not. */
  private static @Nullable RepairOptions repair(Members members) {
    if (!members.isObject("repair")) {
      return members.flag("repair") ? RepairOptions.STANDARD : null;
    }
    Members how = members.optionalObject("repair").orElseThrow();
    RepairOptions options = RepairMembers.options(how);
    how.nothingElse();
    return options;
  }

  private static LevelFields level(Members members) {
    LevelFields level =
        new LevelFields(
            members.text("level", ImportRequest.MAX_NAME), ImportRequest.fields(members, "fields"));
    members.nothingElse();
    return level;
  }

  private static ZoneOptions.Publish publish(Members members) {
    LocalDate effective = members.date("effective");
    String accept = members.optionalLines("accept", MAX_REASON).orElse(null);
    members.nothingElse();
    return new ZoneOptions.Publish(effective, accept);
  }

  private static Map<String, String> names(Members members, List<LevelFields> levels) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, @Nullable String> said =
        members.has("names")
            ? members.textsByKey("names", MOST_LEVELS, ImportRequest.MAX_NAME)
            : Map.of();
    said.forEach(
        (level, field) -> {
          if (levels.stream().noneMatch(known -> known.level().equals(level))) {
            throw members.bad("names", ApiMessages.of("http.import-name-level", level));
          }
          if (field != null) {
            names.put(level, field);
          }
        });
    return names;
  }
}
