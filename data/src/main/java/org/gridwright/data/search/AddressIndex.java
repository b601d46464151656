package org.gridwright.data.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;

/** One built index, in a temporary folder of its own. Thread-safe; readers hold it open. */
final class AddressIndex {

  static final String TEXT = "text";

  private static final String LENGTH = "length";
  private static final String ORDER = "order";
  private static final double BUFFER_MEGABYTES = 48;
  private static final Sort BEST_FIRST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(LENGTH, SortField.Type.LONG),
          new SortField(ORDER, SortField.Type.LONG));

  private final Path folder;
  private final Directory directory;
  private final DirectoryReader reader;
  private final String version;
  private final AtomicBoolean removed = new AtomicBoolean();

  private AddressIndex(Path folder, Directory directory, DirectoryReader reader, String version) {
    this.folder = folder;
    this.directory = directory;
    this.reader = reader;
    this.version = version;
  }

  /** Indexes addresses in the order of the stream. */
  static AddressIndex build(Stream<Address> addresses, String version) throws IOException {
    Path folder = Files.createTempDirectory("gridwright-search");
    Directory directory = new MMapDirectory(folder);
    boolean built = false;
    try {
      IndexWriterConfig config =
          new IndexWriterConfig(new AddressAnalyzer(true)).setRAMBufferSizeMB(BUFFER_MEGABYTES);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        long order = 0;
        Iterator<Address> each = addresses.iterator();
        while (each.hasNext()) {
          writer.addDocument(document(each.next(), order++));
        }
        writer.forceMerge(1);
        writer.commit();
      }
      AddressIndex index =
          new AddressIndex(folder, directory, DirectoryReader.open(directory), version);
      built = true;
      return index;
    } finally {
      if (!built) {
        directory.close();
        delete(folder);
      }
    }
  }

  String version() {
    return version;
  }

  int size() {
    return reader.numDocs();
  }

  /** Holds the index open; false where it is closed already. Pair with {@link #release}. */
  boolean hold() {
    return reader.tryIncRef();
  }

  /**
   * Lets go of the index; the last one removes it. Several may find that nobody holds it any more,
   * each having let go before the others looked: one of them removes it.
   */
  void release() throws IOException {
    reader.decRef();
    if (reader.getRefCount() == 0 && removed.compareAndSet(false, true)) {
      directory.close();
      delete(folder);
    }
  }

  /** The best addresses for a query. */
  List<AddressHit> search(QueryFactory queries, String text, int limit) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    QueryFactory.Weighted weighted = queries.of(text, reader);
    Query query = weighted.query();
    TopFieldDocs found = searcher.search(query, limit, BEST_FIRST, true);
    var stored = searcher.storedFields();
    List<AddressHit> hits = new ArrayList<>();
    for (ScoreDoc each : found.scoreDocs) {
      Document document = stored.document(each.doc);
      hits.add(
          new AddressHit(
              new Address(
                  document.get("id"),
                  document.get(TEXT),
                  new LatticePoint(
                      document.getField("x").numericValue().intValue(),
                      document.getField("y").numericValue().intValue())),
              Math.min(1, Math.round(each.score / weighted.full() * 1000) / 1000.0)));
    }
    return hits;
  }

  private static Document document(Address address, long order) {
    Document document = new Document();
    document.add(new StoredField("id", address.id()));
    document.add(new TextField(TEXT, address.text(), Field.Store.YES));
    document.add(new StoredField("x", address.place().x()));
    document.add(new StoredField("y", address.place().y()));
    document.add(new NumericDocValuesField(LENGTH, address.text().length()));
    document.add(new NumericDocValuesField(ORDER, order));
    return document;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
