package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.jspecify.annotations.Nullable;

/** What an index knows of streets, their words and their houses. Thread-safe. */
final class IndexedStreets {

  private static final int MOST_KEPT = 60_000;
  private static final int MOST_HOUSES = 20_000;
  private static final double LEAST_WEIGHT = 0.2;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final double number;
  private final Set<LatticePoint> nowhere;
  private final Map<Integer, StreetEntry> streets = new ConcurrentHashMap<>();
  private final Map<Term, Double> weights = new ConcurrentHashMap<>();

  /**
   * @param nowhere places that say nothing of where a house is
   */
  IndexedStreets(DirectoryReader reader, Set<LatticePoint> nowhere) throws IOException {
    this.nowhere = nowhere;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    this.number = reader.docFreq(new Term(IndexDocuments.STREETS, ""));
  }

  /**
   * A house of a street.
   *
   * @param document in the index
   * @param number {@link IndexDocuments#NO_NUMBER} for none, the first of a range
   * @param last the same, or the last of a range
   * @param order of its address among all
   */
  record House(int document, int number, int last, LatticePoint place, int order) {}

  /** The streets that a query finds, best first. */
  List<StreetEntry> find(Query query, int limit) throws IOException {
    List<StreetEntry> found = new ArrayList<>();
    for (ScoreDoc each : searcher.search(query, limit).scoreDocs) {
      found.add(street(each.doc));
    }
    return found;
  }

  private StreetEntry street(int document) throws IOException {
    StreetEntry known = streets.get(document);
    if (known == null) {
      Document stored = searcher.storedFields().document(document);
      known = StreetEntry.of(stored.get("streetId"), stored.get("told"));
      if (streets.size() > MOST_KEPT) {
        streets.clear();
      }
      streets.put(document, known);
    }
    return known;
  }

  /** How much a term says: more, the fewer streets have it. */
  double weight(String field, String term) throws IOException {
    Term key = new Term(field, term);
    Double known = weights.get(key);
    if (known == null) {
      known = Math.max(LEAST_WEIGHT, Math.log(1 + number / (reader.docFreq(key) + 1.0)));
      if (weights.size() > MOST_KEPT) {
        weights.clear();
      }
      weights.put(key, known);
    }
    return known;
  }

  /** Whether any word of a street begins so; the first of them, null for none. */
  @Nullable String wordFrom(String beginning) throws IOException {
    Terms words = MultiTerms.getTerms(reader, StreetTerms.WORD);
    if (words == null) {
      return null;
    }
    TermsEnum each = words.iterator();
    if (each.seekCeil(new BytesRef(beginning)) == TermsEnum.SeekStatus.END) {
      return null;
    }
    String word = each.term().utf8ToString();
    return word.startsWith(beginning) ? word : null;
  }

  boolean has(String field, String term) throws IOException {
    return reader.docFreq(new Term(field, term)) > 0;
  }

  boolean hasHouse(StreetEntry street, int houseNumber) throws IOException {
    Term house = new Term(IndexDocuments.HOUSE, IndexDocuments.house(street.id(), houseNumber));
    return reader.docFreq(house) > 0 && !houses(house).isEmpty();
  }

  /** The houses of a number, in order. */
  List<House> houses(StreetEntry street, int houseNumber) throws IOException {
    return houses(new Term(IndexDocuments.HOUSE, IndexDocuments.house(street.id(), houseNumber)));
  }

  /** All houses of a street, in order. */
  List<House> houses(StreetEntry street) throws IOException {
    return houses(new Term(IndexDocuments.STREET, street.id()));
  }

  /** The houses of a street whose places are known, in order. */
  List<House> placed(StreetEntry street) throws IOException {
    return houses(street).stream().filter(house -> !nowhere.contains(house.place())).toList();
  }

  /** The houses of a number on any street, in order; looks at each address once. */
  List<House> numbered(int houseNumber) throws IOException {
    List<House> houses = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafReader part = leaf.reader();
      NumericDocValues numbers = part.getNumericDocValues(IndexDocuments.NUMBER);
      if (numbers == null) {
        continue;
      }
      Columns columns = new Columns(leaf);
      for (int at = numbers.nextDoc();
          at != DocIdSetIterator.NO_MORE_DOCS && houses.size() < MOST_HOUSES;
          at = numbers.nextDoc()) {
        if (numbers.longValue() == houseNumber && columns.isLive(at)) {
          houses.add(columns.house(at));
        }
      }
    }
    return houses;
  }

  private List<House> houses(Term term) throws IOException {
    List<House> houses = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafReader part = leaf.reader();
      PostingsEnum documents = part.postings(term, PostingsEnum.NONE);
      if (documents == null) {
        continue;
      }
      Columns columns = new Columns(leaf);
      for (int at = documents.nextDoc();
          at != DocIdSetIterator.NO_MORE_DOCS && houses.size() < MOST_HOUSES;
          at = documents.nextDoc()) {
        if (columns.isLive(at)) {
          houses.add(columns.house(at));
        }
      }
    }
    return houses;
  }

  /** What is kept of houses beside their texts; for documents in ascending order. */
  private static final class Columns {

    private final int base;
    private final @Nullable Bits live;
    private final NumericDocValues number;
    private final NumericDocValues last;
    private final NumericDocValues x;
    private final NumericDocValues y;
    private final NumericDocValues order;

    Columns(LeafReaderContext leaf) throws IOException {
      LeafReader part = leaf.reader();
      this.base = leaf.docBase;
      this.live = part.getLiveDocs();
      this.number = part.getNumericDocValues(IndexDocuments.NUMBER);
      this.last = part.getNumericDocValues(IndexDocuments.LAST);
      this.x = part.getNumericDocValues("x");
      this.y = part.getNumericDocValues("y");
      this.order = part.getNumericDocValues(IndexDocuments.ORDER);
    }

    /** Whether a document was not taken out since it was written. */
    boolean isLive(int at) {
      return live == null || live.get(at);
    }

    House house(int at) throws IOException {
      return new House(
          base + at,
          value(number, at),
          value(last, at),
          new LatticePoint(value(x, at), value(y, at)),
          value(order, at));
    }

    private static int value(NumericDocValues values, int document) throws IOException {
      return values.advanceExact(document) ? (int) values.longValue() : 0;
    }
  }

  /** The address of a house. */
  Address address(House house) throws IOException {
    Document stored = searcher.storedFields().document(house.document());
    return IndexDocuments.address(stored, house.place());
  }
}
