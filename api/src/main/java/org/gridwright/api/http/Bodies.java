package org.gridwright.api.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.exchange.TextEncoding;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Reads JSON bodies of limited size. */
public final class Bodies {

  /** Greatest size of a JSON body. Streamed bodies have no limit. */
  public static final int LIMIT_BYTES = 1 << 20;

  private static final String BODY = "body";

  private Bodies() {}

  /**
   * The body as a JSON object.
   *
   * @throws ProblemException when it is of another type, too large, or no JSON object
   */
  public static JsonNode object(Context ctx) {
    if (!"application/json".equals(mediaType(ctx.contentType()))) {
      throw ProblemException.unsupportedType("application/json");
    }
    try {
      byte[] bytes = ctx.req().getInputStream().readNBytes(LIMIT_BYTES + 1);
      if (bytes.length > LIMIT_BYTES) {
        throw ProblemException.tooLarge(LIMIT_BYTES);
      }
      JsonNode body =
          Json.MAPPER.readTree(
              TextEncoding.decoded(bytes, CsvParameters.text(ctx), Source.file(BODY)));
      if (!body.isObject()) {
        throw ProblemException.badBody(null, ApiMessages.of("http.body-not-object"));
      }
      return body;
    } catch (InputException notText) {
      throw ProblemException.badBody(null, notText.what());
    } catch (JacksonException malformed) {
      throw ProblemException.badBody(null, malformed(malformed));
    } catch (IOException broken) {
      throw ProblemException.brokenBody(broken);
    }
  }

  /** Where a text is no JSON, in words of our own: those of the parser speak of its settings. */
  public static Message malformed(JacksonException failure) {
    TokenStreamLocation at = failure.getLocation();
    return at == null || at.getLineNr() < 1
        ? ApiMessages.of("http.body-not-object")
        : ApiMessages.of(
            "http.body-malformed",
            Integer.toString(at.getLineNr()),
            Integer.toString(at.getColumnNr()));
  }

  /** The media type without parameters, lower case; empty where there is none. */
  public static String mediaType(@Nullable String contentType) {
    if (contentType == null) {
      return "";
    }
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
