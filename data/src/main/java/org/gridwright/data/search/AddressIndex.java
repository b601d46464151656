package org.gridwright.data.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;

/**
 * One built index, in a temporary folder of its own: a document for each address, and one for each
 * street, by which addresses are found. Thread-safe; readers hold it open.
 */
final class AddressIndex {

  /** The kind of a document that is a street. */
  static final String STREETS = "streets";

  /** The street of an address. */
  static final String STREET = "street";

  /** The street and the number of an address. */
  static final String HOUSE = "house";

  /** The number of an address; {@link #NO_NUMBER} for none. */
  static final String NUMBER = "number";

  static final int NO_NUMBER = -1;

  private static final int MOST_OF_RANGE = 100;
  private static final double BUFFER_MEGABYTES = 48;

  private final Path folder;
  private final Directory directory;
  private final DirectoryReader reader;
  private final String version;
  private final IndexedStreets streets;
  private final int size;
  private final AtomicBoolean removed = new AtomicBoolean();

  private AddressIndex(
      Path folder, Directory directory, String version, int size, Set<LatticePoint> nowhere)
      throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.version = version;
    this.streets = new IndexedStreets(reader, nowhere);
    this.size = size;
  }

  /** Indexes addresses in the order of the stream. */
  static AddressIndex build(Stream<Address> addresses, String version) throws IOException {
    Path folder = Files.createTempDirectory("gridwright-search");
    Directory directory = new MMapDirectory(folder);
    boolean built = false;
    try {
      IndexWriterConfig config =
          new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(BUFFER_MEGABYTES);
      int size;
      Set<LatticePoint> nowhere;
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        Filling filling = new Filling(writer);
        size = filling.fill(addresses.iterator());
        nowhere = filling.shared.places();
        writer.forceMerge(1);
        writer.commit();
      }
      AddressIndex index = new AddressIndex(folder, directory, version, size, nowhere);
      built = true;
      return index;
    } finally {
      if (!built) {
        directory.close();
        delete(folder);
      }
    }
  }

  /** Writes the documents. */
  private static final class Filling {

    private final IndexWriter writer;
    private final Map<String, Street> streets = new HashMap<>();
    private final SharedPlaces shared = new SharedPlaces();
    private final EndsOfStreets ends = new EndsOfStreets();

    /** A street, the numbers of its houses, and where they are. */
    private record Street(String id, Set<Integer> numbers, Set<String> cells) {}

    Filling(IndexWriter writer) {
      this.writer = writer;
    }

    int fill(Iterator<Address> addresses) throws IOException {
      int order = 0;
      while (addresses.hasNext()) {
        writer.addDocument(document(addresses.next(), order++));
      }
      streets.keySet().forEach(ends::take);
      for (Map.Entry<String, Street> each : streets.entrySet()) {
        writer.addDocument(document(ends.split(each.getKey()), each.getValue()));
      }
      return order;
    }

    private Document document(Address address, int order) {
      AddressParts parts = AddressSplitter.split(address.text());
      Street street =
          streets.computeIfAbsent(
              StreetEntry.key(parts),
              none ->
                  new Street(
                      Integer.toString(streets.size(), 36), new HashSet<>(), new HashSet<>()));
      shared.take(address.place(), street.id());
      street.cells().add(StreetTerms.cell(address.place(), 0, 0));
      Document document = new Document();
      document.add(new StoredField("id", address.id()));
      document.add(new StoredField("text", address.text()));
      document.add(new StringField(STREET, street.id(), Store.NO));
      document.add(new NumericDocValuesField("x", address.place().x()));
      document.add(new NumericDocValuesField("y", address.place().y()));
      document.add(new NumericDocValuesField("order", order));
      HouseNumber number = parts.number();
      document.add(new NumericDocValuesField(NUMBER, number == null ? NO_NUMBER : number.first()));
      if (number != null) {
        for (int each = number.first();
            each <= number.last() && each <= number.first() + MOST_OF_RANGE;
            each += 2) {
          street.numbers().add(each);
          document.add(new StringField(HOUSE, street.id() + "/" + each, Store.NO));
        }
      }
      return document;
    }

    private static Document document(String key, Street street) {
      Document document = new Document();
      document.add(new StringField(STREETS, "", Store.NO));
      document.add(new StoredField("key", key));
      document.add(new StoredField("streetId", street.id()));
      StreetTerms.add(StreetEntry.of(street.id(), key), document);
      street
          .cells()
          .forEach(cell -> document.add(new StringField(StreetTerms.CELL, cell, Store.NO)));
      street
          .numbers()
          .forEach(
              number ->
                  document.add(
                      new StringField(StreetTerms.NUMBER, Integer.toString(number), Store.NO)));
      return document;
    }
  }

  String version() {
    return version;
  }

  /** How many addresses it has. */
  int size() {
    return size;
  }

  /** Its streets and houses, while it is held. */
  IndexedStreets streets() {
    return streets;
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

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
