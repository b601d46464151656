package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.gridwright.data.model.Address;
import org.jspecify.annotations.Nullable;

/**
 * Finds in which addresses an index differs from a store, by what each is in 64 bits, where nobody
 * noted what was changed. For one thread.
 */
final class IndexComparison {

  /** An index of which more than this share is another is made anew. */
  private static final double MOST = 0.25;

  private static final int ALWAYS = 1000;

  private final List<Part> parts = new ArrayList<>();
  private final int size;

  /** A segment, and which of its documents were found in the store. */
  private static final class Part {

    private final LeafReaderContext leaf;
    private final FixedBitSet seen;
    private final @Nullable TermsEnum ids;

    Part(LeafReaderContext leaf) throws IOException {
      this.leaf = leaf;
      this.seen = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
      var terms = leaf.reader().terms(IndexDocuments.ID);
      this.ids = terms == null ? null : terms.iterator();
    }

    /** Whether it has the address as it is, which is then marked. */
    boolean has(Address address) throws IOException {
      if (ids == null || !ids.seekExact(new BytesRef(address.id()))) {
        return false;
      }
      Bits live = leaf.reader().getLiveDocs();
      PostingsEnum documents = ids.postings(null, PostingsEnum.NONE);
      for (int at = documents.nextDoc();
          at != DocIdSetIterator.NO_MORE_DOCS;
          at = documents.nextDoc()) {
        if (live == null || live.get(at)) {
          NumericDocValues digests = leaf.reader().getNumericDocValues(IndexDocuments.DIGEST);
          seen.set(at);
          return digests != null
              && digests.advanceExact(at)
              && digests.longValue() == IndexDocuments.digest(address);
        }
      }
      return false;
    }

    /** Adds the ids of addresses that were not found in the store. */
    void addGone(List<String> gone, int most) throws IOException {
      Bits live = leaf.reader().getLiveDocs();
      NumericDocValues addresses = leaf.reader().getNumericDocValues(IndexDocuments.ORDER);
      if (addresses == null) {
        return;
      }
      var stored = leaf.reader().storedFields();
      for (int at = addresses.nextDoc();
          at != DocIdSetIterator.NO_MORE_DOCS && gone.size() <= most;
          at = addresses.nextDoc()) {
        if ((live == null || live.get(at)) && !seen.get(at)) {
          gone.add(stored.document(at).get(IndexDocuments.ID));
        }
      }
    }
  }

  IndexComparison(DirectoryReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      parts.add(new Part(leaf));
    }
    size = reader.numDocs();
  }

  /**
   * The ids of addresses that are new, other or gone; empty where they are so many that an index
   * made anew is there sooner.
   */
  Optional<List<String>> differing(Iterator<Address> addresses, long number, Progress progress)
      throws IOException {
    int most = (int) Math.max(ALWAYS, MOST * size);
    Steps steps = progress.steps(Math.max(1, number));
    List<String> differing = new ArrayList<>();
    while (addresses.hasNext()) {
      Address address = addresses.next();
      boolean same = false;
      for (int i = 0; i < parts.size() && !same; i++) {
        same = parts.get(i).has(address);
      }
      if (!same) {
        differing.add(address.id());
      }
      if (differing.size() > most) {
        return Optional.empty();
      }
      steps.done();
    }
    for (Part part : parts) {
      part.addGone(differing, most);
    }
    return differing.size() > most ? Optional.empty() : Optional.of(differing);
  }
}
