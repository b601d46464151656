package org.gridwright.api.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.gridwright.data.exchange.CsvOutput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how a CSV leaves. */
abstract class CsvOutputOptions {

  @Option(names = "--bom")
  private boolean bom;

  @Option(names = "--raw")
  private boolean raw;

  abstract @Nullable Charset encoding();

  /** Whether a mark is asked for. */
  boolean bom() {
    return bom;
  }

  /**
   * @throws org.gridwright.data.exchange.UnwritableException when the encoding cannot be written,
   *     or has no mark
   */
  CsvOutput output() {
    return output(StandardCharsets.UTF_8);
  }

  /** As {@link #output()}, where no encoding is asked for in the given one. */
  CsvOutput output(Charset otherwise) {
    return new CsvOutput(Objects.requireNonNullElse(encoding(), otherwise), bom, raw);
  }

  /** Of commands that read no text. */
  static final class Alone extends CsvOutputOptions {

    @Option(names = "--encoding", paramLabel = "CHARSET", descriptionKey = "output-encoding")
    private @Nullable Charset encoding;

    @Override
    @Nullable Charset encoding() {
      return encoding;
    }
  }

  /** Of commands that read a text too. */
  static final class BesideReading extends CsvOutputOptions {

    @Option(names = "--output-encoding", paramLabel = "CHARSET")
    private @Nullable Charset encoding;

    @Override
    @Nullable Charset encoding() {
      return encoding;
    }
  }
}
