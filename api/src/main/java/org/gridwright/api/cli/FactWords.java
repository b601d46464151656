package org.gridwright.api.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.fact.FactChange;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.message.NearestWords;

/**
 * What attributes are, as it is written on a command line: {@code jobs=extensive}, {@code
 * rate=intensive:households}, {@code name=label:Grid {n}}, or {@code jobs=} to take it back. What
 * stands before the first equals sign is the attribute; a weight, or the pattern of a label, is all
 * that stands behind the first colon after it.
 */
final class FactWords {

  private FactWords() {}

  /**
   * What a text says of one attribute.
   *
   * @throws CliException when it can not be read, or there is no such kind
   */
  static FactChange changed(String text) {
    int equals = text.indexOf('=');
    String attribute = equals < 0 ? "" : text.substring(0, equals).strip();
    if (attribute.isEmpty()) {
      throw CliException.usage("facts.unreadable", text);
    }
    String said = text.substring(equals + 1).strip();
    if (said.isEmpty()) {
      return FactChange.back(attribute);
    }
    int colon = said.indexOf(':');
    FactKind kind = kind(colon < 0 ? said : said.substring(0, colon).strip());
    String more = colon < 0 ? null : said.substring(colon + 1).strip();
    return kind == FactKind.LABEL
        ? new FactChange(attribute, kind, null, null, more)
        : new FactChange(attribute, kind, more, null);
  }

  /**
   * As {@link #changed}, where nothing is taken back.
   *
   * @throws CliException also when no kind is given
   */
  static FactChange declared(String text) {
    FactChange change = changed(text);
    if (change.kind() == null) {
      throw CliException.usage("facts.unreadable", text);
    }
    return change;
  }

  private static FactKind kind(String word) {
    return FactKind.of(word.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown(word));
  }

  private static CliException unknown(String word) {
    List<String> kinds = Arrays.stream(FactKind.values()).map(FactKind::id).toList();
    String all = String.join(", ", kinds);
    return NearestWords.nearest(word, kinds)
        .map(near -> CliException.usage("facts.unknown-kind-near", word, near, all))
        .orElseGet(() -> CliException.usage("facts.unknown-kind", word, all));
  }
}
