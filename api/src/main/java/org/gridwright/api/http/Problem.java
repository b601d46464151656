package org.gridwright.api.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem after RFC 9457, as it is sent.
 *
 * @param code stable, meant for programs
 * @param parameter the parameter or body member that is wrong
 * @param details further members
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String parameter,
    @JsonAnyGetter Map<String, Object> details) {

  /** The content type of problems. */
  public static final String CONTENT_TYPE = "application/problem+json";

  /** So many characters of what a client sent are said back. */
  public static final int MOST_REPEATED = 200;

  /** A problem of a status. */
  public static Problem of(
      int status,
      String code,
      @Nullable String parameter,
      String detail,
      Map<String, Object> details) {
    String title = HttpStatus.forStatus(status).getMessage();
    return new Problem("about:blank", title, status, detail, code, parameter, details);
  }
}
