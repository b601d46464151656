package org.gridwright.api.http;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.gridwright.api.message.ApiMessages;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the server itself refuses before any resource sees it, such as a path with a null
 * character or a header that is too long, as a problem like any other.
 */
public final class UnreadableRequests extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Locale language = Languages.preferred(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, problem(code, language), callback);
  }

  @Override
  @SuppressWarnings("removal") // Jetty still asks it of requests that it cannot read
  public ByteBuffer badMessageError(
      int status, @Nullable String reason, HttpFields.Mutable headers) {
    headers.put(new HttpField(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE));
    return problem(status, Locale.ENGLISH);
  }

  private static ByteBuffer problem(int status, Locale language) {
    boolean ours = status >= HttpStatus.INTERNAL_SERVER_ERROR_500;
    Problem problem =
        new Problem(
            "about:blank",
            HttpStatus.getMessage(status),
            status,
            ApiMessages.of(ours ? "http.internal" : "http.bad-request").in(language),
            ours ? "internal" : "bad-body",
            null,
            Map.of());
    return ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(problem));
  }
}
