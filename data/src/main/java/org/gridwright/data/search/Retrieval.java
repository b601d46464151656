package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.search.words.StreetWords;
import org.gridwright.data.search.words.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds the streets that a question may mean, for the ranking to choose from: each token weighs
 * what it says, whichever way a street has it. Scores are constants of the query.
 */
final class Retrieval {

  private static final double HOUSE_NUMBER = 2;
  private static final double MEANING = 0.95;
  private static final double JOINED = 1.4;
  private static final double UNFINISHED = 0.8;
  private static final double ONE_ERROR = 0.7;
  private static final double TWO_ERRORS = 0.5;
  private static final double CHARACTER = 0.4;
  private static final double PAIR = 0.6;
  private static final double SOUND = 0.4;
  private static final double SAME_CELL = 0.6;
  private static final double NEXT_CELL = 0.3;
  private static final int LONGEST_WORD = 40;
  private static final int MOST_SIMILAR_WORDS = 40;

  private final Question question;
  private final IndexedStreets streets;

  Retrieval(Question question, IndexedStreets streets) {
    this.question = question;
    this.streets = streets;
  }

  /**
   * @param mistyped tokens, as bits, that may be mistyped
   * @param near streets there come first of many that are as good
   */
  List<StreetEntry> find(long mistyped, @Nullable LatticePoint near, int limit) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean any = false;
    for (int i = 0; i < question.size(); i++) {
      List<Query> ways = ways(i, (mistyped >> i & 1) != 0);
      if (!ways.isEmpty()) {
        all.add(ways.size() == 1 ? ways.get(0) : new DisjunctionMaxQuery(ways, 0), Occur.SHOULD);
        any = true;
      }
      if (question.token(i).isHan()) {
        han(i, all);
        any = true;
      }
    }
    if (near != null) {
      near(near, all);
    }
    return any ? streets.find(all.build(), limit) : List.of();
  }

  private List<Query> ways(int at, boolean mistyped) throws IOException {
    Token token = question.token(at);
    List<Query> ways = new ArrayList<>();
    if (token.isHan()) {
      return ways;
    }
    String text = token.text();
    double weight = question.weight(at);
    add(ways, StreetTerms.WORD, text, weight);
    if (token.isNumber()) {
      number(ways, at);
      return ways;
    }
    add(ways, StreetTerms.JOINED, text, JOINED * weight);
    for (String meaning : StreetWords.known().meanings(text)) {
      add(ways, StreetTerms.MEANING, meaning, MEANING * weight);
    }
    if (at > 0 && question.token(at - 1).isWord()) {
      add(ways, StreetTerms.WORD, question.token(at - 1).text() + text, JOINED * weight);
    }
    if (at + 1 < question.size() && question.token(at + 1).isWord()) {
      add(ways, StreetTerms.WORD, text + question.token(at + 1).text(), JOINED * weight);
    }
    if (question.isUnfinished(at) && text.length() <= LONGEST_WORD) {
      ways.add(scored(new PrefixQuery(new Term(StreetTerms.WORD, text)), UNFINISHED * weight));
    }
    if (mistyped && text.length() <= LONGEST_WORD) {
      similar(ways, text, weight);
    }
    return ways;
  }

  private void similar(List<Query> ways, String text, double weight) {
    Term term = new Term(StreetTerms.WORD, text);
    int most = Similarity.mostErrors(text.length() + 1);
    if (most > 0) {
      ways.add(scored(new FuzzyQuery(term, 1, 0, MOST_SIMILAR_WORDS, true), ONE_ERROR * weight));
    }
    if (most > 1) {
      ways.add(scored(new FuzzyQuery(term, 2, 0, MOST_SIMILAR_WORDS, true), TWO_ERRORS * weight));
    }
  }

  private void number(List<Query> ways, int at) throws IOException {
    String text = question.token(at).text();
    String plain = text.length() < 8 ? String.valueOf(Integer.parseInt(text)) : text;
    add(ways, StreetTerms.NUMBER, plain, HOUSE_NUMBER);
    add(ways, StreetTerms.POSTCODE, text, streets.weight(StreetTerms.POSTCODE, text));
    if (text.length() > 1 && text.length() < 8 && question.isUnfinished(at)) {
      ways.add(scored(new PrefixQuery(new Term(StreetTerms.POSTCODE, text)), HOUSE_NUMBER));
    }
  }

  private void near(LatticePoint near, BooleanQuery.Builder all) throws IOException {
    List<Query> cells = new ArrayList<>();
    for (int east = -1; east <= 1; east++) {
      for (int north = -1; north <= 1; north++) {
        double weight = east == 0 && north == 0 ? SAME_CELL : NEXT_CELL;
        add(cells, StreetTerms.CELL, StreetTerms.cell(near, east, north), weight);
      }
    }
    if (!cells.isEmpty()) {
      all.add(new DisjunctionMaxQuery(cells, 0), Occur.SHOULD);
    }
  }

  private void han(int at, BooleanQuery.Builder all) throws IOException {
    String text = question.token(at).text();
    List<Query> ways = new ArrayList<>();
    add(ways, StreetTerms.HAN, text, CHARACTER * question.weight(at));
    if (at + 1 < question.size() && question.token(at + 1).isHan()) {
      String next = question.token(at + 1).text();
      double both = question.weight(at) + question.weight(at + 1);
      List<Query> pairs = new ArrayList<>();
      add(pairs, StreetTerms.HAN, text + next, PAIR * both);
      add(pairs, StreetTerms.SOUND, StreetTerms.soundOf(text, next), SOUND * both);
      if (!pairs.isEmpty()) {
        all.add(new DisjunctionMaxQuery(pairs, 0), Occur.SHOULD);
      }
    }
    ways.forEach(way -> all.add(way, Occur.SHOULD));
  }

  private void add(List<Query> ways, String field, String term, double weight) throws IOException {
    if (streets.has(field, term)) {
      ways.add(scored(new TermQuery(new Term(field, term)), weight));
    }
  }

  private static Query scored(Query query, double score) {
    return new BoostQuery(new ConstantScoreQuery(query), (float) score);
  }
}
