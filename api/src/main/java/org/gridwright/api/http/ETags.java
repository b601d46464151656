package org.gridwright.api.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Entity tags. All are weak: the same content may be sent compressed or not. */
public final class ETags {

  private static final int BYTES = 12;

  private ETags() {}

  /** The tag of a content. */
  public static String of(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)) + "\"";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The tag of whatever a content depends on. */
  public static String of(Object... dependencies) {
    return of(Arrays.deepToString(dependencies).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends the tag; answers 304 where the client has that content already.
   *
   * @return whether the answer is complete
   */
  public static boolean unchanged(Context ctx, String etag) {
    ctx.header("ETag", etag);
    String known = ctx.header("If-None-Match");
    if (known == null) {
      return false;
    }
    String bare = etag.substring(2);
    boolean same =
        known.strip().equals("*")
            || Arrays.stream(known.split(",", -1))
                .map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(bare::equals);
    if (same) {
      ctx.status(304);
    }
    return same;
  }
}
