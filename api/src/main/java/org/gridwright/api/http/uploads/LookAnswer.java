package org.gridwright.api.http.uploads;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.message.Message;
import org.gridwright.data.exchange.SeparatorWords;
import org.gridwright.data.exchange.TextDialect;
import org.gridwright.data.intake.LevelFields;
import org.gridwright.data.intake.look.FactProposal;
import org.gridwright.data.intake.look.FieldLook;
import org.gridwright.data.intake.look.FileLook;
import org.gridwright.data.intake.look.PointProposal;
import org.gridwright.data.intake.look.ZoneProposal;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The answer of {@code GET /api/v1/uploads/{id}}: see {@link FileLook}. */
record LookAnswer(
    String id,
    String name,
    long size,
    String format,
    List<String> layers,
    @Nullable String layer,
    String encoding,
    @Nullable CsvMarks dialect,
    @Nullable String crs,
    int records,
    boolean whole,
    String shapes,
    @Nullable String keyField,
    List<ReadField> fields,
    @Nullable List<Double> bounds,
    @Nullable String trouble,
    @Nullable String datum,
    boolean datumAsked,
    List<String> uses,
    @Nullable Zones zones,
    PointProposal points) {

  /** How a CSV is written; see {@link TextDialect}. */
  record CsvMarks(String separator, String decimal, long headerLine, List<String> leftOut) {

    static @Nullable CsvMarks of(@Nullable TextDialect dialect) {
      return dialect == null
          ? null
          : new CsvMarks(
              SeparatorWords.word(dialect.separator()),
              String.valueOf(dialect.decimal()),
              dialect.headerLine(),
              dialect.leftOut());
    }
  }

  /** A field; see {@link FieldLook}. */
  record ReadField(String name, String kind, long filled, int distinct, List<String> examples) {

    static ReadField of(FieldLook field) {
      return new ReadField(
          field.name(), field.kind().id(), field.filled(), field.distinct(), field.examples());
    }
  }

  /**
   * How it may be read as zones; see {@link ZoneProposal}.
   *
   * @param names the field of the names, by level
   */
  record Zones(
      String theme,
      String title,
      List<LevelFields> levels,
      Map<String, String> names,
      String codes,
      List<ProposedFact> facts) {

    static @Nullable Zones of(String file, @Nullable ZoneProposal zones) {
      if (zones == null) {
        return null;
      }
      String grids = zones.levels().get(zones.levels().size() - 1).level();
      return new Zones(
          ThemeWords.id(file),
          ThemeWords.title(file),
          zones.levels(),
          zones.nameField() == null ? Map.of() : Map.of(grids, zones.nameField()),
          zones.codes().id(),
          zones.facts().stream().map(ProposedFact::of).toList());
    }
  }

  /** What a field counts for where nobody says more; see {@link FactProposal}. */
  record ProposedFact(
      String attribute, String kind, @Nullable String weight, long filled, long numbers) {

    static ProposedFact of(FactProposal fact) {
      return new ProposedFact(
          fact.attribute(),
          fact.kind().id(),
          fact.weight().isEmpty() ? null : fact.weight(),
          fact.filled(),
          fact.numbers());
    }
  }

  static LookAnswer of(Upload upload, String encoding, FileLook look, Locale language) {
    Message trouble = look.trouble();
    return new LookAnswer(
        upload.id(),
        upload.name(),
        upload.size(),
        look.format().id(),
        look.layers(),
        look.layer(),
        encoding,
        CsvMarks.of(look.dialect()),
        look.crs(),
        look.records(),
        look.whole(),
        look.shapes().id(),
        look.keyField(),
        look.fields().stream().map(ReadField::of).toList(),
        bounds(look.bounds()),
        trouble == null ? null : trouble.in(language),
        look.datum() == null ? null : look.datum().id(),
        look.datumAsked(),
        look.uses().stream().map(FileLook.Use::id).toList(),
        Zones.of(upload.name(), look.zones()),
        look.points());
  }

  private static @Nullable List<Double> bounds(@Nullable Envelope box) {
    return box == null
        ? null
        : List.of(
            Lattice.degrees(Lattice.longitude(box.getMinX())),
            Lattice.degrees(Lattice.latitude(box.getMinY())),
            Lattice.degrees(Lattice.longitude(box.getMaxX())),
            Lattice.degrees(Lattice.latitude(box.getMaxY())));
  }
}
