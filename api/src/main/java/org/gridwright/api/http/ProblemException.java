package org.gridwright.api.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.core.plan.Plan;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a problem. */
public final class ProblemException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String parameter;
  private final int retryAfterSeconds;
  private final Message told;
  private final transient Map<String, Object> details;

  /** Where units are found that it speaks of; null where it speaks of none. */
  private final transient @Nullable Naming naming;

  /** A plan, and codes of it that the sentence has as plain texts. */
  private record Naming(Plan plan, List<String> codes) {}

  private ProblemException(
      int status, String code, @Nullable String parameter, int retryAfterSeconds, Message told) {
    this(status, code, parameter, retryAfterSeconds, told, Map.of(), null);
  }

  private ProblemException(
      int status,
      String code,
      @Nullable String parameter,
      int retryAfterSeconds,
      Message told,
      Map<String, Object> details,
      @Nullable Naming naming) {
    super(told.toString(), null, false, false);
    this.status = status;
    this.code = code;
    this.parameter = parameter;
    this.retryAfterSeconds = retryAfterSeconds;
    this.told = told;
    this.details = details;
    this.naming = naming;
  }

  /** 400: a parameter cannot be parsed. */
  public static ProblemException badParameter(String parameter, Message told) {
    return new ProblemException(400, "bad-parameter", parameter, 0, told);
  }

  /** 400: the body, or one of its members, cannot be parsed. */
  public static ProblemException badBody(@Nullable String member, Message told) {
    return new ProblemException(400, "bad-body", member, 0, told);
  }

  /** 403: for another server, or from another page. */
  public static ProblemException forbidden(Message told) {
    return new ProblemException(403, "forbidden", null, 0, told);
  }

  /** 404. */
  public static ProblemException notFound(Message told) {
    return new ProblemException(404, "not-found", null, 0, told);
  }

  /** 409: something else is there by now. */
  public static ProblemException conflict(Message told) {
    return new ProblemException(409, "conflict", null, 0, told);
  }

  /** 410: it was there, or will be, but is not now. */
  public static ProblemException gone(Message told) {
    return new ProblemException(410, "gone", null, 0, told);
  }

  /** 412: made on a version that is not the present one. */
  public static ProblemException stale(Message told) {
    return new ProblemException(412, "stale", null, 0, told);
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

  /** 415: nobody knows the characters that a content type names. */
  public static ProblemException unknownCharset(String contentType) {
    return new ProblemException(
        415, "unsupported-type", null, 0, ApiMessages.of("http.unknown-charset", contentType));
  }

  /** 408: a body that arrives too slowly. */
  public static ProblemException slowBody() {
    return new ProblemException(408, "slow-body", null, 0, ApiMessages.of("http.slow-body"));
  }

  /** What broke off the reading of a body: one that arrived too slowly, or anything else. */
  static ProblemException brokenBody(IOException broken) {
    return isSlow(broken) ? slowBody() : badBody(null, ApiMessages.of("http.body-broken"));
  }

  /** Whether a body arrived too slowly, or not at all for a while. */
  static boolean isSlow(IOException broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException
          || (cause instanceof HttpException told && told.getCode() == 408)) {
        return true;
      }
    }
    return false;
  }

  /** 422: understood, but refused. */
  public static ProblemException refused(@Nullable String member, Message told) {
    return new ProblemException(422, "refused", member, 0, told);
  }

  /**
   * 429: one client has as many bodies under way as it may.
   *
   * @param most that it may have
   */
  public static ProblemException manyOfOneClient(int most) {
    return new ProblemException(
        429, "too-many-bodies", null, 5, ApiMessages.of("http.many-of-one-client", most));
  }

  /** 503: all clients together have as many bodies under way as they may. */
  public static ProblemException manyBodies() {
    return new ProblemException(
        503, "store-unavailable", null, 5, ApiMessages.of("http.many-bodies"));
  }

  /** 428: a change without the version it was made on. */
  public static ProblemException versionRequired() {
    return new ProblemException(
        428, "version-required", "If-Match", 0, ApiMessages.of("http.version-required"));
  }

  /** 503: as many streams are open as there may be. */
  public static ProblemException busy() {
    return new ProblemException(503, "store-unavailable", null, 5, ApiMessages.of("http.busy"));
  }

  /** 503: as many redraws wait already as may. */
  public static ProblemException manyRedraws() {
    return new ProblemException(
        503, "store-unavailable", null, 30, ApiMessages.of("http.redraw-queue"));
  }

  /** 503: as many tests of hotspots wait already as may. */
  public static ProblemException manyHotspots() {
    return new ProblemException(
        503, "store-unavailable", null, 30, ApiMessages.of("http.hotspots-queue"));
  }

  /** 503: as many comparisons wait already as may. */
  public static ProblemException manyComparisons() {
    return new ProblemException(
        503, "store-unavailable", null, 30, ApiMessages.of("http.compare-queue"));
  }

  /** 503: as many checks wait already as may. */
  public static ProblemException manyChecks() {
    return new ProblemException(
        503, "store-unavailable", null, 30, ApiMessages.of("http.check-queue"));
  }

  /** 503: as many files are looked at or imported already as may. */
  public static ProblemException manyImports() {
    return new ProblemException(
        503, "store-unavailable", null, 10, ApiMessages.of("http.import-queue"));
  }

  /** 503: later tiles took the place of this one. */
  public static ProblemException manyTiles() {
    return new ProblemException(
        503, "store-unavailable", null, 1, ApiMessages.of("http.tile-queue"));
  }

  /** 503: as many files are written to be taken away already as may. */
  public static ProblemException manyExports() {
    return new ProblemException(
        503, "store-unavailable", null, 10, ApiMessages.of("http.export-queue"));
  }

  /**
   * 413: a file that this server has no memory for.
   *
   * @param mebibytes of the largest file that it has memory for
   */
  static ProblemException tooLargeForHeap(long mebibytes) {
    return new ProblemException(
        413, "too-large", null, 0, ApiMessages.of("http.too-large-for-heap", mebibytes));
  }

  /** 503: other large files are being read. */
  static ProblemException heapFull(int retryAfterSeconds) {
    return new ProblemException(
        503, "store-unavailable", null, retryAfterSeconds, ApiMessages.of("http.heap-full"));
  }

  /** 503: there is no room for temporary files. */
  static ProblemException noRoom() {
    return new ProblemException(503, "server-full", null, 30, ApiMessages.of("http.no-room"));
  }

  /** 503: plans are still loading. */
  public static ProblemException starting() {
    return new ProblemException(503, "store-unavailable", null, 1, ApiMessages.of("http.starting"));
  }

  /** Addresses cannot be searched yet, because their index is being made. */
  public static ProblemException indexing(long percent) {
    return new ProblemException(
            503, "index-building", null, 1, ApiMessages.of("http.index-building", percent))
        .with("percent", percent);
  }

  /**
   * The same problem with a further member, such as {@code reason}.
   *
   * @param value becomes JSON; null adds nothing
   */
  public ProblemException with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new ProblemException(status, code, parameter, retryAfterSeconds, told, more, naming);
  }

  /**
   * The same problem, which calls units by the names that they have in a plan.
   *
   * @param codes that its sentence has as plain texts
   */
  public ProblemException naming(Plan units, List<String> codes) {
    return new ProblemException(
        status,
        code,
        parameter,
        retryAfterSeconds,
        told,
        details,
        new Naming(units, List.copyOf(codes)));
  }

  /** What is said in a language. */
  String detail(Locale language) {
    Message said = told.abridged(Problem.MOST_REPEATED);
    return naming == null
        ? said.in(language)
        : new UnitsByName(naming.plan(), language).say(said, naming.codes());
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

  /** Further members by name. */
  public Map<String, Object> details() {
    return details;
  }

  public OptionalInt retryAfterSeconds() {
    return retryAfterSeconds == 0 ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
  }
}
