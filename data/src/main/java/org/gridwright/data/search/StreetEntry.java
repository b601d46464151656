package org.gridwright.data.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.data.search.words.HanText;
import org.gridwright.data.search.words.Token;
import org.gridwright.data.search.words.Tokens;

/**
 * A street of an index, with its locality.
 *
 * @param id unique in the index
 * @param forms its name in each way it is written, the first as in the text; Pinyin where it has no
 *     Latin form
 * @param locality what is known of its town; empty for nothing
 * @param postcode empty for none
 */
record StreetEntry(String id, List<Form> forms, Form locality, String postcode) {

  /** Stands between the parts of a key. */
  static final String FIELD = "\u0001";

  private static final String WORD = " ";

  /**
   * Words in order.
   *
   * @param words folded
   * @param raw as they were written, in lower case
   */
  record Form(String[] words, String[] raw) {

    static Form of(List<Token> tokens) {
      return new Form(
          tokens.stream().map(Token::text).toArray(String[]::new),
          tokens.stream().map(Token::raw).toArray(String[]::new));
    }

    static Form of(String written) {
      String[] raw = written.isEmpty() ? new String[0] : written.split(WORD, -1);
      String[] words = new String[raw.length];
      for (int i = 0; i < raw.length; i++) {
        words[i] = Tokens.folded(raw[i]);
      }
      return new Form(words, raw);
    }

    String written() {
      return String.join(WORD, raw);
    }

    boolean isHan() {
      return words.length > 0 && HanText.isHan(words[0].charAt(0));
    }

    /** How it sounds, a word a syllable. */
    Form sound() {
      List<String> syllables = new ArrayList<>();
      for (String word : words) {
        syllables.add(HanText.isHan(word.charAt(0)) ? HanText.sound(word.charAt(0)) : word);
      }
      return of(
          syllables.stream().filter(each -> !each.isBlank()).collect(Collectors.joining(WORD)));
    }

    /** The first letters of how it sounds, as one word. */
    Form initials() {
      StringBuilder letters = new StringBuilder();
      for (String syllable : sound().words) {
        letters.append(syllable.charAt(0));
      }
      return of(letters.toString());
    }
  }

  /** What makes a street one: the same words at the same place in the text. */
  static String key(AddressParts parts) {
    return Form.of(parts.street()).written()
        + FIELD
        + Form.of(parts.other()).written()
        + FIELD
        + Form.of(parts.locality()).written()
        + FIELD
        + parts.postcode();
  }

  static StreetEntry of(String id, String key) {
    String[] fields = key.split(FIELD, -1);
    List<Form> forms = new ArrayList<>();
    forms.add(Form.of(fields[0]));
    if (!fields[1].isEmpty()) {
      forms.add(Form.of(fields[1]));
    } else if (forms.get(0).isHan()) {
      forms.add(forms.get(0).sound());
      forms.add(forms.get(0).initials());
    }
    return new StreetEntry(id, List.copyOf(forms), Form.of(fields[2]), fields[3]);
  }
}
