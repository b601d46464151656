package org.gridwright.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.intake.LevelFields;
import org.gridwright.data.intake.ZoneImport;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.model.Actor;

/** Reads a boundary file as a plan of one level that is not stored. */
final class ZonesFile {

  private ZonesFile() {}

  static Plan read(
      Session session,
      Path file,
      String codeField,
      ZoneOptions.SameCode sameCode,
      ReadOptions reading,
      Datum datum) {
    ZoneImport.Read read =
        read(session, file, codeField, sameCode, reading, datum, (code, feature) -> {});
    read.findingNotes().forEach(note -> session.note(session.say(note)));
    return read.plan();
  }

  /**
   * As above; each feature is also handed on, with its code. What is wrong with how units are drawn
   * is not told yet.
   */
  static ZoneImport.Read read(
      Session session,
      Path file,
      String codeField,
      ZoneOptions.SameCode sameCode,
      ReadOptions reading,
      Datum datum,
      BiConsumer<String, Feature> seen) {
    ZoneOptions options =
        new ZoneOptions(
            file,
            reading,
            datum,
            "file",
            String.valueOf(file.getFileName()),
            CodeScheme.FREE,
            List.of(new LevelFields(codeField, List.of(codeField))),
            Map.of(),
            sameCode,
            List.of(),
            null,
            null,
            Actor.ANONYMOUS,
            "");
    ZoneImport.Read read;
    try (ProgressDisplay display = ProgressDisplay.ofSteps(session)) {
      read = ZoneImport.read(options, LatticeEnvelope.EMPTY, display.shares(), seen);
    }
    read.notes().forEach(note -> session.note(session.say(note)));
    return read;
  }
}
