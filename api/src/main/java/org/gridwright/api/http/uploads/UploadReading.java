package org.gridwright.api.http.uploads;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.crs.CrsException;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.Remedies;
import org.gridwright.data.exchange.Shaping;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.intake.look.EncodingProposal;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read, as far as somebody said.
 *
 * @param datum WGS 84 where it is null
 * @param text how a CSV is written; its encoding is null for the one that is proposed
 * @param skipBad leave out areas that cannot be used, and name them
 */
record UploadReading(
    @Nullable String crs,
    @Nullable String layer,
    @Nullable Datum datum,
    TextOptions text,
    boolean skipBad) {

  static final KnownParameters PARAMETERS =
      KnownParameters.of("layer", "crs", "datum", "encoding").and(CsvParameters.READING);

  private static final int MAX_WORD = 200;

  static UploadReading of(Parameters parameters) {
    return of(
        parameters::text,
        CsvParameters.headerLine(parameters),
        false,
        ProblemException::badParameter);
  }

  /** Of an object with members of the same names. */
  static UploadReading of(Members members) {
    OptionalLong line =
        members.optionalId("headerLine").map(OptionalLong::of).orElseGet(OptionalLong::empty);
    UploadReading reading =
        of(
            name -> members.optionalText(name, MAX_WORD),
            line,
            members.flag("skipBad"),
            (name, told) -> members.bad(name, told));
    members.nothingElse();
    return reading;
  }

  /** Nothing said. */
  static UploadReading plain() {
    return new UploadReading(null, null, null, TextOptions.of(Remedies.READING), false);
  }

  ReadOptions options(Path file) {
    Shaping shaping = new Shaping(null, Shaping.CURVE_TOLERANCE_METRES, skipBad);
    return new ReadOptions(crs, layer, text.in(encoding(file)), shaping);
  }

  Charset encoding(Path file) {
    Charset said = text.encoding();
    return said == null ? EncodingProposal.of(file) : said;
  }

  Datum datumOrWgs84() {
    return datum == null ? Datum.WGS84 : datum;
  }

  private static UploadReading of(
      Function<String, Optional<String>> said,
      OptionalLong headerLine,
      boolean skipBad,
      BiFunction<String, Message, ProblemException> bad) {
    TextOptions text =
        new TextOptions(
            said.apply("encoding").map(name -> charset(name, bad)).orElse(null),
            CsvParameters.separator(said.apply("separator").orElse(null), bad),
            CsvParameters.decimal(said.apply("decimal").orElse(null), bad),
            headerLine,
            Remedies.READING);
    return new UploadReading(
        said.apply("crs").orElse(null),
        said.apply("layer").orElse(null),
        said.apply("datum").map(name -> datum(name, bad)).orElse(null),
        text,
        skipBad);
  }

  private static Datum datum(String text, BiFunction<String, Message, ProblemException> bad) {
    try {
      return Datum.of(text);
    } catch (CrsException unknown) {
      throw bad.apply("datum", unknown.told());
    }
  }

  private static Charset charset(String text, BiFunction<String, Message, ProblemException> bad) {
    try {
      return Charset.forName(text);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw bad.apply("encoding", ApiMessages.of("http.upload-encoding", text));
    }
  }
}
