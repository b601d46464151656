package org.gridwright.api.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.Shaping;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.intake.look.EncodingProposal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how to read a file. */
final class ReadingOptions {

  private static final double FINEST_CURVE = 0.001;
  private static final double COARSEST_CURVE = 100;

  @Option(names = "--crs", paramLabel = "EPSG:CODE")
  private @Nullable String crs;

  @Option(names = "--datum", paramLabel = "DATUM")
  private Datum datum = Datum.WGS84;

  @Option(names = "--layer", paramLabel = "LAYER")
  private @Nullable String layer;

  @Mixin private final TextReadingOptions text = new TextReadingOptions();

  @Option(names = "--grid-shift", paramLabel = "FILE")
  private @Nullable Path gridShift;

  @Option(names = "--curve-tolerance", paramLabel = "METRES")
  private double curveTolerance = Shaping.CURVE_TOLERANCE_METRES;

  @Option(names = "--skip-bad")
  private boolean skipBad;

  ReadOptions reading() {
    if (!(curveTolerance >= FINEST_CURVE && curveTolerance <= COARSEST_CURVE)) {
      throw CliException.usage("reading.curve-tolerance", FINEST_CURVE, COARSEST_CURVE);
    }
    return new ReadOptions(
        crs, layer, text.text(), new Shaping(gridShift, curveTolerance, skipBad));
  }

  /** The name of an option that was given and is about boundaries; null where none was. */
  @Nullable String given() {
    return Stream.of(
            crs == null ? null : "--crs",
            datum == Datum.WGS84 ? null : "--datum",
            layer == null ? null : "--layer",
            gridShift == null ? null : "--grid-shift",
            skipBad ? "--skip-bad" : null)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether records that cannot be used are left out. */
  boolean skipBad() {
    return skipBad;
  }

  /**
   * For a second file beside the one that options are about: its text is UTF-8 where it can be,
   * whatever the encoding of the other.
   */
  ReadOptions beside(Path file) {
    ReadOptions told = reading();
    return EncodingProposal.of(file).equals(StandardCharsets.UTF_8)
        ? new ReadOptions(told.crs(), told.layer(), told.text().in(null), told.shaping())
        : told;
  }

  /** How a text is written. */
  TextOptions text() {
    return text.text();
  }

  Datum datum() {
    return datum;
  }
}
