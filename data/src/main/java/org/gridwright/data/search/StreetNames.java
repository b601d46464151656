package org.gridwright.data.search;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.data.search.words.Token;
import org.gridwright.data.search.words.Tokens;

/** Names of streets as texts of addresses write them. */
final class StreetNames {

  private StreetNames() {}

  /** The name of a street as the text of one of its addresses has it; folded where it does not. */
  static String of(String text, StreetEntry street) {
    String[] wanted = street.forms().get(0).raw();
    List<Token> tokens = Tokens.of(text);
    boolean aligned = Tokens.clean(text).length() == text.length();
    for (int i = 0; aligned && i + wanted.length <= tokens.size(); i++) {
      List<String> here = new ArrayList<>();
      tokens.subList(i, i + wanted.length).forEach(token -> here.add(token.raw()));
      if (here.equals(List.of(wanted))) {
        Token first = tokens.get(i);
        return text.substring(
            first.end() - first.raw().length(), tokens.get(i + wanted.length - 1).end());
      }
    }
    return street.forms().get(0).written();
  }
}
