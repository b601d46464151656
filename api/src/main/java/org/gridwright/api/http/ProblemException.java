package org.gridwright.api.http;

import java.util.OptionalInt;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a problem. */
public final class ProblemException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String parameter;
  private final int retryAfterSeconds;
  private final Message told;

  private ProblemException(
      int status, String code, @Nullable String parameter, int retryAfterSeconds, Message told) {
    super(told.toString(), null, false, false);
    this.status = status;
    this.code = code;
    this.parameter = parameter;
    this.retryAfterSeconds = retryAfterSeconds;
    this.told = told;
  }

  /** 400: a parameter cannot be parsed. */
  public static ProblemException badParameter(String parameter, Message told) {
    return new ProblemException(400, "bad-parameter", parameter, 0, told);
  }

  /** 400: the body, or one of its members, cannot be parsed. */
  public static ProblemException badBody(@Nullable String member, Message told) {
    return new ProblemException(400, "bad-body", member, 0, told);
  }

  /** 404. */
  public static ProblemException notFound(Message told) {
    return new ProblemException(404, "not-found", null, 0, told);
  }

  /** 413. */
  public static ProblemException tooLarge(long limitBytes) {
    return new ProblemException(
        413, "too-large", null, 0, ApiMessages.of("http.too-large", limitBytes));
  }

  /** 415. */
  public static ProblemException unsupportedType(String allowed) {
    return new ProblemException(
        415, "unsupported-type", null, 0, ApiMessages.of("http.unsupported-type", allowed));
  }

  /** 422: understood, but refused. */
  public static ProblemException refused(@Nullable String member, Message told) {
    return new ProblemException(422, "refused", member, 0, told);
  }

  /** 503: plans are still loading. */
  public static ProblemException starting() {
    return new ProblemException(503, "store-unavailable", null, 1, ApiMessages.of("http.starting"));
  }

  @Override
  public Message told() {
    return told;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public @Nullable String parameter() {
    return parameter;
  }

  public OptionalInt retryAfterSeconds() {
    return retryAfterSeconds == 0 ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
  }
}
