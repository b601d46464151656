package org.gridwright.api.cli;

import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.TextOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how to read a file. */
final class ReadingOptions {

  @Option(names = "--crs", paramLabel = "EPSG:CODE")
  private @Nullable String crs;

  @Option(names = "--datum", paramLabel = "DATUM")
  private Datum datum = Datum.WGS84;

  @Option(names = "--layer", paramLabel = "LAYER")
  private @Nullable String layer;

  @Mixin private final TextReadingOptions text = new TextReadingOptions();

  ReadOptions reading() {
    return new ReadOptions(crs, layer, text.text());
  }

  /** How a text is written. */
  TextOptions text() {
    return text.text();
  }

  Datum datum() {
    return datum;
  }
}
