package org.gridwright.api.http;

import io.javalin.http.Context;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.api.message.ApiMessages;

/** The header {@code If-Match} of a change, whose entity tags are versions such as {@code "7"}. */
public final class IfMatch {

  private static final String HEADER = "If-Match";

  /** A tag that a proxy weakened because it compressed the answer still names the version. */
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

  private IfMatch() {}

  /**
   * The version that a change was made on; empty for {@code *}, any version.
   *
   * @throws ProblemException 428 when the header is missing, 400 when it is no version
   */
  public static OptionalLong require(Context ctx) {
    if (ctx.header(HEADER) == null) {
      throw ProblemException.versionRequired();
    }
    return optional(ctx);
  }

  /** As above; empty also where the header is missing. */
  public static OptionalLong optional(Context ctx) {
    String header = ctx.header(HEADER);
    if (header == null || header.strip().equals("*")) {
      return OptionalLong.empty();
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw ProblemException.badParameter(HEADER, ApiMessages.of("http.if-match", header));
    }
    return OptionalLong.of(Long.parseLong(tag.group(1)));
  }

  /** The tag of a version. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }
}
