package org.gridwright.data.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.search.words.HanText;
import org.gridwright.data.search.words.StreetWords;

/** What a street is found by in an index: field by field, terms. */
final class StreetTerms {

  /** Words, folded. */
  static final String WORD = "w";

  /** What words may stand for. */
  static final String MEANING = "m";

  /** Two neighbouring words run together. */
  static final String JOINED = "j";

  /** Chinese characters, and pairs of them. */
  static final String HAN = "h";

  /** How pairs of Chinese characters sound. */
  static final String SOUND = "s";

  static final String NUMBER = "n";
  static final String POSTCODE = "p";

  /** Squares of ground that it has houses in. */
  static final String CELL = "c";

  private static final int CELL_STEPS = 500_000;

  /** Longer words are none that anybody types. */
  private static final int LONGEST = 200;

  private final Set<String> words = new LinkedHashSet<>();
  private final Set<String> meanings = new LinkedHashSet<>();
  private final Set<String> joined = new LinkedHashSet<>();
  private final Set<String> han = new LinkedHashSet<>();
  private final Set<String> sounds = new LinkedHashSet<>();

  private StreetTerms() {}

  static void add(StreetEntry street, Document document) {
    StreetTerms terms = new StreetTerms();
    street.forms().forEach(terms::take);
    terms.take(street.locality());
    put(document, WORD, terms.words);
    put(document, MEANING, terms.meanings);
    put(document, JOINED, terms.joined);
    put(document, HAN, terms.han);
    put(document, SOUND, terms.sounds);
    put(document, POSTCODE, street.postcode().isEmpty() ? Set.of() : Set.of(street.postcode()));
  }

  private static void put(Document document, String field, Set<String> terms) {
    for (String term : terms) {
      if (term.length() <= LONGEST) {
        document.add(new StringField(field, term, Store.NO));
      }
    }
  }

  private void take(StreetEntry.Form form) {
    String before = "";
    for (String word : form.words()) {
      boolean isHan = HanText.isHan(word.charAt(0));
      if (isHan) {
        han.add(word);
      } else {
        words.add(word);
        meanings.addAll(StreetWords.known().meanings(word));
      }
      if (!before.isEmpty() && isHan == HanText.isHan(before.charAt(0))) {
        (isHan ? han : joined).add(before + word);
        if (isHan) {
          sounds.add(soundOf(before, word));
        }
      }
      before = word;
    }
  }

  /** The square of a place, or one so many squares east and north of it, as a term. */
  static String cell(LatticePoint place, int east, int north) {
    return (Math.floorDiv(place.x(), CELL_STEPS) + east)
        + "/"
        + (Math.floorDiv(place.y(), CELL_STEPS) + north);
  }

  /** How two characters sound, as a term. */
  static String soundOf(String one, String other) {
    return HanText.sound(one.charAt(0)) + " " + HanText.sound(other.charAt(0));
  }
}
