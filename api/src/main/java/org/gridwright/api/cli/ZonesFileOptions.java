package org.gridwright.api.cli;

import java.nio.file.Path;
import java.util.List;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.gwl.PlansInFile;
import org.gridwright.data.intake.ZoneOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that take grids from a boundary file instead of the store. */
final class ZonesFileOptions {

  @Option(names = "--zones", paramLabel = "FILE")
  private @Nullable Path zones;

  @Option(names = "--code", paramLabel = "FIELD")
  private @Nullable String code;

  @Option(names = "--same-code", paramLabel = "WHAT")
  private ZoneOptions.SameCode sameCode = ZoneOptions.SameCode.MERGE;

  /** Whether a file is named. */
  boolean named() {
    return zones != null || code != null;
  }

  /** The file where it is one of plans; null where it is one of boundaries, or none. */
  @Nullable Path plans() {
    if (zones == null || !PlansInFile.isOne(zones)) {
      return null;
    }
    if (code != null) {
      throw CliException.usage("assign.plans-say-all", "--code");
    }
    return zones;
  }

  /** The given file, and this one where it is named. */
  List<Path> with(Path other) {
    return zones == null ? List.of(other) : List.of(other, zones);
  }

  Plan read(Session session, ReadingOptions reading) {
    if (zones == null || code == null) {
      throw CliException.usage("assign.zones-and-code");
    }
    return ZonesFile.read(session, zones, code, sameCode, reading.beside(zones), reading.datum());
  }
}
