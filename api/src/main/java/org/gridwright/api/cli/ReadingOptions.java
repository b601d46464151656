package org.gridwright.api.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how to read a file. */
final class ReadingOptions {

  @Option(names = "--crs", paramLabel = "EPSG:CODE")
  private @Nullable String crs;

  @Option(names = "--datum", paramLabel = "DATUM")
  private Datum datum = Datum.WGS84;

  @Option(names = "--layer", paramLabel = "LAYER")
  private @Nullable String layer;

  @Option(names = "--encoding", paramLabel = "CHARSET")
  private Charset encoding = StandardCharsets.UTF_8;

  ReadOptions reading() {
    return new ReadOptions(crs, layer, encoding);
  }

  Datum datum() {
    return datum;
  }
}
