package org.gridwright.api.cli;

import java.nio.charset.Charset;
import java.util.OptionalLong;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.data.exchange.Remedies;
import org.gridwright.data.exchange.SeparatorWords;
import org.gridwright.data.exchange.TextOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how a text is written; what they leave out is found and told. */
final class TextReadingOptions {

  @Option(names = "--encoding", paramLabel = "CHARSET")
  private @Nullable Charset encoding;

  @Option(names = "--separator", paramLabel = "CHARACTER")
  private @Nullable String separator;

  @Option(names = "--decimal", paramLabel = "MARK")
  private @Nullable String decimal;

  @Option(names = "--header-line", paramLabel = "N")
  private @Nullable Long headerLine;

  TextOptions text() {
    if (headerLine != null && headerLine < 1) {
      throw CliException.usage("reading.header-line", headerLine);
    }
    return new TextOptions(
        encoding,
        separator(),
        decimal(),
        headerLine == null ? OptionalLong.empty() : OptionalLong.of(headerLine),
        Remedies.OPTIONS);
  }

  private @Nullable Character separator() {
    String said = separator;
    return said == null
        ? null
        : SeparatorWords.meant(said)
            .orElseThrow(() -> CliException.usage("reading.separator", said));
  }

  private @Nullable Character decimal() {
    if (decimal != null && !decimal.equals(".") && !decimal.equals(",")) {
      throw CliException.usage("reading.decimal", decimal);
    }
    return decimal == null ? null : decimal.charAt(0);
  }
}
