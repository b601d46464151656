package org.gridwright.api.http;

import io.javalin.http.Context;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.Remedies;
import org.gridwright.data.exchange.SeparatorWords;
import org.gridwright.data.exchange.TextOptions;
import org.jspecify.annotations.Nullable;

/** How texts come and CSV leaves over HTTP: what a request says of it. */
public final class CsvParameters {

  /** Of endpoints that read a CSV. */
  public static final KnownParameters READING =
      KnownParameters.of("separator", "decimal", "headerLine");

  /** Of endpoints that write one. */
  public static final KnownParameters WRITING = KnownParameters.of("encoding", "bom", "raw");

  /** Encodings that can write every text, as they are asked for. */
  private static final Map<String, Charset> ENCODINGS =
      Map.of(
          "utf-8",
          StandardCharsets.UTF_8,
          "utf-16le",
          StandardCharsets.UTF_16LE,
          "gb18030",
          Charset.forName("GB18030"));

  private static final Map<String, Character> DECIMALS = Map.of(".", '.', ",", ',');

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

  private CsvParameters() {}

  /**
   * How the body is written, by its content type and {@link #READING}.
   *
   * @throws ProblemException when a parameter or the charset cannot be read
   */
  public static TextOptions reading(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    return new TextOptions(
        charset(ctx.contentType()),
        separator(ctx.queryParam("separator"), ProblemException::badParameter),
        decimal(ctx.queryParam("decimal"), ProblemException::badParameter),
        headerLine(parameters),
        Remedies.PARAMETERS);
  }

  /** The line with the names of fields, as {@code headerLine} says it; empty where it does not. */
  public static OptionalLong headerLine(Parameters parameters) {
    int line = parameters.number("headerLine", 1, Integer.MAX_VALUE, 0);
    return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
  }

  /**
   * What stands between fields, as a value of {@code separator} says it.
   *
   * @param value null or empty where nothing is said, which is null
   */
  public static @Nullable Character separator(
      @Nullable String value, BiFunction<String, Message, ProblemException> bad) {
    String told = "comma, semicolon, tab, bar";
    return mark("separator", value, SeparatorWords::meant, told, bad);
  }

  /**
   * What stands before a fraction, as a value of {@code decimal} says it.
   *
   * @param value null or empty where nothing is said, which is null
   */
  public static @Nullable Character decimal(
      @Nullable String value, BiFunction<String, Message, ProblemException> bad) {
    return mark("decimal", value, said -> Optional.ofNullable(DECIMALS.get(said)), ". ,", bad);
  }

  /** How the body is written, by its content type alone. */
  public static TextOptions text(Context ctx) {
    return TextOptions.of(Remedies.PARAMETERS).in(charset(ctx.contentType()));
  }

  /**
   * How the answer is written, by {@link #WRITING}.
   *
   * @throws ProblemException when a parameter cannot be read
   */
  public static CsvOutput writing(Parameters parameters) {
    String name = parameters.text("encoding").orElse("utf-8").toLowerCase(Locale.ROOT);
    Charset encoding = ENCODINGS.get(name);
    if (encoding == null) {
      throw ProblemException.badParameter(
          "encoding", ApiMessages.of("http.member-choice", "encoding", "utf-8, utf-16le, gb18030"));
    }
    boolean bom = parameters.flag("bom");
    if (bom && name.equals("gb18030")) {
      throw ProblemException.badParameter("bom", ApiMessages.of("http.no-mark", name));
    }
    return new CsvOutput(encoding, bom, parameters.flag("raw"));
  }

  /** The content type of an answer. */
  public static String contentType(CsvOutput output) {
    return "text/csv; charset=" + output.charset().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Character mark(
      String name,
      @Nullable String value,
      Function<String, Optional<Character>> marks,
      String told,
      BiFunction<String, Message, ProblemException> bad) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    return marks
        .apply(value.equals("\t") ? value : value.strip())
        .orElseThrow(() -> bad.apply(name, ApiMessages.of("http.member-choice", name, told)));
  }

  private static @Nullable Charset charset(@Nullable String contentType) {
    Matcher said = CHARSET.matcher(contentType == null ? "" : contentType);
    if (!said.find()) {
      return null;
    }
    try {
      return Charset.forName(said.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw ProblemException.unknownCharset(String.valueOf(contentType));
    }
  }
}
