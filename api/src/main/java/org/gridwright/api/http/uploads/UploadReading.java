package org.gridwright.api.http.uploads;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.intake.look.EncodingProposal;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read, as far as somebody said.
 *
 * @param datum WGS 84 where it is null
 * @param encoding null for the one that is proposed
 */
record UploadReading(
    @Nullable String crs,
    @Nullable String layer,
    @Nullable Datum datum,
    @Nullable Charset encoding) {

  static final KnownParameters PARAMETERS = KnownParameters.of("layer", "crs", "datum", "encoding");

  private static final int MAX_WORD = 200;

  static UploadReading of(Parameters parameters) {
    return of(parameters::text, ProblemException::badParameter);
  }

  /** Of an object with members of the same names. */
  static UploadReading of(Members members) {
    UploadReading reading =
        of(name -> members.optionalText(name, MAX_WORD), (name, told) -> members.bad(name, told));
    members.nothingElse();
    return reading;
  }

  /** Nothing said. */
  static UploadReading plain() {
    return new UploadReading(null, null, null, null);
  }

  ReadOptions options(Path file) {
    return new ReadOptions(crs, layer, TextOptions.of(Remedies.PARAMETERS).in(encoding(file)));
  }

  Charset encoding(Path file) {
    return encoding == null ? EncodingProposal.of(file) : encoding;
  }

  Datum datumOrWgs84() {
    return datum == null ? Datum.WGS84 : datum;
  }

  private static UploadReading of(
      Function<String, Optional<String>> said, BiFunction<String, Message, ProblemException> bad) {
    return new UploadReading(
        said.apply("crs").orElse(null),
        said.apply("layer").orElse(null),
        said.apply("datum").map(text -> datum(text, bad)).orElse(null),
        said.apply("encoding").map(text -> charset(text, bad)).orElse(null));
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
