package org.gridwright.data.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.LockObtainFailedException;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.AddressChanges;
import org.gridwright.data.store.AddressStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of a store's addresses in a folder: opens what is there, brings it up to date by
 * what changed, and makes it anew where it is missing, damaged or of another version. Where the
 * folder cannot be written, the index lies in a temporary one. For one thread.
 */
final class IndexKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

  private final AddressStore addresses;
  private final @Nullable Path wanted;
  private @Nullable IndexFolder folder;

  /**
   * @param wanted where the index is to stay; null for nowhere
   */
  IndexKeeper(AddressStore addresses, @Nullable Path wanted) {
    this.addresses = addresses;
    this.wanted = wanted;
  }

  /** Whether the index lies where the next start finds it. */
  boolean isKept() {
    return folder != null && folder.isKept();
  }

  /** The index that is there, whichever addresses it is of; empty where none can be used. */
  Optional<AddressIndex> open() throws IOException {
    try {
      return AddressIndex.open(folder().directory());
    } catch (IOException damaged) {
      LOG.warn(
          "The index of addresses in {} cannot be used: {}", folder().path(), damaged.toString());
      return Optional.empty();
    }
  }

  /**
   * The index of the addresses as they are now.
   *
   * @param damaged whether the one that is there must not be used
   * @throws LockObtainFailedException while another server writes it
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  AddressIndex current(boolean damaged, Progress progress) throws IOException {
    try {
      return damaged ? anew(progress) : followed(progress);
    } catch (LockObtainFailedException busy) {
      throw busy;
    } catch (IOException broken) {
      if (!folder().isKept()) {
        throw broken;
      }
      LOG.warn(
          "The index of addresses cannot be written in {}; it is made in a temporary folder: {}",
          folder().path(),
          broken.toString());
      folder().close();
      folder = IndexFolder.temporary();
      return anew(progress);
    }
  }

  private AddressIndex followed(Progress progress) throws IOException {
    try (IndexWriter writer = folder().writer(false);
        DirectoryReader before = DirectoryReader.open(folder().directory())) {
      Optional<IndexState> state = IndexState.of(before.getIndexCommit().getUserData());
      if (state.isEmpty()) {
        LOG.info("The index of addresses is of another version and made anew");
        return anew(writer, progress);
      }
      AddressChanges changes = addresses.changesSince(state.get().mark());
      Optional<List<String>> ids = changes.ids();
      if (ids.isEmpty()) {
        ids = differing(before, progress);
      }
      if (ids.isEmpty()) {
        return anew(writer, progress);
      }
      if (!changes.mark().equals(state.get().mark())) {
        IndexUpdate update = new IndexUpdate(addresses, writer, before, state.get());
        commit(writer, update.apply(state.get(), ids.get(), changes.mark(), progress));
        LOG.info("Indexed {} addresses that changed", ids.get().size());
      }
      return opened();
    } catch (LockObtainFailedException busy) {
      throw busy;
    } catch (IOException missingOrDamaged) {
      if (!(missingOrDamaged instanceof IndexNotFoundException)) {
        LOG.warn("The index of addresses is made anew: {}", missingOrDamaged.toString());
      }
      return anew(progress);
    }
  }

  private Optional<List<String>> differing(DirectoryReader before, Progress progress)
      throws IOException {
    try (Stream<Address> all = addresses.stream(null)) {
      return new IndexComparison(before)
          .differing(all.iterator(), addresses.count(), progress.part(0, 0.5));
    }
  }

  private AddressIndex anew(Progress progress) throws IOException {
    try (IndexWriter writer = emptied()) {
      return anew(writer, progress);
    }
  }

  /** A writer that what is there, however damaged, does not keep from writing. */
  private IndexWriter emptied() throws IOException {
    try {
      return folder().writer(true);
    } catch (LockObtainFailedException busy) {
      throw busy;
    } catch (IOException damaged) {
      folder().clear();
      return folder().writer(true);
    }
  }

  /** Whoever asks in the meantime goes on with what was there. */
  private AddressIndex anew(IndexWriter writer, Progress progress) throws IOException {
    long start = System.nanoTime();
    String mark = addresses.changesSince("").mark();
    long number = addresses.count();
    writer.deleteAll();
    try (Stream<Address> all = addresses.stream(null)) {
      commit(writer, new IndexFilling(writer).fill(all.iterator(), mark, number, progress));
    }
    AddressIndex index = opened();
    LOG.info(
        "Indexed {} addresses in {} ms", index.size(), (System.nanoTime() - start) / 1_000_000);
    return index;
  }

  private static void commit(IndexWriter writer, IndexState state) throws IOException {
    Map<String, String> map = state.toMap();
    writer.setLiveCommitData(map.entrySet());
    writer.commit();
  }

  private AddressIndex opened() throws IOException {
    return AddressIndex.open(folder().directory())
        .orElseThrow(() -> new IOException("the index that was just written is not there"));
  }

  private IndexFolder folder() throws IOException {
    if (folder == null) {
      folder = wanted == null ? IndexFolder.temporary() : keptOrTemporary(wanted);
    }
    return folder;
  }

  private static IndexFolder keptOrTemporary(Path wanted) throws IOException {
    try {
      return IndexFolder.kept(wanted);
    } catch (IOException refused) {
      LOG.warn("The index of addresses cannot be kept in {}: {}", wanted, refused.toString());
      return IndexFolder.temporary();
    }
  }

  @Override
  public void close() {
    if (folder != null) {
      folder.close();
    }
  }
}
