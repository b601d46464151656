package org.gridwright.api.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the messages, and which of them a client prefers. */
public final class Languages {

  /** Tags of the languages there are, the default first. */
  public static final List<String> TAGS = List.of("en", "zh-CN");

  private Languages() {}

  /** The language to answer in, from {@code Accept-Language}; English where nothing fits. */
  public static Locale of(Context ctx) {
    return preferred(ctx.header("Accept-Language"));
  }

  /** The language of a header as above. */
  public static Locale preferred(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 200) {
      return Locale.ENGLISH;
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
        if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
          return Locale.SIMPLIFIED_CHINESE;
        }
        if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
          return Locale.ENGLISH;
        }
      }
      return Locale.ENGLISH;
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      return Locale.ENGLISH;
    }
  }
}
