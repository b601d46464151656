package org.gridwright.api.cli.terminal;

import java.util.List;
import java.util.Locale;

/** Chooses the language of the command line: English or Simplified Chinese. */
public final class TerminalLanguage {

  private TerminalLanguage() {}

  /**
   * The language of {@code --lang} where given, otherwise of the environment as POSIX ranks it
   * ({@code LC_ALL}, {@code LC_MESSAGES}, {@code LANG}); English where neither names one we speak.
   *
   * @param arguments the command line, looked through before it is parsed, because parsing may
   *     already fail with a sentence
   */
  public static Locale choose(List<String> arguments, Console console) {
    String tag = "";
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--lang=")) {
        tag = argument.substring("--lang=".length());
      } else if (argument.equals("--lang") && i + 1 < arguments.size()) {
        tag = arguments.get(i + 1);
      }
    }
    if (tag.isEmpty()) {
      tag =
          console.variable(
              "LC_ALL", console.variable("LC_MESSAGES", console.variable("LANG", "en")));
    }
    return of(tag);
  }

  /** Simplified Chinese for {@code zh}, {@code zh-CN}, {@code zh_CN.UTF-8} and alike. */
  static Locale of(String tag) {
    return tag.toLowerCase(Locale.ROOT).startsWith("zh")
        ? Locale.SIMPLIFIED_CHINESE
        : Locale.ENGLISH;
  }
}
