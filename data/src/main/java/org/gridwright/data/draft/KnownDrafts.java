package org.gridwright.data.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of drafts in memory, once somebody has asked for it. An edit puts what was stored of its
 * draft in its place; whoever changes a draft in another way has the list read again before anybody
 * hears of the change; what other processes change shows once somebody looks. Readers wait for
 * nobody. Thread-safe.
 */
final class KnownDrafts {

  private static final Logger LOG = LoggerFactory.getLogger(KnownDrafts.class);

  private final Store store;

  /** How often a look was asked for. */
  private final AtomicLong asked = new AtomicLong();

  /** Up to which of them the store has been looked at; under the lock. */
  private long looked;

  private volatile @Nullable List<DraftInfo> known;

  /** What edits have stored since the look that is going on began; guards the list's exchange. */
  private final Map<Long, DraftInfo> stored = new HashMap<>();

  /**
   * Whether anybody has asked for the list; set before the store is, so that no change slips by.
   */
  private volatile boolean wanted;

  KnownDrafts(Store store) {
    this.store = store;
  }

  /** Drafts of a theme in order of id; of all themes where it is null. */
  List<DraftInfo> of(@Nullable String theme) {
    List<DraftInfo> drafts = known;
    if (drafts == null) {
      wanted = true;
      look();
      drafts = known;
    }
    List<DraftInfo> all = drafts == null ? store.drafts().list(null) : drafts;
    return theme == null ? all : all.stream().filter(it -> it.theme().equals(theme)).toList();
  }

  /**
   * Something may have changed. Where the store cannot be asked, whoever asks for the list next is
   * told so.
   */
  void changed() {
    if (wanted) {
      try {
        look();
      } catch (StoreException away) {
        known = null;
        LOG.debug("The list of drafts could not be read after a change", away);
      }
    }
  }

  /**
   * An edit has stored a draft, of which nothing else in the list speaks: no look is needed. What
   * is newer in the list stays.
   */
  void changed(DraftInfo edited) {
    if (wanted) {
      synchronized (stored) {
        stored.merge(edited.id(), edited, KnownDrafts::newer);
        List<DraftInfo> drafts = known;
        known = drafts == null ? null : withStored(drafts);
      }
    }
  }

  /** Looks whether another process changed a draft; while the store is away, the list serves on. */
  void lookForOthers() {
    if (wanted) {
      try {
        look();
      } catch (StoreException away) {
        LOG.debug("The list of drafts in memory serves on while the store is away", away);
      }
    }
  }

  /** Several who ask at one time share one look, which began after the last of them asked. */
  private void look() {
    long mine = asked.incrementAndGet();
    synchronized (this) {
      if (looked >= mine) {
        return;
      }
      long upTo = asked.get();
      synchronized (stored) {
        stored.clear();
      }
      List<DraftInfo> read = store.drafts().list(null);
      synchronized (stored) {
        known = withStored(read);
      }
      looked = upTo;
    }
  }

  /** Drafts, with what edits have stored of them since the last look began; under its lock. */
  private List<DraftInfo> withStored(List<DraftInfo> drafts) {
    return drafts.stream()
        .map(draft -> newer(draft, stored.getOrDefault(draft.id(), draft)))
        .toList();
  }

  /** A store may give the id of a draft that was deleted to another one. */
  private static DraftInfo newer(DraftInfo listed, DraftInfo edited) {
    boolean same = listed.created().equals(edited.created());
    return same && edited.version() > listed.version() ? edited : listed;
  }
}
