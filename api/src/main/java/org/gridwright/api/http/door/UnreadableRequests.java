package org.gridwright.api.http.door;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.gridwright.api.http.Json;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Problem;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the server itself refuses before any resource sees it, such as a path with a null
 * character or a header that is too long, as a problem like any other.
 */
public final class UnreadableRequests extends ErrorHandler {

  private static final int RETRY_SECONDS = 5;

  private final SecurityHeaders headers;

  public UnreadableRequests(SecurityHeaders headers) {
    this.headers = headers;
  }

  /** Jetty tells those who read and those who post alone what was wrong. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    headers.addTo(response.getHeaders());
    describe(response.getHeaders());
    if (code == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
    }
    response.write(true, problem(code, language(request)), callback);
  }

  @Override
  @SuppressWarnings("removal") // Jetty still asks it of requests that it cannot read
  public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable head) {
    headers.addTo(head);
    describe(head);
    return problem(status, Locale.ENGLISH);
  }

  /** Answers a request that goes no further. */
  static void refuse(
      ProblemException refused, Request request, Response response, Callback callback) {
    HttpFields.Mutable head = response.getHeaders();
    response.setStatus(refused.status());
    describe(head);
    refused.retryAfterSeconds().ifPresent(seconds -> head.put(HttpHeader.RETRY_AFTER, seconds));
    head.put(HttpHeader.CONNECTION, "close"); // what is left of the body is not read
    ByteBuffer body = bytes(refused.status(), refused.code(), refused.told(), language(request));
    response.write(true, body, callback);
  }

  private static void describe(HttpFields.Mutable head) {
    head.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
    head.put(HttpHeader.CACHE_CONTROL, "no-store");
  }

  private static Locale language(Request request) {
    return Languages.preferred(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
  }

  private static ByteBuffer problem(int status, Locale language) {
    return switch (status) {
      case HttpStatus.REQUEST_TIMEOUT_408 ->
          bytes(status, "slow-body", ApiMessages.of("http.slow-body"), language);
      case HttpStatus.SERVICE_UNAVAILABLE_503 ->
          bytes(status, "store-unavailable", ApiMessages.of("http.many-bodies"), language);
      default -> {
        boolean ours = status >= HttpStatus.INTERNAL_SERVER_ERROR_500;
        yield bytes(
            status,
            ours ? "internal" : "bad-body",
            ApiMessages.of(ours ? "http.internal" : "http.bad-request"),
            language);
      }
    };
  }

  private static ByteBuffer bytes(int status, String code, Message told, Locale language) {
    Problem problem =
        Problem.of(status, code, null, told.abridged(Problem.MOST_REPEATED).in(language), Map.of());
    return ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(problem));
  }
}
