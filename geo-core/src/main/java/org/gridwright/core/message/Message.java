package org.gridwright.core.message;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * A sentence for people: a key of a catalogue and what fills its placeholders. Immutable.
 *
 * @param bundle base name of the resource bundle, such as {@code org.gridwright.core.messages}
 * @param key key in the bundle
 * @param arguments what fills {0}, {1}, …: texts, units, or messages that are worded in the same
 *     language
 */
public record Message(String bundle, String key, List<Serializable> arguments)
    implements Serializable {

  private static final ResourceBundle.Control ENGLISH_BY_DEFAULT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public Message {
    arguments = List.copyOf(arguments);
  }

  /** A message of the geo-core catalogue. */
  public static Message core(String key, Object... arguments) {
    return of("org.gridwright.core.messages", key, arguments);
  }

  public static Message of(String bundle, String key, Object... arguments) {
    return new Message(bundle, key, Arrays.stream(arguments).map(Message::argument).toList());
  }

  /** The sentence in the given language; English where there is no catalogue for it. */
  public String in(Locale locale) {
    String pattern =
        ResourceBundle.getBundle(
                bundle, locale, Thread.currentThread().getContextClassLoader(), ENGLISH_BY_DEFAULT)
            .getString(key);
    Object[] texts =
        arguments.stream()
            .map(argument -> argument instanceof Message nested ? nested.in(locale) : argument)
            .toArray();
    return new MessageFormat(pattern, Locale.ROOT).format(texts);
  }

  /**
   * The same sentence with what fills it shortened, since it may have come from outside: each
   * member of a list to a number of characters, and the list to ten times as many.
   */
  public Message abridged(int characters) {
    return new Message(
        bundle, key, arguments.stream().map(each -> abridged(each, characters)).toList());
  }

  private static Serializable abridged(Serializable argument, int characters) {
    if (argument instanceof Message nested) {
      return nested.abridged(characters);
    }
    if (!(argument instanceof String text) || text.length() <= characters) {
      return argument;
    }
    return Arrays.stream(cut(text, 10 * characters).split(", ", -1))
        .map(member -> cut(member, characters))
        .collect(Collectors.joining(", "));
  }

  private static String cut(String text, int characters) {
    if (text.length() <= characters) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
    return text.substring(0, end) + "…";
  }

  private static Serializable argument(Object value) {
    return value instanceof Message || value instanceof UnitCodes
        ? (Serializable) value
        : String.valueOf(value);
  }

  /** The sentence in English. */
  @Override
  public String toString() {
    return in(Locale.ROOT);
  }
}
