package org.gridwright.data.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.AddressStore;
import org.jspecify.annotations.Nullable;

/**
 * Brings an index up to date: addresses of some ids are taken out and put in as the store has them
 * now, and the streets that they were or are on are told anew. For one thread, used once.
 */
final class IndexUpdate {

  private static final int AT_ONCE = 500;

  private final AddressStore addresses;
  private final IndexWriter writer;
  private final IndexSearcher before;
  private final KnownTowns towns;
  private final Map<String, StreetHouses> touched = new HashMap<>();
  private int nextStreet;
  private int nextOrder;

  IndexUpdate(
      AddressStore addresses, IndexWriter writer, DirectoryReader before, IndexState state) {
    this.addresses = addresses;
    this.writer = writer;
    this.before = new IndexSearcher(before);
    this.before.setQueryCache(null);
    this.towns = new KnownTowns(state.towns());
    this.nextStreet = state.nextStreet();
    this.nextOrder = state.nextOrder();
  }

  /**
   * Writes what changed, without committing it.
   *
   * @param ids each once
   * @param mark of the addresses that the index then has
   */
  IndexState apply(IndexState state, List<String> ids, String mark, Progress progress)
      throws IOException {
    Steps steps = progress.steps(Math.max(1, ids.size()));
    for (int i = 0; i < ids.size(); i += AT_ONCE) {
      List<String> some = ids.subList(i, Math.min(i + AT_ONCE, ids.size()));
      Map<String, Address> now =
          addresses.find(some).stream()
              .collect(Collectors.toMap(Address::id, each -> each, (one, other) -> other));
      for (String id : some) {
        change(id, now.get(id));
        steps.done();
      }
    }
    try (DirectoryReader after = DirectoryReader.open(writer)) {
      IndexSearcher searcher = new IndexSearcher(after);
      for (Map.Entry<String, StreetHouses> each : touched.entrySet()) {
        tellAnew(searcher, each.getKey(), each.getValue());
      }
    }
    writer.flush();
    writer.maybeMerge();
    return state.of(mark, nextStreet, nextOrder);
  }

  private void change(String id, @Nullable Address now) throws IOException {
    Term term = new Term(IndexDocuments.ID, id);
    int order = -1;
    for (ScoreDoc old : before.search(new TermQuery(term), 1).scoreDocs) {
      street(StreetEntry.key(AddressSplitter.split(address(before, old.doc))));
      order = (int) value(before, IndexDocuments.ORDER, old.doc);
    }
    writer.deleteDocuments(term);
    if (now != null) {
      AddressParts parts = AddressSplitter.split(now);
      StreetHouses street = street(StreetEntry.key(parts));
      writer.addDocument(
          IndexDocuments.address(now, parts, street, order < 0 ? nextOrder++ : order));
    }
  }

  /** The street of a key, which has a number of its own from now on. */
  private StreetHouses street(String key) throws IOException {
    StreetHouses known = touched.get(key);
    if (known == null) {
      ScoreDoc[] there = before.search(new TermQuery(IndexDocuments.term(key)), 1).scoreDocs;
      known =
          new StreetHouses(
              there.length == 0
                  ? nextStreet++
                  : Integer.parseInt(
                      before.storedFields().document(there[0].doc).get("streetId"),
                      Character.MAX_RADIX));
      touched.put(key, known);
    }
    return known;
  }

  private void tellAnew(IndexSearcher after, String key, StreetHouses street) throws IOException {
    TermQuery houses = new TermQuery(new Term(IndexDocuments.STREET, street.id()));
    int number = after.count(houses);
    if (number == 0) {
      writer.deleteDocuments(IndexDocuments.term(key));
      return;
    }
    for (ScoreDoc each : after.search(houses, number, Sort.INDEXORDER).scoreDocs) {
      Address house = address(after, each.doc);
      street.take(AddressSplitter.split(house).number(), house.place());
    }
    writer.updateDocument(
        IndexDocuments.term(key), IndexDocuments.street(key, towns.split(key), street));
  }

  /** As the index knows it, which is enough to split it again. */
  private static Address address(IndexSearcher searcher, int document) throws IOException {
    Document stored = searcher.storedFields().document(document);
    LatticePoint place =
        new LatticePoint(
            (int) value(searcher, "x", document), (int) value(searcher, "y", document));
    return IndexDocuments.address(stored, place);
  }

  private static long value(IndexSearcher searcher, String field, int document) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues values = leaf.reader().getNumericDocValues(field);
    return values != null && values.advanceExact(document - leaf.docBase) ? values.longValue() : 0;
  }
}
