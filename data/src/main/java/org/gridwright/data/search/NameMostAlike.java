package org.gridwright.data.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.gridwright.data.model.Address;
import org.gridwright.data.search.AddressHit.Match;
import org.gridwright.data.search.HitDifference.How;
import org.gridwright.data.search.HitDifference.Part;
import org.gridwright.data.search.IndexedStreets.House;
import org.gridwright.data.search.words.Token;

/** What comes nearest to a text for which nothing is found: the word that begins most like it. */
final class NameMostAlike {

  private static final int LEAST_SHARED = 2;
  private static final double SCORE = 0.1;

  private NameMostAlike() {}

  static Optional<AddressHit> find(Question question, IndexedStreets streets) throws IOException {
    String best = null;
    Token typed = null;
    int shared = LEAST_SHARED - 1;
    for (int i = 0; i < question.size(); i++) {
      Token token = question.token(i);
      for (int length = token.isWord() ? token.text().length() : 0; length > shared; length--) {
        String word = streets.wordFrom(token.text().substring(0, length));
        if (word != null) {
          best = word;
          typed = token;
          shared = length;
        }
      }
    }
    return best == null || typed == null ? Optional.empty() : street(best, typed, streets);
  }

  private static Optional<AddressHit> street(String word, Token typed, IndexedStreets streets)
      throws IOException {
    for (StreetEntry street : streets.find(new TermQuery(new Term(StreetTerms.WORD, word)), 1)) {
      for (House house : streets.houses(street)) {
        Address address = streets.address(house);
        return Optional.of(
            new AddressHit(
                address.id(),
                address.text(),
                address.place(),
                Match.STREET,
                List.of(new HitDifference(Part.STREET, How.CORRECTED, typed.raw(), word)),
                0,
                SCORE));
      }
    }
    return Optional.empty();
  }
}
