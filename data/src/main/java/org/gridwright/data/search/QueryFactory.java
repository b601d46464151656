package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns what was typed into a query. Every token has a weight that grows with its rarity; an
 * address scores the sum of the weights of the tokens it has, less for a token that is only
 * similar. Scores are constants of the query, so that the same query always ranks the same.
 */
final class QueryFactory {

  private static final int MAX_TOKENS = 24;
  private static final int LETTERS_FOR_ONE_ERROR = 4;
  private static final int LETTERS_FOR_TWO_ERRORS = 8;
  private static final int MAX_SIMILAR_WORDS = 50;
  private static final float UNFINISHED = 0.8f;
  private static final float ONE_ERROR = 0.6f;
  private static final float TWO_ERRORS = 0.4f;

  private final AddressAnalyzer analyzer = new AddressAnalyzer(false);

  /**
   * @param full the score of an address that has every token as typed
   */
  record Weighted(Query query, float full) {}

  Weighted of(String text, IndexReader index) throws IOException {
    List<String> tokens = analyzer.tokens(text).stream().limit(MAX_TOKENS).toList();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    float full = 0;
    int words = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      float weight = weight(token, index);
      full += weight;
      words += isNumber(token) ? 0 : 1;
      all.add(token(token, weight, i == tokens.size() - 1), Occur.SHOULD);
    }
    int numbers = tokens.size() - words;
    all.setMinimumNumberShouldMatch(Math.max(1, required(words, numbers)));
    return new Weighted(all.build(), Math.max(full, Float.MIN_NORMAL));
  }

  /** One of three or more words may be missing, and a house number may be unknown. */
  private static int required(int words, int numbers) {
    return words == 0 ? numbers : words - (words > 2 ? 1 : 0);
  }

  private static Query token(String token, float weight, boolean last) {
    Term term = new Term(AddressIndex.TEXT, token);
    List<Query> ways = new ArrayList<>();
    ways.add(scored(new TermQuery(term), weight));
    if (last) {
      ways.add(scored(new PrefixQuery(term), weight * UNFINISHED));
    }
    if (!isNumber(token) && token.length() >= LETTERS_FOR_ONE_ERROR) {
      ways.add(scored(similar(term, 1), weight * ONE_ERROR));
    }
    if (!isNumber(token) && token.length() >= LETTERS_FOR_TWO_ERRORS) {
      ways.add(scored(similar(term, 2), weight * TWO_ERRORS));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static Query similar(Term term, int errors) {
    return new FuzzyQuery(term, errors, 1, MAX_SIMILAR_WORDS, true);
  }

  private static Query scored(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  private static float weight(String token, IndexReader index) throws IOException {
    int having = index.docFreq(new Term(AddressIndex.TEXT, token));
    double rarity = Math.log(1 + (index.numDocs() + 1.0) / (having + 1.0));
    return (float) (isNumber(token) ? Math.min(rarity, 3) : rarity);
  }

  private static boolean isNumber(String token) {
    return Character.isDigit(token.charAt(0));
  }
}
