package org.gridwright.core.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gridwright.core.message.Message;

/** How the codes of a theme's units are formed. */
public enum CodeScheme {
  /** Any text without control characters, 1 to 128 characters. */
  FREE {
    @Override
    public Optional<Message> fault(
        Theme theme, int depth, String code, Optional<String> parentCode) {
      return Optional.empty();
    }
  },

  /**
   * The 15-digit scheme of Chinese practice: 6 digits of district (GB/T 2260), 3 of street, 3 of
   * community, 3 of sequence; the finest level has 15 digits and each level above it loses the last
   * group: 12, 9, 6, 4 (the city's prefix of GB/T 2260). A child's code starts with its parent's.
   */
  CN15 {
    private static final int[] DIGITS_FROM_FINEST = {15, 12, 9, 6, 4, 2};

    @Override
    public Optional<Message> fault(
        Theme theme, int depth, String code, Optional<String> parentCode) {
      int fromFinest = theme.levels().size() - 1 - depth;
      if (fromFinest >= DIGITS_FROM_FINEST.length) {
        return Optional.of(Message.core("code.cn15-levels", DIGITS_FROM_FINEST.length));
      }
      int digits = DIGITS_FROM_FINEST[fromFinest];
      if (!code.matches("[0-9]{" + digits + "}")) {
        return Optional.of(Message.core("code.cn15-digits", code, digits));
      }
      if (parentCode.isPresent() && !code.startsWith(parentCode.get())) {
        return Optional.of(Message.core("code.cn15-prefix", code, parentCode.get()));
      }
      return fromFinest == 0 && code.endsWith("000")
          ? Optional.of(Message.core("code.cn15-sequence", code))
          : Optional.empty();
    }
  };

  /** What is wrong with a code at a level of the theme; empty when nothing is. */
  public abstract Optional<Message> fault(
      Theme theme, int depth, String code, Optional<String> parentCode);

  /** The scheme of an {@link #id}. */
  public static Optional<CodeScheme> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** The name used in commands and files: {@code free}, {@code cn15}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
