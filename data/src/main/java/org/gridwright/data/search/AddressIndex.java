package org.gridwright.data.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/**
 * One state of an index: a document for each address, and one for each street, by which addresses
 * are found. It stays as it is whatever becomes of the folder. Thread-safe; readers hold it open.
 */
final class AddressIndex {

  private final DirectoryReader reader;
  private final IndexState state;
  private final IndexedStreets streets;
  private final int size;

  private AddressIndex(DirectoryReader reader, IndexState state) throws IOException {
    this.reader = reader;
    this.state = state;
    this.streets = new IndexedStreets(reader, state.nowhere());
    TermQuery ofStreets = new TermQuery(new Term(IndexDocuments.STREETS, ""));
    this.size = reader.numDocs() - new IndexSearcher(reader).count(ofStreets);
  }

  /**
   * Opens the newest state in a folder.
   *
   * @return empty where there is none, or one of another version
   * @throws IOException where it is damaged
   */
  static Optional<AddressIndex> open(Directory directory) throws IOException {
    DirectoryReader reader;
    try {
      reader = DirectoryReader.open(directory);
    } catch (IndexNotFoundException none) {
      return Optional.empty();
    }
    boolean opened = false;
    try {
      Optional<IndexState> state = IndexState.of(reader.getIndexCommit().getUserData());
      if (state.isPresent()) {
        AddressIndex index = new AddressIndex(reader, state.get());
        opened = true;
        return Optional.of(index);
      }
      return Optional.empty();
    } finally {
      if (!opened) {
        reader.close();
      }
    }
  }

  /** The mark of the addresses that it was made of. */
  String mark() {
    return state.mark();
  }

  /** How many addresses it has. */
  int size() {
    return size;
  }

  /** Its streets and houses, while it is held. */
  IndexedStreets streets() {
    return streets;
  }

  /**
   * Reads all of it once, and compares it with its checksums.
   *
   * @throws IOException where it is damaged
   */
  void check() throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
  }

  /** Holds the index open; false where it is closed already. Pair with {@link #release}. */
  boolean hold() {
    return reader.tryIncRef();
  }

  /** Lets go of the index; the last one closes it. */
  void release() throws IOException {
    reader.decRef();
  }
}
