package org.gridwright.data.search;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Address;

/** An index of addresses, without a store, for as long as a test wants it. */
record BuiltIndex(IndexFolder folder, AddressIndex index) implements AutoCloseable {

  static BuiltIndex of(Stream<Address> addresses, String mark) throws IOException {
    IndexFolder folder = IndexFolder.temporary();
    try (IndexWriter writer = folder.writer(true)) {
      IndexState state =
          new IndexFilling(writer).fill(addresses.iterator(), mark, 1, Progress.NONE);
      writer.setLiveCommitData(state.toMap().entrySet());
      writer.commit();
    }
    return new BuiltIndex(folder, AddressIndex.open(folder.directory()).orElseThrow());
  }

  IndexedStreets streets() {
    return index.streets();
  }

  int size() {
    return index.size();
  }

  /** What is found for a text. */
  Found find(PlaceQuestion question) throws IOException {
    return new StreetSearch(streets(), question, Question.of(question.text(), streets())).find();
  }

  @Override
  public void close() throws IOException {
    index.release();
    folder.close();
  }
}
