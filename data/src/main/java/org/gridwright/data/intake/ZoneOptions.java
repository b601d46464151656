package org.gridwright.data.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.fact.FactChange;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What to import as zones, and how.
 *
 * @param themeId the theme to import into; made where it does not exist
 * @param title what people call the theme
 * @param levels coarse to fine
 * @param nameFields fields of display names by level; the code is the name where there is none
 * @param sameCode what to do with several features of one code
 * @param facts what attributes of the grids are, declared for the theme together with the import
 * @param publish null to leave the plan as a draft
 * @param repair how to mend what does not fit together; null to take it as it is
 * @param author who imports
 * @param reason why, for the history
 */
public record ZoneOptions(
    Path file,
    ReadOptions reading,
    Datum datum,
    String themeId,
    String title,
    CodeScheme codes,
    List<LevelFields> levels,
    Map<String, String> nameFields,
    SameCode sameCode,
    List<FactChange> facts,
    @Nullable Publish publish,
    @Nullable RepairOptions repair,
    Actor author,
    String reason) {

  /** What to do with several features of one code. */
  public enum SameCode {
    /** Read them as the parts of one unit, and say so. */
    MERGE,
    /** Refuse the file. */
    REFUSE
  }

  /**
   * That and when the plan is put in force.
   *
   * @param effective first day in force
   * @param accept the reason with which blocking findings are accepted; null to refuse them
   */
  public record Publish(LocalDate effective, @Nullable String accept) {}

  public ZoneOptions {
    levels = List.copyOf(levels);
    nameFields = Map.copyOf(nameFields);
    facts = List.copyOf(facts);
  }

  /** The least that must be said: free codes, parts of one code merged, a draft. */
  public static ZoneOptions of(Path file, String themeId, List<LevelFields> levels) {
    return new ZoneOptions(
        file,
        ReadOptions.DEFAULT,
        Datum.WGS84,
        themeId,
        themeId,
        CodeScheme.FREE,
        levels,
        Map.of(),
        SameCode.MERGE,
        List.of(),
        null,
        null,
        Actor.ANONYMOUS,
        "import of " + file.getFileName());
  }

  /** The same, published. */
  public ZoneOptions published(LocalDate effective, @Nullable String accept) {
    return new ZoneOptions(
        file,
        reading,
        datum,
        themeId,
        title,
        codes,
        levels,
        nameFields,
        sameCode,
        facts,
        new Publish(effective, accept),
        repair,
        author,
        reason);
  }

  /** The same, with coordinates of the given system and datum. */
  public ZoneOptions in(ReadOptions newReading, Datum newDatum) {
    return new ZoneOptions(
        file,
        newReading,
        newDatum,
        themeId,
        title,
        codes,
        levels,
        nameFields,
        sameCode,
        facts,
        publish,
        repair,
        author,
        reason);
  }

  /** The same, with attributes declared. */
  public ZoneOptions declaring(List<FactChange> newFacts) {
    return new ZoneOptions(
        file,
        reading,
        datum,
        themeId,
        title,
        codes,
        levels,
        nameFields,
        sameCode,
        newFacts,
        publish,
        repair,
        author,
        reason);
  }

  /** The same, mended. */
  public ZoneOptions mended(RepairOptions how) {
    return new ZoneOptions(
        file,
        reading,
        datum,
        themeId,
        title,
        codes,
        levels,
        nameFields,
        sameCode,
        facts,
        publish,
        how,
        author,
        reason);
  }

  /** The theme that the levels describe. */
  Theme theme() {
    return Theme.of(
        themeId, title, codes, levels.stream().map(LevelFields::level).toArray(String[]::new));
  }

  Optional<String> nameField(int depth) {
    return Optional.ofNullable(nameFields.get(levels.get(depth).level()));
  }
}
